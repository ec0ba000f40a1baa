/** The nonce the server put into this page, for the styles the components write; none while developing. */
export function cspNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')
  const value = meta?.nonce || meta?.content
  return value && !value.startsWith('__') ? value : undefined
}
