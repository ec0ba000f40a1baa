import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { Graph } from '@/api/records'

/** Smallest zoom at which a card can be read without effort. */
const READABLE = 0.85

/** Show the whole picture when it can be read so, else the lot in question in the middle of its kin. */
export function useOpeningView(graph: Graph, canvas: RefObject<HTMLDivElement | null>): () => void {
  const flow = useReactFlow()
  const shown = useRef<string | null>(null)
  const open = useCallback(() => {
    const root = flow.getNode(graph.root)
    const bounds = flow.getNodesBounds(flow.getNodes())
    const { clientWidth = 0, clientHeight = 0 } = canvas.current ?? {}
    const whole = Math.min(clientWidth / bounds.width, clientHeight / bounds.height) * 0.92
    if (whole >= READABLE || !root) return void flow.fitView({ padding: 0.06, maxZoom: 1 })
    const zoom = Math.max(READABLE, whole)
    const x = start(
      root.position.x + (root.width ?? 0) / 2,
      clientWidth / zoom,
      bounds.x,
      bounds.width,
    )
    const y = root.position.y + (root.height ?? 0) / 2 - clientHeight / zoom / 2
    flow.setViewport({ x: -x * zoom, y: -y * zoom, zoom })
  }, [flow, graph, canvas])
  useEffect(() => {
    const key = `${graph.root}${graph.nodes.length > 0}`
    const first = shown.current === null
    const other = shown.current !== key
    shown.current = key
    if (!first && other) open()
  }, [graph, open])
  return open
}

const MARGIN = 24

/** Where the window begins: around the root, but not over emptiness while there is picture left to show. */
function start(centre: number, window: number, from: number, length: number): number {
  if (length + 2 * MARGIN <= window) return from + length / 2 - window / 2
  const wanted = centre - window / 2
  return Math.min(Math.max(wanted, from - MARGIN), from + length + MARGIN - window)
}
