import { useTranslation } from 'react-i18next'
import type { GraphNode } from '@/api/records'
import { isAny } from '@/lib/quantity'
import { quantityText } from '@/lib/units'
import { ThingIcon } from '../icons/thing-icon'
import styles from './cards.module.css'

interface Props {
  node: GraphNode
  selected: boolean
  isRoot: boolean
  onToggle: (groupId: string) => void
}

/** A lot, supplier lot or pallet: code, product, how much there is, and its state by colour and word. */
export function LotCard({ node, selected, isRoot, onToggle }: Props) {
  const { t } = useTranslation()
  const lot = node.lot
  const state = lotState(node)
  return (
    <div
      className={styles.lot}
      data-testid={`node-${node.id}`}
      data-state={state}
      data-root={isRoot || undefined}
      data-selected={selected || undefined}
      data-kind={node.type}
      data-plain={node.plain_only || undefined}
      data-possible={node.possible || undefined}
    >
      <div className={styles.head}>
        <ThingIcon kind={node.type} size={14} />
        <strong>{node.label}</strong>
        {node.possible && (
          <b className={styles.doubt} title={t('doubt.row.possible')}>
            ?
          </b>
        )}
        {state !== 'conforming' && state !== 'plain' && <em>{stateWord(t, state)}</em>}
      </div>
      <div className={styles.sub}>{node.sublabel ?? lot?.product_name}</div>
      {lot?.quantity && (
        <div className={isAny(lot.quantity) ? styles.amount : styles.sub}>
          {isAny(lot.quantity)
            ? t('graph.on_hand', { quantity: quantityText(t, lot.quantity) })
            : t('graph.used_up')}
        </div>
      )}
      {node.group && <FoldButton id={node.group.id} count={node.group.count} onToggle={onToggle} />}
    </div>
  )
}

function FoldButton({
  id,
  count,
  onToggle,
}: {
  id: string
  count: number
  onToggle: Props['onToggle']
}) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={`${styles.fold} nodrag nopan`}
      onClick={event => {
        event.stopPropagation()
        onToggle(id)
      }}
      aria-label={t('graph.collapse', { count })}
      title={t('graph.collapse', { count })}
    >
      −
    </button>
  )
}

function lotState(node: GraphNode): string {
  if (node.lot?.on_hold) return 'hold'
  if (node.lot?.expired && isAny(node.lot.quantity)) return 'expired'
  if (node.type !== 'lot' && node.type !== 'item') return 'plain'
  return node.lot?.quality ?? 'pending'
}

function stateWord(t: (key: string) => string, state: string): string {
  if (state === 'hold') return t('status.on_hold')
  return state === 'expired' ? t('status.expired') : t(`quality.${state}`)
}
