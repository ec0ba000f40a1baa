import { useTranslation } from 'react-i18next'
import type { GraphNode } from '@/api/records'
import { quantityText } from '@/lib/units'
import { ThingIcon } from '../icons/thing-icon'
import styles from './cards.module.css'

interface Props {
  node: GraphNode
  selected: boolean
  onToggle: (groupId: string) => void
}

/** Siblings alike, folded into one card with their count and sum; one click spreads them out. */
export function GroupCard({ node, selected, onToggle }: Props) {
  const { t } = useTranslation()
  const group = node.group
  if (!group) return null
  return (
    <div
      className={styles.group}
      data-testid={`node-${node.id}`}
      data-selected={selected || undefined}
    >
      <div className={styles.head}>
        <ThingIcon kind={group.member_kind} size={14} />
        <strong>{t(`graph.group.${group.member_kind}`, { count: group.count })}</strong>
        {group.on_hold > 0 && <em>{t('graph.held_in_group', { count: group.on_hold })}</em>}
      </div>
      <div className={styles.sub}>{group.product_name ?? node.sublabel}</div>
      <div className={styles.amount}>{group.sum && quantityText(t, group.sum)}</div>
      <button
        type="button"
        className={`${styles.fold} nodrag nopan`}
        onClick={event => {
          event.stopPropagation()
          onToggle(group.id)
        }}
        aria-label={t('graph.expand', { count: group.count })}
        title={t('graph.expand', { count: group.count })}
      >
        +
      </button>
    </div>
  )
}
