/** What went wrong, as the server told it (problem+json), or as the network did. */
export interface ProblemItem {
  pointer: string
  code: string
  message: string
}

export interface ProblemRecord {
  status: number
  code: string
  title: string
  detail: string
  errors: ProblemItem[]
  correlationId: string | null
}

/** An answer of the server that is not the one hoped for. */
export class ProblemError extends Error {
  readonly problem: ProblemRecord

  constructor(problem: ProblemRecord) {
    super(problem.title || problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** Read whatever came back: a problem document, a broken one, or a page of HTML. */
export function parseProblem(status: number, body: unknown): ProblemRecord {
  const source = isRecord(body) ? body : {}
  return {
    status: typeof source.status === 'number' ? source.status : status,
    code: text(source.code) || `http.${status}`,
    title: text(source.title),
    detail: text(source.detail),
    errors: Array.isArray(source.errors) ? source.errors.filter(isRecord).map(item) : [],
    correlationId: text(source.correlation_id) || null,
  }
}

/** Any thrown thing as a problem: ours, or a network that did not answer. */
export function problemOf(error: unknown): ProblemRecord {
  if (error instanceof ProblemError) return error.problem
  return parseProblem(0, { code: 'network.unreachable', status: 0 })
}

/** Trying again only helps when the server was away or busy. */
export function isWorthRetrying(error: unknown): boolean {
  const { status } = problemOf(error)
  return status === 0 || status === 502 || status === 503 || status === 504
}

function item(source: Record<string, unknown>): ProblemItem {
  return { pointer: text(source.pointer), code: text(source.code), message: text(source.message) }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
