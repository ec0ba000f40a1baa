import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Hit } from '@/api/records'
import { ThingIcon } from '@/kit/icons/thing-icon'
import { qualityTone, StatusPill } from '@/kit/status-pill'
import styles from './hits.module.css'

/** One candidate: its kind, its code, what it is. */
export function HitRow({ hit }: { hit: Hit }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={styles.icon}>
        <ThingIcon kind={hit.kind} />
      </span>
      <span className={styles.text}>
        <strong>{hit.code}</strong>
        <small>{about(t, hit)}</small>
      </span>
      {hit.status && (
        <StatusPill tone={hit.status === 'on_hold' ? 'hold' : qualityTone(hit.status)}>
          {t([`quality.${hit.status}`, `status.${hit.status}`], { defaultValue: hit.status })}
        </StatusPill>
      )}
      <span className={styles.kind}>{t(`thing.${hit.kind}`, { defaultValue: hit.kind })}</span>
    </>
  )
}

function about(t: TFunction, hit: Hit): string {
  const texts = hit.kind === 'reference' ? paper(t, hit) : [hit.title, hit.subtitle]
  return texts.filter(text => text && text !== hit.code).join(' · ')
}

/** A document's type and the event it stands on come as codes. */
function paper(t: TFunction, { title, subtitle }: Hit): string[] {
  const [kind = '', ...rest] = subtitle.split(' · ')
  return [
    t(`reference.${title}`, { defaultValue: title }),
    t(`kind.${kind}`, { defaultValue: kind }),
    ...rest,
  ]
}
