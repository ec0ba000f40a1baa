import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ThingIcon } from './icons/thing-icon'
import styles from './lot-tag.module.css'

interface Props {
  lot: { id: string; code: string; kind?: string }
}

/** A lot by its code, with the sign of its kind; opens its page. */
export function LotTag({ lot }: Props) {
  const { t } = useTranslation()
  const kind = lot.kind ?? 'lot'
  return (
    <Link
      className={styles.tag}
      to={`/lots/${lot.id}`}
      title={t(`thing.${kind}`, { defaultValue: kind })}
    >
      <ThingIcon kind={kind} size={15} />
      <span>{lot.code}</span>
    </Link>
  )
}
