const ALIKE = [
  ['KGM', 'GRM', 'TNE', 'MGM', 'LBR', 'ONZ'],
  ['LTR', 'MLT', 'HLT', 'MTQ', 'CLT', 'DLT'],
  ['C62', 'H87', 'EA', 'DZN'],
  ['MTR', 'MMT', 'CMT', 'KMT'],
  ['MTK', 'CMK'],
]
const COMMON = ['KGM', 'GRM', 'LTR', 'MLT', 'C62', 'H87', 'MTR', 'MTK']

/** The units somebody may have meant instead: the one that stands there and those that convert into it. */
export function unitChoices(unit: string): string[] {
  if (!unit) return COMMON
  return ALIKE.find(group => group.includes(unit)) ?? [unit]
}
