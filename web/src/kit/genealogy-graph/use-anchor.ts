import { useReactFlow } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import type { Graph } from '@/api/records'
import { placeOf } from './flow-elements'

/** When a group opens or folds, everything is laid out anew: keep what the eye rests on where it was. */
export function useAnchor(graph: Graph): void {
  const flow = useReactFlow()
  const before = useRef(graph)
  useLayoutEffect(() => {
    const was = before.current
    before.current = graph
    if (was === graph || was.root !== graph.root) return
    const anchor = anchorOf(was, graph)
    const from = placeOf(was, anchor)
    const to = placeOf(graph, anchor)
    if (!from || !to) return
    const { x, y, zoom } = flow.getViewport()
    flow.setViewport({ x: x + (from.x - to.x) * zoom, y: y + (from.y - to.y) * zoom, zoom })
  }, [graph, flow])
}

/** A neighbour of what vanished – it is beside what was clicked – else the lot in question. */
function anchorOf(was: Graph, now: Graph): string {
  const kept = new Set(now.nodes.map(node => node.id))
  const gone = new Set(was.nodes.filter(node => !kept.has(node.id)).map(node => node.id))
  for (const edge of was.edges) {
    if (gone.has(edge.target) && kept.has(edge.source)) return edge.source
    if (gone.has(edge.source) && kept.has(edge.target)) return edge.target
  }
  return now.root
}
