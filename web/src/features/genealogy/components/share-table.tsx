import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Share } from '@/api/records'
import { DataTable } from '@/kit/data-table/data-table'
import { usePrinting } from '@/lib/use-printing'
import { shareColumns } from './share-columns'

const FIRST = 15

/** Shares, the largest first; a long tail is folded until asked for or printed. */
export function ShareTable({ side, rows }: { side: 'back' | 'forward'; rows: Share[] }) {
  const { t } = useTranslation()
  const printing = usePrinting()
  const [all, setAll] = useState(false)
  const columns = useMemo(() => shareColumns(t, side), [t, side])
  const sorted = useMemo(
    () => rows.toSorted((one, other) => Number(other.share ?? -1) - Number(one.share ?? -1)),
    [rows],
  )
  const shown = all || printing ? sorted : sorted.slice(0, FIRST)
  return (
    <>
      <DataTable
        label={t(`shares.${side}.title`, { count: rows.length })}
        columns={columns}
        rows={shown}
        rowKey={row => row.lot.id}
      />
      {shown.length < rows.length && (
        <Button type="text" block onClick={() => setAll(true)}>
          {t('action.show_more', { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  )
}
