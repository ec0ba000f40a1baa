/** Place and machines of an event in one breath; a tank that is both is said once. */
export function whereText(event: { place: string | null; equipment: string[] }): string {
  return [...new Set([event.place, ...event.equipment])].filter(Boolean).join(' · ')
}
