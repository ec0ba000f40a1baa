import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { downloadCsv } from '@/lib/csv'
import { plantDay } from '@/lib/time'
import { type Column, exportRows } from './data-table/column'

interface Props<Row> {
  name: string
  columns: Column<Row>[]
  rows: Row[]
}

/** Take along what is shown, as a file for a spreadsheet; of nothing there is no file. */
export function ExportButton<Row>({ name, columns, rows }: Props<Row>) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  const save = () => {
    const [header, cells] = exportRows(columns, rows)
    downloadCsv(`${name}-${plantDay(new Date().toISOString())}`, header, cells)
  }
  return (
    <Button icon={<DownloadOutlined />} onClick={save} data-testid="export-csv">
      {t('action.export', { count: rows.length })}
    </Button>
  )
}
