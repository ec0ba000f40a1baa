import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Corrected } from '@/api/records'
import { LotTag } from '@/kit/lot-tag'
import { Panel } from '@/kit/panel'
import styles from './correction-done.module.css'

interface Props {
  event: string
  lots: { id: string; code: string; kind: string }[]
  corrected: Corrected
}

const SHOWN = 12

/** What was recorded, both ends linked, and what the server says should be looked at now. */
export function CorrectionDone({ event, lots, corrected }: Props) {
  const { t } = useTranslation()
  const { correction, replacement } = corrected
  const warnings = [...correction.warnings, ...(replacement?.warnings ?? [])]
  return (
    <Panel title={t('correction.done')}>
      <div className={styles.done} data-testid="correction-done" role="status">
        <ol>
          <li>
            <span>{t('correction.voided')}</span>
            <Link to={`/events/${event}`}>{t('correction.open_old')}</Link>
          </li>
          <li>
            <span>{t('correction.declared')}</span>
            <Link to={`/events/${correction.event_id}`}>{t('correction.open_declaration')}</Link>
          </li>
          {replacement && (
            <li>
              <span>{t('correction.replaced')}</span>
              <Link to={`/events/${replacement.event_id}`} data-testid="open-replacement">
                {t('correction.open_new')}
              </Link>
            </li>
          )}
        </ol>
        <h3>{t('correction.look_at')}</h3>
        {warnings.length === 0 ? (
          <p>{t('correction.no_warnings')}</p>
        ) : (
          <ul className={styles.warnings}>
            {warnings.map(({ code, message }) => (
              <li key={code + message}>
                {t(`flag_hint.${code.replaceAll('.', '_')}`, { defaultValue: message || code })}
              </li>
            ))}
          </ul>
        )}
        <h3>{t('correction.touched', { count: lots.length })}</h3>
        <p className={styles.lots}>
          {lots.slice(0, SHOWN).map(lot => (
            <LotTag key={lot.id} lot={lot} />
          ))}
          {lots.length > SHOWN && (
            <small>{t('action.and_more', { count: lots.length - SHOWN })}</small>
          )}
        </p>
      </div>
    </Panel>
  )
}
