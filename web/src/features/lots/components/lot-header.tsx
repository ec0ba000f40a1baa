import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotDetail } from '@/api/records'
import { CodeText } from '@/kit/code-text'
import { type Field, FieldList } from '@/kit/field-list'
import { ThingIcon } from '@/kit/icons/thing-icon'
import { LotTag } from '@/kit/lot-tag'
import { QuantityText } from '@/kit/quantity-text'
import { LotStatus, StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { ExpiryText } from './expiry-text'
import { HoldBanner } from './hold-banner'
import styles from './lot-header.module.css'

interface Props {
  lot: LotDetail
  actions?: ReactNode
  renderHoldAction?: (hold: string) => ReactNode
}

/** Who this lot is, how much of it is where, and how it stands. */
export function LotHeader({ lot, actions, renderHoldAction }: Props) {
  const { t } = useTranslation()
  return (
    <section className={styles.header}>
      <div className={styles.top}>
        <span className={styles.icon}>
          <ThingIcon kind={lot.kind} size={26} />
        </span>
        <div className={styles.name}>
          <h1>
            <CodeText value={lot.code} testId="lot-code" />
          </h1>
          <p>
            {t(`thing.${lot.kind}`, { defaultValue: lot.kind })}
            {lot.product && ` · ${lot.product.name}`}
            {lot.product && <code> {lot.product.code}</code>}
          </p>
        </div>
        <div className={styles.status}>
          <LotStatus lot={lot} />
          {lot.origin === 'unknown' && (
            <StatusPill tone="warn">{t('lot.origin_unknown')}</StatusPill>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      <HoldBanner holds={lot.holds} renderAction={renderHoldAction} />
      <FieldList fields={facts(lot, t)} />
    </section>
  )
}

function facts(lot: LotDetail, t: (key: string) => string): Field[] {
  const lived = lot.good_until || lot.expires_on
  return [
    {
      label: t('field.on_hand'),
      value: lot.quantity && <QuantityText quantity={lot.quantity} strong />,
    },
    { label: t('field.made'), value: lot.made && <QuantityText quantity={lot.made} /> },
    { label: t('field.place'), value: lot.place },
    { label: t('field.container'), value: lot.container && <LotTag lot={lot.container} /> },
    { label: t('field.good_until'), value: lived && <ExpiryText lot={lot} /> },
    { label: t('field.supplier'), value: lot.supplier?.name },
    { label: t('field.supplier_lot'), value: lot.supplier_lot && <code>{lot.supplier_lot}</code> },
    { label: t('field.first_event'), value: <TimeText at={lot.first_event_time} /> },
    { label: t('field.last_event'), value: <TimeText at={lot.last_event_time} /> },
    {
      label: t('field.disputed'),
      value: lot.disputed && <QuantityText quantity={lot.disputed} strong />,
    },
  ].map(field => ({ ...field, value: field.value || null }))
}
