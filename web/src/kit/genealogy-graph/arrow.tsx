import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { quantityText } from '@/lib/units'
import styles from './arrow.module.css'
import type { FlowEdge } from './flow-elements'

/** Where material went, with how much; what is not certain is dashed. */
export const Arrow = memo(function Arrow(props: EdgeProps<FlowEdge>) {
  const { t } = useTranslation()
  const [path] = getBezierPath({ ...props, curvature: 0.35 })
  const edge = props.data?.edge
  const atSource = props.data?.labelAt === 'source'
  const unsure = props.data?.plainOnly || (edge && edge.certainty !== 'certain')
  const label = edge?.quantity ? quantityText(t, edge.quantity) : ''
  return (
    <g
      className={styles.arrow}
      data-unsure={unsure || undefined}
      data-chosen={props.selected || undefined}
    >
      <BaseEdge path={path} markerEnd={props.markerEnd} interactionWidth={0} />
      {label && (
        <text
          className={styles.label}
          x={atSource ? props.sourceX + 8 : props.targetX - 8}
          y={(atSource ? props.sourceY : props.targetY) - 5}
          textAnchor={atSource ? 'start' : 'end'}
        >
          {label}
        </text>
      )}
    </g>
  )
})
