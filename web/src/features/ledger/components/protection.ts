import type { LedgerStanding } from '@/api/records'

/** How far the record is protected: each stretch of events counts once, together they are all. */
export interface Protection {
  exported: number
  signed: number
  unsigned: number
}

/** What part of the events lies under a checkpoint that has left the database, under one that has not, under none. */
export function protectionOf(standing: LedgerStanding, exportedSize: number | null): Protection {
  const signed = standing.events - standing.unsigned
  const exported = Math.min(exportedSize ?? 0, signed)
  return { exported, signed: signed - exported, unsigned: standing.unsigned }
}

/** The number of the last checkpoint that lies in some folder outside the database. */
export function lastExported(standing: LedgerStanding): number {
  return Math.max(0, ...standing.exports.map(folder => folder.number))
}

/** The folders that hold a checkpoint. */
export function foldersWith(standing: LedgerStanding, checkpoint: number): string[] {
  return standing.exports.filter(one => one.number >= checkpoint).map(one => one.folder)
}

/** Where the configuration audit trail stood when a checkpoint was signed; null where its text says nothing. */
export function auditHead(text: string): { seq: number; hash: string } | null {
  try {
    const said: unknown = JSON.parse(text)
    const { audit_seq: seq, audit_hash: hash } = said as Record<string, unknown>
    return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : null
  } catch {
    return null
  }
}
