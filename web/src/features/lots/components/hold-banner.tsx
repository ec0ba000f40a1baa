import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotHold } from '@/api/records'
import { holdReason } from '@/kit/hold-reason'
import { Glyph } from '@/kit/icons/glyph'
import { LotTag } from '@/kit/lot-tag'
import { TimeText } from '@/kit/time-text'
import styles from './hold-banner.module.css'

interface Props {
  holds: LotHold[]
  renderAction?: (hold: string) => ReactNode
}

/** The holds that lie on a lot now: why, who, since when, and what lifts each. */
export function HoldBanner({ holds, renderAction }: Props) {
  const { t } = useTranslation()
  const open = holds.filter(hold => !hold.released_at)
  if (open.length === 0) return null
  return (
    <ul className={styles.banner} data-testid="hold-banner">
      {open.map(hold => (
        <li key={hold.id}>
          <Glyph size={20}>
            <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9m-3 3v2" />
          </Glyph>
          <div>
            <strong>{t('lot.held', { reason: holdReason(t, hold.reason) })}</strong>
            <p>
              {hold.note && `${hold.note} · `}
              {hold.held_by} · <TimeText at={hold.held_at} />
              {hold.inherited_from && (
                <>
                  {' · '}
                  {t('lot.inherited_hold')} <LotTag lot={hold.inherited_from} />
                </>
              )}
            </p>
          </div>
          {renderAction?.(hold.id)}
        </li>
      ))}
    </ul>
  )
}
