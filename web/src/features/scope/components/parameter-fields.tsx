import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ScopeAsked, ScopeFacets } from '@/api/records'
import { groupDigits } from '@/lib/quantity'
import { unitName } from '@/lib/units'
import styles from './narrowing.module.css'

interface Props {
  parameters: ScopeFacets['parameters'] | undefined
  narrow: NonNullable<ScopeAsked['narrow']>
  onChange: (words: Record<string, string | null>) => void
}

/** A measured parameter and the values that count as suspect, beside the values that were seen. */
export function ParameterFields({ parameters, narrow, onChange }: Props) {
  const { t } = useTranslation()
  const chosen = parameters?.find(one => one.kde === narrow.kde)
  return (
    <>
      <div className={styles.field}>
        <span aria-hidden="true">{t('scope.narrow.kde')}</span>
        <Select
          allowClear
          aria-label={t('scope.narrow.kde')}
          placeholder={t(parameters?.length === 0 ? 'scope.narrow.nothing' : 'scope.narrow.any')}
          disabled={!parameters || (parameters.length === 0 && !narrow.kde)}
          loading={!parameters}
          value={narrow.kde}
          onChange={kde => onChange({ kde: kde ?? null, below: null, above: null })}
          options={parameters?.map(one => ({
            value: one.kde,
            label: t('scope.narrow.option', {
              label: t(`kde.${one.kde}`, { defaultValue: one.label }),
              count: one.lots,
            }),
          }))}
          data-testid="narrow-kde"
        />
      </div>
      {narrow.kde && (
        <div className={styles.field}>
          <span aria-hidden="true">{t('scope.narrow.value')}</span>
          <div className={styles.bounds}>
            <Bound name="above" sign=">" value={narrow.above} onChange={onChange} />
            <Bound name="below" sign="<" value={narrow.below} onChange={onChange} />
          </div>
          {chosen && <small data-testid="narrow-seen">{seen(chosen)}</small>}
        </div>
      )}
    </>
  )

  function seen({ lowest, highest, unit, outside }: ScopeFacets['parameters'][number]): string {
    const range =
      lowest != null && highest != null
        ? t('scope.narrow.seen', {
            lowest: groupDigits(lowest),
            highest: groupDigits(highest),
            unit: unitName(t, unit),
          })
        : ''
    return [range, t('scope.narrow.outside', { count: outside })].filter(Boolean).join(' · ')
  }
}

interface BoundProps {
  name: 'above' | 'below'
  sign: string
  value: string | null | undefined
  onChange: Props['onChange']
}

function Bound({ name, sign, value, onChange }: BoundProps) {
  const { t } = useTranslation()
  const settle = (text: string) => {
    const given = text.trim().replace('−', '-')
    if (given !== (value ?? '')) onChange({ [name]: given || null })
  }
  return (
    <Input
      key={value ?? ''}
      prefix={sign}
      inputMode="decimal"
      defaultValue={value ?? ''}
      aria-label={t(`scope.narrow.${name}`)}
      onBlur={event => settle(event.target.value)}
      onPressEnter={event => settle(event.currentTarget.value)}
      data-testid={`narrow-${name}`}
    />
  )
}
