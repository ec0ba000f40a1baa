import type { TFunction } from 'i18next'
import type { Share } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { LotTag } from '@/kit/lot-tag'
import { QuantitiesText } from '@/kit/quantities-text'
import { ShareBar } from '@/kit/share-bar'
import { percentOf } from '@/lib/decimal'
import { quantityText } from '@/lib/units'

/** The columns of shares: the lot, its part, and how much that is; ≈ where an assumption is in it. */
export function shareColumns(t: TFunction, side: 'back' | 'forward'): Column<Share>[] {
  return [
    {
      key: 'lot',
      title: t('field.lot_code'),
      phone: 'headline',
      render: row => (
        <>
          <LotTag lot={row.lot} />
          {row.lot.product && <div>{row.lot.product}</div>}
        </>
      ),
      text: row => row.lot.code,
    },
    { key: 'product', title: t('field.product'), text: row => row.lot.product ?? '' },
    {
      key: 'share',
      title: t(`shares.${side}.share`),
      phone: 'corner',
      render: row => <ShareBar percent={percentOf(row.share)} approximate={row.approximate} />,
      text: row => percentOf(row.share) ?? '',
    },
    {
      key: 'contribution',
      title: t(`shares.${side}.contribution`),
      align: 'end',
      nowrap: true,
      render: row => (
        <>
          {row.approximate && row.contribution.length > 0 && '≈ '}
          <QuantitiesText quantities={row.contribution} rounded />
        </>
      ),
      text: row => row.contribution.map(one => quantityText(t, one)).join(' + '),
    },
    {
      key: 'approximate',
      title: t('shares.approximate'),
      text: row => t(row.approximate ? 'shares.yes' : 'shares.no'),
    },
  ]
}
