import '@xyflow/react/dist/base.css'
import { ReactFlow, type ReactFlowInstance, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Graph, GraphNode } from '@/api/records'
import { usePhone } from '@/lib/use-phone'
import { Arrow } from './arrow'
import { Card } from './card'
import { type FlowEdge, type FlowNode, flowEdges, flowNodes } from './flow-elements'
import styles from './genealogy-graph.module.css'
import { GraphTools } from './graph-tools'
import { useAnchor } from './use-anchor'
import { useOpeningView } from './use-opening-view'

const nodeTypes = { card: Card }
const edgeTypes = { arrow: Arrow }

interface Props {
  graph: Graph
  selected: string | null
  onSelect: (node: GraphNode | null) => void
  onToggleGroup: (groupId: string) => void
  fullScreen: boolean
  onFullScreen: () => void
}

/** The life of a lot as a picture: materials on the left, customers on the right. */
export function GenealogyGraph(props: Props) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ graph, selected, onSelect, onToggleGroup, fullScreen, onFullScreen }: Props) {
  const { t } = useTranslation()
  const nodes = useMemo(
    () => flowNodes(graph, selected, onToggleGroup),
    [graph, selected, onToggleGroup],
  )
  const edges = useMemo(() => flowEdges(graph, selected), [graph, selected])
  const flow = useReactFlow<FlowNode, FlowEdge>()
  const phone = usePhone()
  const canvas = useRef<HTMLDivElement>(null)
  const open = useOpeningView(graph, canvas)
  useAnchor(graph)
  return (
    <div ref={canvas} className={styles.canvas} data-testid="graph-canvas">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={open}
        minZoom={0.08}
        maxZoom={1.8}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable
        onlyRenderVisibleElements={graph.nodes.length > 150}
        onNodeClick={(_, node) => {
          onSelect(node.data.node)
          if (phone) liftAboveSheet(flow, node, canvas.current)
        }}
        onPaneClick={() => onSelect(null)}
        onKeyDownCapture={event => chooseByKeyboard(event, graph, onSelect)}
        aria-label={t('graph.label')}
        attributionPosition="top-right"
      >
        <GraphTools
          graph={graph}
          onSelect={onSelect}
          fullScreen={fullScreen}
          onFullScreen={onFullScreen}
        />
      </ReactFlow>
    </div>
  )
}

/** On a phone the side panel rises from below: the chosen card moves up where it stays in sight. */
function liftAboveSheet(
  flow: ReactFlowInstance<FlowNode, FlowEdge>,
  { position, width = 0, height = 0 }: FlowNode,
  canvas: HTMLElement | null,
) {
  const zoom = flow.getZoom()
  const lift = ((canvas?.clientHeight ?? 0) * 0.3) / zoom
  flow.setCenter(position.x + width / 2, position.y + height / 2 + lift, { zoom, duration: 200 })
}

function chooseByKeyboard(
  event: KeyboardEvent,
  graph: Graph,
  onSelect: (node: GraphNode | null) => void,
) {
  if (event.key === 'Escape') return onSelect(null)
  if (event.key !== 'Enter' && event.key !== ' ') return
  const target = event.target as HTMLElement
  if (!target.classList.contains('react-flow__node')) return
  event.preventDefault()
  onSelect(graph.nodes.find(node => node.id === target.dataset.id) ?? null)
}
