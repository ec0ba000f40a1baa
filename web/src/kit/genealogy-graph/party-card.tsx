import type { GraphNode } from '@/api/records'
import { ThingIcon } from '../icons/thing-icon'
import styles from './cards.module.css'

/** Where the picture ends: the company it came from, or went to. */
export function PartyCard({ node, selected }: { node: GraphNode; selected: boolean }) {
  return (
    <div
      className={styles.party}
      data-testid={`node-${node.id}`}
      data-side={node.type}
      data-selected={selected || undefined}
    >
      <ThingIcon kind={node.type} size={18} />
      <span>
        <strong>{node.label}</strong>
        {node.sublabel && <small>{node.sublabel}</small>}
      </span>
    </div>
  )
}
