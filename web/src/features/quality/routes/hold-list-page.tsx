import { Segmented } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ListPanel, pagedRows } from '@/kit/data-table/list-panel'
import { ExportButton } from '@/kit/export-button'
import { PageFrame } from '@/kit/page-frame'
import { useHolds } from '../api/holds'
import { holdColumns } from '../components/hold-columns'
import { ReleaseButton } from '../components/release-button'

interface Props {
  mayRelease: boolean
  /** The way from held lots to what they became. */
  renderScope?: (lots: string[]) => ReactNode
}

/** What is held, why and by whom; whoever may, releases here. */
export default function HoldListPage({ mayRelease, renderScope }: Props) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const open = !params.has('all')
  const holds = useHolds(open)
  const columns = useMemo(
    () =>
      holdColumns(t, row => (
        <>
          {mayRelease ? <ReleaseButton hold={row.id} /> : '—'}{' '}
          {renderScope?.(row.lots.map(lot => lot.id))}
        </>
      )),
    [t, mayRelease, renderScope],
  )
  return (
    <PageFrame
      title={t('room.holds')}
      lead={t('holds.lead')}
      extra={<ExportButton name={t('room.holds')} columns={columns} rows={pagedRows(holds)} />}
    >
      <div>
        <Segmented
          aria-label={t('holds.which')}
          value={open ? 'open' : 'all'}
          onChange={value => setParams(value === 'all' ? { all: '1' } : {}, { replace: true })}
          options={[
            { value: 'open', label: t('holds.open') },
            { value: 'all', label: t('holds.all') },
          ]}
        />
      </div>
      <ListPanel
        label={t('room.holds')}
        answer={holds}
        columns={columns}
        rowKey={row => row.id}
        empty={{ title: t('holds.empty'), hint: t('holds.empty_hint') }}
      />
    </PageFrame>
  )
}
