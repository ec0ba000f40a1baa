import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { PASSWORD_REQUIRED, SESSION_ENDED } from '@/api/client'
import { meQueryOptions, useMe } from '@/features/access/api/me'
import { ProblemAlert } from '@/kit/problem-alert'
import { Skeleton } from '@/kit/skeleton'
import { changeLanguage } from '@/lib/i18n'
import { problemOf } from '@/lib/problem'
import { useLanguage } from '@/lib/use-language'

/** Lets in who is signed in; leads everybody else to the door, and back afterwards. */
export function RequireSession() {
  const me = useMe()
  const { pathname, search } = useLocation()
  useSessionEnd()
  useOwnLanguage(me.data?.language)
  if (me.data?.must_change_password && pathname !== '/password')
    return <Navigate to="/password" replace />
  if (me.data) return <Outlet />
  if (me.isPending) return <Skeleton rows={6} />
  if (problemOf(me.error).status === 401) return <Navigate to={door(pathname + search)} replace />
  return <ProblemAlert error={me.error} onRetry={() => me.refetch()} />
}

function door(from: string, expired = false): string {
  const params = new URLSearchParams()
  if (from !== '/') params.set('next', from)
  if (expired) params.set('expired', '1')
  return `/login?${params}`
}

function useSessionEnd() {
  const navigate = useNavigate()
  const cache = useQueryClient()
  useEffect(() => {
    const ended = () => {
      const from = window.location.pathname + window.location.search
      if (window.location.pathname === '/login') return
      cache.clear()
      navigate(door(from, true), { replace: true })
    }
    const password = () => cache.invalidateQueries({ queryKey: meQueryOptions().queryKey })
    window.addEventListener(SESSION_ENDED, ended)
    window.addEventListener(PASSWORD_REQUIRED, password)
    return () => {
      window.removeEventListener(SESSION_ENDED, ended)
      window.removeEventListener(PASSWORD_REQUIRED, password)
    }
  }, [navigate, cache])
}

function useOwnLanguage(own: 'zh' | 'en' | undefined) {
  const language = useLanguage()
  const cache = useQueryClient()
  useEffect(() => {
    const now = cache.getQueryData(meQueryOptions().queryKey)?.language
    if (own && own === now && own !== language) void changeLanguage(own)
    // The account's language is taken over once, when it becomes known; later switches go through the account.
  }, [own])
}
