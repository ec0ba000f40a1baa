import type { ComponentType } from 'react'
import { createBrowserRouter } from 'react-router'
import { RequireSession } from './require-session'
import { CrashPage } from './routes/crash-page'
import { DeskShell } from './shell/desk-shell'

type Page = { default: ComponentType }

/** A page in a file of its own, fetched when somebody goes there. */
const page = (load: () => Promise<Page>) => async () => ({ Component: (await load()).default })

const rooms = [
  { index: true, lazy: page(() => import('./routes/home-route')) },
  { path: 'trace', lazy: page(() => import('./routes/trace-page')) },
  { path: 'lots', lazy: page(() => import('@/features/lots/routes/lot-list-page')) },
  { path: 'lots/:lot', lazy: page(() => import('./routes/lot-page')) },
  { path: 'events', lazy: page(() => import('@/features/events/routes/event-list-page')) },
  { path: 'events/:event', lazy: page(() => import('./routes/event-route')) },
  { path: 'events/:event/correct', lazy: page(() => import('./routes/correct-route')) },
  { path: 'scope', lazy: page(() => import('./routes/scope-route')) },
  { path: 'holds', lazy: page(() => import('./routes/holds-route')) },
  { path: 'attempts', lazy: page(() => import('@/features/capture/routes/attempt-list-page')) },
  { path: 'ledger', lazy: page(() => import('./routes/ledger-route')) },
  {
    path: 'masters/:collection?',
    lazy: page(() => import('@/features/masterdata/routes/masters-page')),
  },
  { path: '*', lazy: page(() => import('./routes/not-found-page')) },
]

/** A page that breaks leaves rail and search standing. */
const inner = [{ errorElement: <CrashPage />, children: rooms }]

/** All ways through the house. */
export const router = createBrowserRouter([
  {
    errorElement: <CrashPage />,
    HydrateFallback: () => null,
    children: [
      { path: '/login', lazy: page(() => import('@/features/access/routes/login-page')) },
      {
        element: <RequireSession />,
        children: [
          { path: '/password', lazy: page(() => import('@/features/access/routes/password-page')) },
          { element: <DeskShell />, errorElement: <CrashPage />, children: inner },
        ],
      },
    ],
  },
])
