import { MiniMap, Panel, useReactFlow } from '@xyflow/react'
import { useTranslation } from 'react-i18next'
import type { Graph, GraphNode } from '@/api/records'
import { usePhone } from '@/lib/use-phone'
import type { CardData } from './flow-elements'
import styles from './genealogy-graph.module.css'
import { NodeSearch } from './node-search'
import { ToolButton } from './tool-button'

interface Props {
  graph: Graph
  onSelect: (node: GraphNode) => void
  fullScreen: boolean
  onFullScreen: () => void
}

/** Zoom, fit, full screen, find; the small map where there is room for it. */
export function GraphTools({ graph, onSelect, fullScreen, onFullScreen }: Props) {
  const { t } = useTranslation()
  const flow = useReactFlow()
  const phone = usePhone()
  return (
    <>
      <Panel position="top-left">
        <NodeSearch graph={graph} onSelect={onSelect} />
      </Panel>
      <Panel position="bottom-left" className={styles.tools}>
        <ToolButton
          label={t('graph.zoom_in')}
          onClick={() => flow.zoomIn()}
          sign="M10 4v12M4 10h12"
        />
        <ToolButton label={t('graph.zoom_out')} onClick={() => flow.zoomOut()} sign="M4 10h12" />
        <ToolButton
          label={t('graph.fit')}
          onClick={() => flow.fitView({ padding: 0.06, maxZoom: 1, duration: 250 })}
          sign="M3 7V3h4m6 0h4v4m0 6v4h-4m-6 0H3v-4M7.5 8h5v4h-5z"
        />
        <ToolButton
          label={fullScreen ? t('graph.leave_full_screen') : t('graph.full_screen')}
          onClick={onFullScreen}
          testId="graph-full-screen"
          sign={
            fullScreen
              ? 'M8 3v5H3m9-5v5h5M8 17v-5H3m9 5v-5h5'
              : 'M8 8 3 3m0 4V3h4m5 5 5-5m-4 0h4v4M8 12l-5 5m0-4v4h4m5-5 5 5m-4 0h4v-4'
          }
        />
      </Panel>
      {!phone && (
        <MiniMap
          pannable
          zoomable
          style={{ width: 168, height: 96 }}
          ariaLabel={t('graph.map')}
          nodeClassName={node => styles[mapTone((node.data as CardData).node)] ?? ''}
          nodeBorderRadius={8}
        />
      )}
    </>
  )
}

function mapTone(node: GraphNode): string {
  if (node.side === 'root') return 'map-root'
  if (node.lot?.on_hold || node.group?.on_hold) return 'map-hold'
  if (node.type === 'event') return 'map-event'
  return node.type === 'customer' || node.type === 'supplier' ? 'map-party' : 'map-lot'
}
