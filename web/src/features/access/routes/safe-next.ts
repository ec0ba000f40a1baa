/** Where to go after signing in: only an address of this house, never one that a link slipped in. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/'
}
