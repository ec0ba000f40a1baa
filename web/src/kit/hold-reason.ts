import type { TFunction } from 'i18next'

/** The reasons the screen offers; others may come from other systems and are shown as they are. */
export const HOLD_REASONS = [
  'complaint',
  'inspection',
  'supplier_notice',
  'process_deviation',
  'label',
  'other',
] as const

/** A hold's reason in the reader's language. */
export function holdReason(t: TFunction, reason: string): string {
  return t(`hold_reason.${reason}`, { defaultValue: reason })
}
