import { Button, Input } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotAccount } from '@/api/records'
import { ExpandingTable } from '@/kit/data-table/expanding-table'
import { EmptyState } from '@/kit/empty-state'
import { ExportButton } from '@/kit/export-button'
import { FilterChip } from '@/kit/filter-chip'
import { Panel } from '@/kit/panel'
import { usePrinting } from '@/lib/use-printing'
import { accountColumns } from './account-columns'
import styles from './account-list.module.css'
import { type AccountFilter, keepAccounts } from './keep-accounts'
import { LotAccountView } from './lot-account'

interface Props {
  accounts: LotAccount[]
  renderWhy: (goal: { id: string; code: string }) => ReactNode
}

const FIRST = 20
const MARKS = ['left', 'possible', 'unheld'] as const

/** Every lot of the answer, the suspects first; each opens to its account. */
export function AccountList({ accounts, renderWhy }: Props) {
  const { t } = useTranslation()
  const printing = usePrinting()
  const [all, setAll] = useState(false)
  const [filter, setFilter] = useState<AccountFilter>({ text: '' })
  const columns = useMemo(
    () => accountColumns(t, row => (row.is_suspect ? null : renderWhy(row.row))),
    [t, renderWhy],
  )
  const rows = useMemo(() => keepAccounts(accounts, filter), [accounts, filter])
  const shown = all || printing ? rows : rows.slice(0, FIRST)
  return (
    <Panel
      flush
      title={t('scope.by_lot', { count: rows.length })}
      extra={<ExportButton name={t('room.scope')} columns={columns} rows={rows} />}
    >
      <div className={styles.filters}>
        <Input
          allowClear
          className={styles.text}
          aria-label={t('scope.filter')}
          placeholder={t('scope.filter')}
          value={filter.text}
          onChange={event => setFilter({ ...filter, text: event.target.value })}
          data-testid="account-filter"
        />
        {MARKS.map(mark => (
          <FilterChip
            key={mark}
            on={filter[mark] === true}
            onChange={on => setFilter({ ...filter, [mark]: on })}
          >
            {t(`scope.only.${mark}`)}
          </FilterChip>
        ))}
      </div>
      {rows.length === 0 && <EmptyState title={t('trace.no_rows')} />}
      {rows.length > 0 && (
        <ExpandingTable
          label={t('scope.by_lot', { count: rows.length })}
          columns={columns}
          rows={shown}
          rowKey={row => row.row.id}
          renderMore={row => <LotAccountView account={row} />}
          openLabel={row => t('scope.account.open_of', { code: row.row.code })}
        />
      )}
      {shown.length < rows.length && (
        <Button type="text" block onClick={() => setAll(true)} data-testid="accounts-all">
          {t('action.show_more', { count: rows.length - shown.length })}
        </Button>
      )}
    </Panel>
  )
}
