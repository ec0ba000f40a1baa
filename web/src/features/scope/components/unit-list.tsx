import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotRef } from '@/api/records'
import { LotTag } from '@/kit/lot-tag'
import { Panel } from '@/kit/panel'
import { usePrinting } from '@/lib/use-printing'
import styles from './unit-list.module.css'

const FIRST = 24

/** The pallets and cases that hold, or left with, something affected. */
export function UnitList({ units }: { units: LotRef[] }) {
  const { t } = useTranslation()
  const printing = usePrinting()
  const [all, setAll] = useState(false)
  if (units.length === 0) return null
  const shown = all || printing ? units : units.slice(0, FIRST)
  return (
    <Panel title={t('scope.by_unit', { count: units.length })}>
      <ul className={styles.units}>
        {shown.map(unit => (
          <li key={unit.id}>
            <LotTag lot={unit} />
          </li>
        ))}
      </ul>
      {shown.length < units.length && (
        <Button type="text" block onClick={() => setAll(true)}>
          {t('action.show_more', { count: units.length - shown.length })}
        </Button>
      )}
    </Panel>
  )
}
