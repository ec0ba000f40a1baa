import type { LotAccount } from '@/api/records'
import { isAny } from '@/lib/quantity'

/** What of the lots the reader wants to see. */
export interface AccountFilter {
  text: string
  /** Something of it left the house. */
  left?: boolean
  possible?: boolean
  unheld?: boolean
}

/** The lots that pass: suspects first, then in the order suspicion reached them. */
export function keepAccounts(accounts: LotAccount[], filter: AccountFilter): LotAccount[] {
  const wanted = filter.text.trim().toLowerCase()
  return accounts
    .filter(account => !wanted || wordsOf(account).includes(wanted))
    .filter(account => !filter.left || hasLeft(account))
    .filter(account => !filter.possible || account.possible)
    .filter(account => !filter.unheld || !account.row.on_hold)
    .sort((one, other) => rank(one).localeCompare(rank(other)))
}

function hasLeft({ lines }: LotAccount): boolean {
  return lines.some(line => line.bucket === 'shipped' && isAny(line.affected))
}

function wordsOf({ row, lines }: LotAccount): string {
  const places = lines.flatMap(line => [line.place?.name, line.customer?.name, line.waybill])
  const texts = [row.code, row.product?.name, row.product?.code, row.supplier_lot, ...places]
  return texts.filter(Boolean).join(' ').toLowerCase()
}

function rank({ is_suspect, arrival, row }: LotAccount): string {
  const reached = arrival ? new Date(arrival).toISOString() : ''
  return `${is_suspect ? 0 : 1}|${reached}|${row.code}`
}
