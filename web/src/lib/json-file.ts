/** Hand a document to the reader's browser as a JSON file. */
export function downloadJson(name: string, document_: unknown): void {
  const text = `${JSON.stringify(document_, null, 2)}\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = `${name}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
