/** CSV for Excel: UTF-8 with BOM, CRLF, and no cell that a spreadsheet would run as a formula. */
const FORMULA = /^[\s]*[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** One cell, quoted when needed; text that would start a formula gets a leading apostrophe. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The whole file as text, with the mark Excel needs to read Chinese. */
export function csvText(header: string[], rows: string[][]): string {
  const lines = [header, ...rows].map(row => row.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** Hand the file to the reader's browser. */
export function downloadCsv(name: string, header: string[], rows: string[][]): void {
  const blob = new Blob([csvText(header, rows)], { type: 'text/csv;charset=utf-8' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
