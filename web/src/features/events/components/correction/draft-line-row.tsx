import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { anatomyOf } from './anatomy'
import type { DraftLine } from './draft'
import styles from './draft-lines.module.css'
import type { Masters } from './draft-of-event'
import { lineText } from './facts'
import { LotCell, QuantityCell } from './line-cells'
import { MasterSelect } from './master-select'

interface Props {
  kind: string
  line: DraftLine
  gone: boolean
  was?: string
  masters: Masters
  onChange: (line: DraftLine) => void
  onRemove: () => void
  onPutBack: () => void
}

/** One line of the event; taken out, it stays as a struck-through line that can be put back. */
export function DraftLineRow({ line, gone, was, onPutBack, ...rest }: Props) {
  const { t } = useTranslation()
  if (gone) {
    return (
      <div className={styles.line} data-testid="correct-line" data-gone="true">
        <del className={styles.was}>{lineText(t, line)}</del>
        <Button size="small" onClick={onPutBack}>
          {t('correction.put_back')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.line} data-testid="correct-line" data-changed={was !== undefined}>
      <LineControls line={line} {...rest} />
      {was !== undefined && (
        <p className={styles.was} data-testid="old-value">
          {was ? <del>{was}</del> : t('correction.new_line')}
        </p>
      )}
    </div>
  )
}

type Controls = Omit<Props, 'gone' | 'was' | 'onPutBack'>

function LineControls({ kind, line, masters, onChange, onRemove }: Controls) {
  const { t } = useTranslation()
  const { places = [], uncounted } = anatomyOf(kind) ?? {}
  const whole = line.part === 'unit' || line.lot?.kind === 'logistic_unit'
  const here = line.arrives ? 'to' : 'from'
  return (
    <div className={styles.row}>
      <div className={styles.controls}>
        <LotCell line={line} onChange={onChange} />
        {!whole && !uncounted && <QuantityCell line={line} onChange={onChange} />}
        {line.part !== 'unit' &&
          line.part !== 'losses' &&
          (places.includes(here) || line.inUnit) && (
            <div className={styles.cell}>
              <span>{t(`correction.${here}`)}</span>
              {line.inUnit ? (
                <code>{line.inUnit}</code>
              ) : (
                <MasterSelect
                  label={t(`correction.${here}`)}
                  masters={masters.locations}
                  value={line.place}
                  onChange={place => onChange({ ...line, place })}
                />
              )}
            </div>
          )}
        {line.part === 'subjects' &&
          !line.arrives &&
          kind !== 'return' &&
          places.includes('to') && (
            <div className={styles.cell}>
              <span>{t('correction.to')}</span>
              <MasterSelect
                label={t('correction.to')}
                masters={masters.locations}
                value={line.toPlace}
                onChange={toPlace => onChange({ ...line, toPlace })}
              />
            </div>
          )}
      </div>
      {line.part !== 'unit' && (
        <Button
          type="text"
          className={styles.remove}
          onClick={onRemove}
          aria-label={t('correction.remove', { code: line.lot?.code ?? line.reason })}
          data-testid="correct-remove"
        >
          ×
        </Button>
      )}
    </div>
  )
}
