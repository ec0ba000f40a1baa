/** What kind of gap a reason tells of: what is missing weighs more than what is only estimated. */
import type { Reason } from '@/api/records'

export const REASON_CLASSES = ['missing', 'late', 'hidden', 'estimated', 'note'] as const

export type ReasonClass = (typeof REASON_CLASSES)[number]

const CODES: Record<ReasonClass, string[]> = {
  missing: [
    'origin_unrecorded',
    'disputed',
    'tank_underrun',
    'unexplained',
    'quantity_missing',
    'unit_mismatch',
    'contents_unfollowed',
    'voided_uncorrected',
  ],
  late: ['recorded_later'],
  hidden: ['hidden', 'cut'],
  estimated: [
    'allocation_assumed',
    'place_assumed',
    'shipment_assumed',
    'tank_model_undeclared',
    'order_ambiguous',
    'possible_link',
    'packed_after_shipping',
  ],
  note: ['late', 'cycle'],
}

/** Every reason that is known here. */
export const REASON_CODES = Object.values(CODES).flat()

/** The class of a reason; a code that is not known here counts as missing, never as a mere note. */
export function reasonClass(code: string): ReasonClass {
  return REASON_CLASSES.find(name => CODES[name].includes(code)) ?? 'missing'
}

/** The reasons by class, the heaviest class first, within it the one on most lots. */
export function byClass(reasons: Reason[]): [ReasonClass, Reason[]][] {
  return REASON_CLASSES.map((name): [ReasonClass, Reason[]] => [
    name,
    reasons
      .filter(reason => reasonClass(reason.code) === name)
      .sort((one, other) => other.count - one.count),
  ]).filter(([, found]) => found.length > 0)
}
