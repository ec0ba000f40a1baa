/** How the records are read: now and in full, or as they stood, as things stood, within bounds. */
/** The times that say so, in the order they are asked for. */
export const READING_TIMES = ['recorded', 'happened', 'since', 'until'] as const

export type ReadingTime = (typeof READING_TIMES)[number]

/** What takes a reading out of an address again. */
export const NOW_WORDS: Record<string, null> = {
  ...Object.fromEntries(READING_TIMES.map(name => [name, null])),
  plain: null,
}

/** What is given is asked for; nothing given is the present. */
export type AsOf = Partial<Record<ReadingTime, string>> & { plain?: true }

/** What an address asks for; what cannot be read is left out. */
export function readAsOf(params: URLSearchParams): AsOf {
  const asOf: AsOf = {}
  for (const name of READING_TIMES) {
    const at = readInstant(params.get(name))
    if (at) asOf[name] = at
  }
  if (params.has('plain')) asOf.plain = true
  return asOf
}

/** The same reading as part of another address. */
export function writeAsOf(asOf: AsOf): [string, string][] {
  const times = READING_TIMES.flatMap(name => {
    const at = asOf[name]
    return at ? [[name, at] as [string, string]] : []
  })
  return asOf.plain ? [...times, ['plain', '1']] : times
}

/** The reading among other things that are asked. */
export function readingOf(asked: {
  since?: string | null
  until?: string | null
  recorded?: string | null
  happened?: string | null
  plain?: boolean
}): AsOf {
  const times = READING_TIMES.flatMap(name => {
    const at = asked[name]
    return at ? [[name, at] as const] : []
  })
  return { ...Object.fromEntries(times), ...(asked.plain && { plain: true as const }) }
}

/** Whether no time is asked for: the present as the record has it, in full. */
export function isPresent(asOf: AsOf): boolean {
  return READING_TIMES.every(name => !asOf[name])
}

/** An address with some words set and others (null) taken out; the rest stays. */
export function withWords(
  params: URLSearchParams,
  words: Record<string, string | null>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(words)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

/** An instant as an address gives it; null when it cannot be read or says no offset. */
export function readInstant(text: string | null): string | null {
  const placed = text !== null && /(Z|[+-]\d{2}:?\d{2})$/i.test(text)
  return placed && !Number.isNaN(Date.parse(text)) ? text : null
}
