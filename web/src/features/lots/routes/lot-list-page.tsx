import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ListPanel, pagedRows } from '@/kit/data-table/list-panel'
import { ExportButton } from '@/kit/export-button'
import { PageFrame } from '@/kit/page-frame'
import { useLots } from '../api/lots'
import { askedLots } from '../components/asked-lots'
import { lotColumns } from '../components/lot-columns'
import { LotFilters } from '../components/lot-filters'

/** All lots: what there is, where it is, in which state. */
export default function LotListPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const asked = askedLots(params)
  const lots = useLots(asked)
  const columns = useMemo(() => lotColumns(t), [t])
  const order = (sort: string) =>
    setParams(
      before =>
        new URLSearchParams([...[...before].filter(([name]) => name !== 'sort'), ['sort', sort]]),
      {
        replace: true,
      },
    )
  return (
    <PageFrame
      title={t('room.lots')}
      extra={<ExportButton name={t('room.lots')} columns={columns} rows={pagedRows(lots)} />}
    >
      <LotFilters />
      <ListPanel
        label={t('room.lots')}
        answer={lots}
        columns={columns}
        rowKey={row => row.id}
        sort={asked.sort}
        onSort={order}
        empty={{ title: t('lots.empty'), hint: t('lots.empty_hint') }}
      />
    </PageFrame>
  )
}
