import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'
import { EventPill } from './event-pill'
import type { FlowNode } from './flow-elements'
import { GroupCard } from './group-card'
import { LotCard } from './lot-card'
import { PartyCard } from './party-card'

/** One thing of the picture, by its type, with a place for arrows on either side. */
export const Card = memo(function Card({ data, selected }: NodeProps<FlowNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Face data={data} selected={selected} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  )
})

function Face({ data, selected }: Pick<NodeProps<FlowNode>, 'data' | 'selected'>) {
  const { node, isRoot, onToggle } = data
  if (node.type === 'event') return <EventPill node={node} selected={selected} />
  if (node.type === 'group')
    return <GroupCard node={node} selected={selected} onToggle={onToggle} />
  if (node.type === 'customer' || node.type === 'supplier') {
    return <PartyCard node={node} selected={selected} />
  }
  return <LotCard node={node} selected={selected} isRoot={isRoot} onToggle={onToggle} />
}
