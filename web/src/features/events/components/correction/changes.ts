import type { Fact } from './facts'

/** What one version says otherwise than another; an empty side says nothing at all. */
export interface Change {
  key: string
  label: string
  before: string
  after: string
}

/** All that differs between two versions, in the order in which it is told. */
export function changesOf(before: Fact[], after: Fact[]): Change[] {
  const old = new Map(before.map(fact => [fact.key, fact]))
  const now = new Map(after.map(fact => [fact.key, fact]))
  const gone = before.filter(fact => !now.has(fact.key))
  return [...after, ...gone]
    .map(({ key, label }) => ({
      key,
      label,
      before: old.get(key)?.text ?? '',
      after: now.get(key)?.text ?? '',
    }))
    .filter(change => change.before !== change.after)
}
