import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LotDetail } from '@/api/records'
import { FieldList } from '@/kit/field-list'
import { QuantityText } from '@/kit/quantity-text'
import { LotStatus } from '@/kit/status-pill'
import { ExpiryText } from './expiry-text'
import { HoldBanner } from './hold-banner'
import styles from './lot-summary.module.css'

/** A lot in a few lines, for a panel at the side. */
export function LotSummary({ lot }: { lot: LotDetail }) {
  const { t } = useTranslation()
  const lived = lot.good_until || lot.expires_on
  return (
    <div className={styles.summary}>
      <h2>
        <Link to={`/lots/${lot.id}`}>{lot.code}</Link>
      </h2>
      <p>{lot.product?.name ?? t(`thing.${lot.kind}`, { defaultValue: lot.kind })}</p>
      <LotStatus lot={lot} />
      <HoldBanner holds={lot.holds} />
      <FieldList
        dense
        fields={[
          {
            label: t('field.on_hand'),
            value: lot.quantity && <QuantityText quantity={lot.quantity} strong />,
          },
          { label: t('field.made'), value: lot.made && <QuantityText quantity={lot.made} /> },
          { label: t('field.place'), value: lot.place },
          { label: t('field.good_until'), value: lived && <ExpiryText lot={lot} /> },
          { label: t('field.supplier'), value: lot.supplier?.name },
          { label: t('field.supplier_lot'), value: lot.supplier_lot },
        ]}
      />
    </div>
  )
}
