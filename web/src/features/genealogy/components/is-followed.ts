/** Whether material is followed through a thing; a pallet only carries it, so no path leads through. */
export function isFollowed({ kind }: { kind: string }): boolean {
  return kind !== 'logistic_unit'
}
