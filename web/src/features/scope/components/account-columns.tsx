import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { LotAccount } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { LotTag } from '@/kit/lot-tag'
import { QuantitiesText } from '@/kit/quantities-text'
import { ShareBar } from '@/kit/share-bar'
import { LotStatus } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { percentOf } from '@/lib/decimal'
import { sheetTime } from '@/lib/time'
import { quantityText } from '@/lib/units'
import styles from './account-list.module.css'
import { AccountMarks } from './account-marks'
import { affectedOf, suspectAtEnd } from './affected-lots'

/** The columns of affected lots: who, how much of it is suspect, how much to hold, since when. */
export function accountColumns(
  t: TFunction,
  renderWhy: (row: LotAccount) => ReactNode,
): Column<LotAccount>[] {
  return [
    {
      key: 'lot',
      title: t('field.lot_code'),
      phone: 'headline',
      render: row => (
        <span className={styles.lot}>
          <LotTag lot={row.row} />
          <AccountMarks account={row} />
        </span>
      ),
      text: row => row.row.code,
    },
    {
      key: 'product',
      title: t('field.product'),
      phone: 'headline',
      render: row => row.row.product?.name ?? t(`thing.${row.row.kind}`),
      text: row => row.row.product?.name ?? '',
    },
    {
      key: 'affected',
      title: t('scope.column.affected'),
      align: 'end',
      nowrap: true,
      render: row => <QuantitiesText quantities={affectedOf(row)} strong />,
      text: row =>
        affectedOf(row)
          .map(one => quantityText(t, one))
          .join(' + '),
    },
    {
      key: 'suspect',
      title: t('scope.column.suspect'),
      align: 'end',
      nowrap: true,
      render: row => <QuantitiesText quantities={suspectAtEnd(row)} rounded />,
      text: row =>
        suspectAtEnd(row)
          .map(one => quantityText(t, one))
          .join(' + '),
    },
    {
      key: 'share',
      title: t('scope.column.share'),
      render: row => <ShareBar percent={percentOf(row.share)} approximate={row.possible} />,
      text: row => percentOf(row.share) ?? '',
    },
    {
      key: 'arrival',
      title: t('scope.column.arrival'),
      nowrap: true,
      render: row =>
        row.arrival ? <TimeText at={row.arrival} style="short" /> : t('scope.from_start'),
      text: row => (row.arrival ? sheetTime(row.arrival) : t('scope.from_start')),
    },
    {
      key: 'status',
      title: t('field.status'),
      phone: 'corner',
      render: row => <LotStatus lot={row.row} />,
    },
    { key: 'why', title: t('why.column'), phone: 'corner', render: renderWhy },
  ]
}
