import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Scope, ScopeAsked, ScopeFacets } from '@/api/records'
import { FoldPanel } from '@/kit/fold-panel'
import { ProblemAlert } from '@/kit/problem-alert'
import { TimeField } from '@/kit/time-field'
import { useFacets } from '../api/facets'
import { CONDITIONS, countConditions } from './asked-scope'
import styles from './narrowing.module.css'
import { ParameterFields } from './parameter-fields'
import { SavingLine } from './saving-line'

interface Props {
  asked: ScopeAsked
  scope: Scope | undefined
  onChange: (words: Record<string, string | null>) => void
}

const CHOICES = [
  ['equipment', 'equipment'],
  ['operator', 'operators'],
  ['supplier', 'suppliers'],
  ['place', 'places'],
] as const

const NOTHING = Object.fromEntries(CONDITIONS.map(name => [name, null]))

/** Narrow to the events through which suspicion spread, and see what that spares. */
export function Narrowing({ asked, scope, onChange }: Props) {
  const { t } = useTranslation()
  const facets = useFacets(asked)
  const narrow = asked.narrow ?? {}
  const set = countConditions(asked)
  return (
    <FoldPanel
      title={t('scope.narrow.title')}
      open={set > 0}
      testId="narrow-open"
      extra={
        set > 0 && (
          <Button type="link" onClick={() => onChange(NOTHING)} data-testid="narrow-clear">
            {t('scope.narrow.clear', { count: set })}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{t('scope.narrow.lead')}</p>
      {facets.error && (
        <div className={styles.problem}>
          <ProblemAlert error={facets.error} onRetry={() => facets.refetch()} />
        </div>
      )}
      <div className={styles.fields}>
        {(['starts', 'ends'] as const).map(name => (
          <TimeField
            key={name}
            label={t(`scope.narrow.${name}`)}
            value={narrow[name]}
            onChange={at => onChange({ [name]: at })}
            testId={`narrow-${name}`}
          />
        ))}
        {CHOICES.map(([name, facet]) => (
          <Choice
            key={name}
            name={name}
            value={narrow[name] ?? null}
            facets={facets.data?.[facet]}
            onChange={value => onChange({ [name]: value })}
          />
        ))}
        <ParameterFields parameters={facets.data?.parameters} narrow={narrow} onChange={onChange} />
      </div>
      {set > 0 && scope?.saving && <SavingLine saving={scope.saving} kept={scope.suspects} />}
    </FoldPanel>
  )
}

interface ChoiceProps {
  name: (typeof CHOICES)[number][0]
  value: string | null
  facets: ScopeFacets['equipment'] | undefined
  onChange: (value: string | null) => void
}

function Choice({ name, value, facets, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const label = t(`scope.narrow.${name}`)
  return (
    <div className={styles.field}>
      <span aria-hidden="true">{label}</span>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={label}
        placeholder={t(facets?.length === 0 ? 'scope.narrow.nothing' : 'scope.narrow.any')}
        disabled={!facets || (facets.length === 0 && !value)}
        loading={!facets}
        value={value}
        onChange={chosen => onChange(chosen ?? null)}
        options={facets?.map(facet => ({
          value: facet.value,
          label: t('scope.narrow.option', { label: facet.label, count: facet.lots }),
        }))}
        data-testid={`narrow-${name}`}
      />
    </div>
  )
}
