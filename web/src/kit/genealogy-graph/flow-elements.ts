/** From the server's picture to what React Flow draws: same places, a little more air for figures. */
import type { Edge, Node } from '@xyflow/react'
import type { Graph, GraphEdge, GraphNode } from '@/api/records'

/** What a card is given to show. */
export interface CardData extends Record<string, unknown> {
  node: GraphNode
  isRoot: boolean
  onToggle: (groupId: string) => void
}

/** What an arrow is given to show. */
export interface ArrowData extends Record<string, unknown> {
  edge: GraphEdge
  /** One end is there only if recorded times are not trusted. */
  plainOnly: boolean
  labelAt: 'source' | 'target'
}

export type FlowNode = Node<CardData, 'card'>
export type FlowEdge = Edge<ArrowData, 'arrow'>

/** Columns stand this much further apart than the server placed them, for the quantities. */
const AIR = 24

/** Where a card of the picture stands. */
export function placeOf(graph: Graph, id: string): { x: number; y: number } | null {
  const node = graph.nodes.find(one => one.id === id)
  return node ? { x: node.x + node.layer * AIR, y: node.y } : null
}

/** Place every card; the root is marked, the chosen one selected. */
export function flowNodes(
  graph: Graph,
  selected: string | null,
  onToggle: (groupId: string) => void,
): FlowNode[] {
  return graph.nodes.map(node => ({
    id: node.id,
    type: 'card',
    position: { x: node.x + node.layer * AIR, y: node.y },
    width: node.w,
    height: node.h,
    selected: node.id === selected,
    draggable: false,
    connectable: false,
    ariaLabel: [node.label, node.sublabel].filter(Boolean).join(', '),
    data: { node, isRoot: node.id === graph.root, onToggle },
  }))
}

/** Draw every arrow in the direction the material went; the chosen card's arrows stand out. */
export function flowEdges(graph: Graph, selected: string | null): FlowEdge[] {
  const leaving = tally(graph.edges.map(edge => edge.source))
  const arriving = tally(graph.edges.map(edge => edge.target))
  const plain = new Set(graph.nodes.filter(node => node.plain_only).map(node => node.id))
  return graph.edges.map(edge => {
    // The figure stands at the emptier end, so that figures of a fan do not lie on each other.
    const fan = (leaving.get(edge.source) ?? 0) - (arriving.get(edge.target) ?? 0)
    const atTarget = fan > 0 || (fan === 0 && edge.kind === 'output')
    return {
      id: edge.id,
      source: edge.source,
      target: edge.target,
      type: 'arrow',
      focusable: false,
      selectable: false,
      selected: selected !== null && (edge.source === selected || edge.target === selected),
      data: {
        edge,
        plainOnly: plain.has(edge.source) || plain.has(edge.target),
        labelAt: atTarget ? 'target' : 'source',
      },
    }
  })
}

function tally(ids: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
