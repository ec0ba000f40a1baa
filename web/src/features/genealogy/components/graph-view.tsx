import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Graph, GraphNode } from '@/api/records'
import { Completeness } from '@/kit/completeness/completeness'
import { EmptyState } from '@/kit/empty-state'
import { Failure } from '@/kit/failure'
import { Skeleton } from '@/kit/skeleton'
import { useAsOf } from '@/lib/use-as-of'
import { useGraph } from '../api/graph'
import { DirectionSwitch } from './direction-switch'
import styles from './graph-view.module.css'
import { PlainLine } from './plain-line'
import { ReadingBar } from './reading-bar'
import { useDirection } from './use-direction'

const GenealogyGraph = lazy(async () => ({
  default: (await import('@/kit/genealogy-graph/genealogy-graph')).GenealogyGraph,
}))

interface Props {
  lot: string
  renderNode: (node: GraphNode) => ReactNode
}

/** The genealogy as a picture, with what was chosen beside it. */
export function GraphView({ lot, renderNode }: Props) {
  const { t } = useTranslation()
  const [direction, setDirection] = useDirection()
  const [asOf] = useAsOf()
  const [expand, setExpand] = useState<string[]>([])
  const [chosen, setChosen] = useState<GraphNode | null>(null)
  const [full, setFull] = useState(false)
  const graph = useGraph(lot, direction, expand, asOf)
  const toggle = useCallback(
    (group: string) =>
      setExpand(open =>
        open.includes(group) ? open.filter(one => one !== group) : [...open, group],
      ),
    [],
  )
  useLeaveOnEscape(full, setFull)
  if (graph.error && !graph.data)
    return <Failure error={graph.error} onRetry={() => graph.refetch()} />
  return (
    <div className={full ? styles.full : styles.view}>
      <div className={styles.tools}>
        <DirectionSwitch value={direction} onChange={setDirection} />
        {expand.length > 0 && (
          <Button type="text" onClick={() => setExpand([])}>
            {t('graph.collapse_all')}
          </Button>
        )}
        <ReadingBar />
        {graph.data && (
          <Completeness told={graph.data} counts={counts(graph.data, t)}>
            <PlainLine more={plainMore(graph.data)} possible={possible(graph.data)} />
          </Completeness>
        )}
      </div>
      <div className={styles.stage} data-split={chosen !== null} aria-busy={graph.isFetching}>
        <div className={styles.picture}>
          <Legend />
          {!graph.data && <Skeleton rows={10} />}
          {graph.data && graph.data.nodes.length <= 1 && <EmptyState title={t('graph.alone')} />}
          {graph.data && graph.data.nodes.length > 1 && (
            <Suspense fallback={<Skeleton rows={10} />}>
              <GenealogyGraph
                graph={graph.data}
                selected={chosen?.id ?? null}
                onSelect={setChosen}
                onToggleGroup={toggle}
                fullScreen={full}
                onFullScreen={() => setFull(!full)}
              />
            </Suspense>
          )}
        </div>
        {chosen && (
          <aside className={styles.side} aria-label={t('graph.chosen')} data-testid="graph-side">
            <button
              type="button"
              className={styles.close}
              onClick={() => setChosen(null)}
              aria-label={t('action.close')}
            >
              ×
            </button>
            {renderNode(chosen)}
          </aside>
        )}
      </div>
    </div>
  )
}

const STATES = ['conforming', 'pending', 'hold', 'nonconforming'] as const

function Legend() {
  const { t } = useTranslation()
  return (
    <ul className={styles.legend} aria-label={t('graph.legend')}>
      {STATES.map(state => (
        <li key={state} data-state={state}>
          {state === 'hold' ? t('status.on_hold') : t(`quality.${state}`)}
        </li>
      ))}
    </ul>
  )
}

function counts({ totals }: Graph, t: TFunction): string[] {
  const told = ['lots', 'units', 'events', 'suppliers', 'customers'] as const
  return told
    .filter(name => totals[name] > 0)
    .map(name => t(`trace.count.${name}`, { count: totals[name] }))
}

/** The server's count where it gives one, else what the picture shows. */
function plainMore({ plain_more, nodes }: Graph): number {
  return plain_more ?? nodes.filter(node => node.plain_only).length
}

function possible(graph: Graph): number {
  return graph.possible ?? graph.nodes.filter(node => node.possible).length
}

function useLeaveOnEscape(full: boolean, setFull: (full: boolean) => void) {
  useEffect(() => {
    if (!full) return
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setFull(false)
    }
    window.addEventListener('keydown', leave)
    document.body.style.overflow = 'hidden'
    return () => {
      window.removeEventListener('keydown', leave)
      document.body.style.overflow = ''
    }
  }, [full, setFull])
}
