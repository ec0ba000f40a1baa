import { Input, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { FilterChip } from '@/kit/filter-chip'
import { LOT_KINDS, STATES } from './asked-lots'
import styles from './lot-filters.module.css'

/** What narrows the list; all of it lives in the address, so that a link shows the same. */
export function LotFilters() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string | null) =>
    setParams(
      before => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const kind = params.get('kind') ?? 'lot'
  return (
    <div className={styles.filters}>
      <Input.Search
        allowClear
        className={styles.text}
        aria-label={t('lots.filter_text')}
        placeholder={t('lots.filter_text')}
        defaultValue={params.get('q') ?? ''}
        onSearch={text => set('q', text.trim())}
        data-testid="lot-filter-text"
      />
      <Select
        className={styles.kind}
        aria-label={t('field.kind_of_thing')}
        value={kind}
        onChange={value => set('kind', value === 'lot' ? null : value)}
        options={LOT_KINDS.map(value => ({ value, label: t(`thing.${value}`) }))}
      />
      <Select
        allowClear
        className={styles.kind}
        aria-label={t('field.quality')}
        placeholder={t('field.quality')}
        value={params.get('quality')}
        onChange={value => set('quality', value ?? null)}
        options={['pending', 'conforming', 'conceded', 'nonconforming'].map(value => ({
          value,
          label: t(`quality.${value}`),
        }))}
      />
      {kind === 'lot' && (
        <Segmented
          aria-label={t('lots.stock')}
          value={params.has('all') ? 'all' : 'stock'}
          onChange={value => set('all', value === 'all' ? '1' : null)}
          options={[
            { value: 'stock', label: t('lots.in_stock') },
            { value: 'all', label: t('lots.all') },
          ]}
        />
      )}
      {STATES.map(name => (
        <FilterChip
          key={name}
          on={params.has(name)}
          onChange={on => set(name, on ? (name === 'near' ? '7' : '1') : null)}
          testId={`lot-filter-${name}`}
        >
          {t(`lots.state.${name}`)}
        </FilterChip>
      ))}
      {(['product', 'supplier'] as const).map(
        name =>
          params.has(name) && (
            <FilterChip key={name} on onChange={() => set(name, null)}>
              {t(`lots.of_one.${name}`)}
            </FilterChip>
          ),
      )}
    </div>
  )
}
