/** The one typed client: language, CSRF and problems are handled here and nowhere else. */
import createClient, { type Middleware } from 'openapi-fetch'
import { acceptLanguage } from '../lib/i18n'
import { ProblemError, parseProblem } from '../lib/problem'
import type { paths } from './schema'

export const SESSION_ENDED = 'lotline:session-ended'
export const PASSWORD_REQUIRED = 'lotline:password-required'

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', acceptLanguage())
    return request
  },
}

const csrf: Middleware = {
  async onRequest({ request }) {
    if (UNSAFE.has(request.method)) request.headers.set('X-CSRFToken', await csrfToken())
    return request
  },
}

const problems: Middleware = {
  async onResponse({ request, response }) {
    if (response.ok) return response
    const problem = parseProblem(response.status, await readJson(response))
    announce(problem.status, problem.code, request.url)
    throw new ProblemError(problem)
  },
}

export const client = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
})
client.use(language, csrf, problems)

/** The answer's body; a request that failed has already thrown its problem. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T
}

async function csrfToken(): Promise<string> {
  const cookie = /(?:^|;\s*)(?:__Host-)?lotline_csrf=([^;]+)/.exec(document.cookie)?.[1]
  if (cookie) return decodeURIComponent(cookie)
  const { csrf_token } = await body(client.GET('/api/v1/auth/csrf', {}))
  return csrf_token
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.clone().json()
  } catch {
    return null
  }
}

function announce(status: number, code: string, url: string): void {
  if (status === 401 && !url.includes('/auth/')) window.dispatchEvent(new Event(SESSION_ENDED))
  if (code === 'auth.password_change_required') window.dispatchEvent(new Event(PASSWORD_REQUIRED))
}
