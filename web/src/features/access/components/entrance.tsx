import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LogoMark } from '@/kit/icons/logo-mark'
import { changeLanguage } from '@/lib/i18n'
import styles from './entrance.module.css'
import { LanguageSwitch } from './language-switch'
import { Veins } from './veins'

/** The way in: what this is on one side, the form on the other. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main className={styles.entrance}>
      <section className={styles.story}>
        <Veins />
        <div className={styles.brand}>
          <LogoMark size={44} />
          <span>
            <strong>{t('app.name')}</strong>
            <small>{t('app.family')}</small>
          </span>
        </div>
        <p className={styles.promise}>{t('app.promise')}</p>
        <p className={styles.more}>{t('app.promise_more')}</p>
      </section>
      <section className={styles.door}>
        <div className={styles.language}>
          <LanguageSwitch onChange={language => void changeLanguage(language)} />
        </div>
        <div className={styles.form}>
          <h1>{title}</h1>
          {children}
        </div>
      </section>
    </main>
  )
}
