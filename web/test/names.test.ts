import { describe, expect, it } from 'vitest'
import { REASON_CODES } from '@/kit/completeness/reason-class'
import { BUCKETS } from '@/kit/sum-bar/bucket'
import en from '@/locales/en.json'
import zh from '@/locales/zh-CN.json'

describe('what the server names by a code', () => {
  it('every reason of a gap has advice, and so has any other', () => {
    const wanted = [...REASON_CODES, 'other'].sort()
    expect(Object.keys(zh.doubt.todo).sort()).toEqual(wanted)
    expect(Object.keys(en.doubt.todo).sort()).toEqual(wanted)
  })

  it('every place where quantity can end has a name, and so has what does not add up', () => {
    const wanted = [...BUCKETS, 'residual'].sort()
    expect(Object.keys(zh.bucket).sort()).toEqual(wanted)
    expect(Object.keys(en.bucket).sort()).toEqual(wanted)
  })
})
