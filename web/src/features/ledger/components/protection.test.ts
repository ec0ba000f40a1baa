import { describe, expect, it } from 'vitest'
import type { LedgerStanding } from '@/api/records'
import { auditHead, foldersWith, lastExported, protectionOf } from './protection'

const standing = {
  events: 100,
  unsigned: 7,
  exports: [
    { folder: '/a', number: 3, at: null, fault: null, behind: 2 },
    { folder: '/b', number: 5, at: null, fault: null, behind: 0 },
  ],
} as unknown as LedgerStanding

describe('how far the record is protected', () => {
  it('counts every event once', () => {
    expect(protectionOf(standing, 80)).toEqual({ exported: 80, signed: 13, unsigned: 7 })
    expect(protectionOf(standing, null)).toEqual({ exported: 0, signed: 93, unsigned: 7 })
    expect(protectionOf(standing, 120)).toEqual({ exported: 93, signed: 0, unsigned: 7 })
  })

  it('knows which checkpoint has left the database, and where it lies', () => {
    expect(lastExported(standing)).toBe(5)
    expect(lastExported({ ...standing, exports: [] })).toBe(0)
    expect(foldersWith(standing, 4)).toEqual(['/b'])
  })

  it('reads where the audit trail stood from what was signed', () => {
    expect(auditHead('{"audit_seq":4,"audit_hash":"ab"}')).toEqual({ seq: 4, hash: 'ab' })
    expect(auditHead('{"size":4}')).toBeNull()
    expect(auditHead('torn')).toBeNull()
  })
})
