/** How a list goes on: the cursor of the next part, nothing on the last. */
export interface Part<Row> {
  items: Row[]
  next?: string | null
}

/** The options every paged list shares. */
export const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next?: string | null }): string | null => last.next ?? null,
}
