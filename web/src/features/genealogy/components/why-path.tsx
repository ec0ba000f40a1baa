import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Hop, LotRef, Why } from '@/api/records'
import { EventIcon } from '@/kit/icons/event-icon'
import { LotTag } from '@/kit/lot-tag'
import { QuantityText } from '@/kit/quantity-text'
import { StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { inFlowOrder } from './in-flow-order'
import styles from './why-path.module.css'

/** One path the way the material went: lot, event, lot … down to the lot in question. */
export function WhyPath({ why }: { why: Why }) {
  const { t } = useTranslation()
  const hops = inFlowOrder(why)
  const first = hops[0]?.lot
  return (
    <>
      <p className={styles.lead}>
        {t(`why.lead.${why.direction}`, { start: why.start.code, goal: why.goal.code })}
      </p>
      {why.possible && (
        <p>
          <StatusPill tone="warn">{t('why.possible')}</StatusPill>
        </p>
      )}
      <ol className={styles.path} data-testid="why-path">
        {first && <Stop lot={first} asked={isAsked(why, first)} />}
        {hops.map(hop => (
          <Step key={`${hop.event_id}${hop.lot.id}${hop.to.id}`} hop={hop} why={why} />
        ))}
      </ol>
      <p className={styles.note}>{t('why.one_of_many')}</p>
    </>
  )
}

function isAsked({ start, goal }: Why, lot: LotRef): boolean {
  return lot.id === start.id || lot.id === goal.id
}

function Stop({ lot, asked }: { lot: LotRef; asked: boolean }) {
  return (
    <li className={styles.stop} data-asked={asked || undefined}>
      <LotTag lot={lot} />
      {lot.product && <small>{lot.product}</small>}
    </li>
  )
}

function Step({ hop, why }: { hop: Hop; why: Why }) {
  const { t } = useTranslation()
  return (
    <>
      <li className={styles.step} data-unsure={hop.certainty !== 'certain' || undefined}>
        <span className={styles.icon}>
          <EventIcon kind={hop.kind} size={16} />
        </span>
        <div>
          <Link to={`/events/${hop.event_id}`} data-testid="why-event">
            {t(`kind.${hop.kind}`, { defaultValue: hop.kind })}
          </Link>{' '}
          {hop.quantity && <QuantityText quantity={hop.quantity} strong />}
          {hop.certainty !== 'certain' && (
            <StatusPill tone="warn">
              {t(`certainty.${hop.certainty}`, { defaultValue: hop.certainty })}
            </StatusPill>
          )}
          <p>
            <TimeText at={hop.event_time} />
            {hop.place && ` · ${hop.place}`}
          </p>
        </div>
      </li>
      <Stop lot={hop.to} asked={isAsked(why, hop.to)} />
    </>
  )
}
