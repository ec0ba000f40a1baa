import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Direction } from '@/api/records'

interface Props {
  value: Direction
  onChange: (direction: Direction) => void
}

/** Towards the materials, towards the customers, or both. */
export function DirectionSwitch({ value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Segmented<Direction>
      aria-label={t('trace.direction')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'back', label: `← ${t('trace.back')}` },
        { value: 'both', label: t('trace.both') },
        { value: 'forward', label: `${t('trace.forward')} →` },
      ]}
    />
  )
}
