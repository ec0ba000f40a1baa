import { HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SwitchField } from '@/kit/switch-field'
import { TimeField } from '@/kit/time-field'
import { isPresent, NOW_WORDS, READING_TIMES } from '@/lib/as-of'
import { useAsOf } from '@/lib/use-as-of'
import styles from './reading-bar.module.css'

/** How the records are read – as recorded, as happened, within bounds; opens on demand. */
export function ReadingBar() {
  const { t } = useTranslation()
  const [asOf, set] = useAsOf()
  const [open, setOpen] = useState(false)
  const now = isPresent(asOf) && !asOf.plain
  return (
    <>
      <Button
        icon={<HistoryOutlined />}
        type={now ? 'default' : 'primary'}
        ghost={!now}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="reading-open"
      >
        {t('reading.action')}
      </Button>
      {open && (
        <section className={styles.panel} aria-label={t('reading.title')}>
          <div className={styles.times}>
            {READING_TIMES.map(name => (
              <TimeField
                key={name}
                label={t(`reading.${name}`)}
                hint={t(`reading.hint.${name}`)}
                value={asOf[name]}
                onChange={at => set({ [name]: at })}
                testId={`reading-${name}`}
              />
            ))}
          </div>
          <div className={styles.foot}>
            <SwitchField
              label={t('reading.plain')}
              hint={t('reading.hint.plain')}
              on={asOf.plain === true}
              onChange={on => set({ plain: on ? '1' : null })}
              testId="reading-plain"
            />
            <Button disabled={now} onClick={() => set(NOW_WORDS)} data-testid="reading-reset">
              {t('reading.reset')}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}
