import type { Language } from '@/lib/i18n'
import { useLanguage } from '@/lib/use-language'
import styles from './language-switch.module.css'

const OTHER: Record<Language, { code: Language; name: string; short: string }> = {
  zh: { code: 'en', name: 'English', short: 'EN' },
  en: { code: 'zh', name: '中文', short: '中' },
}

/** One click to the other language, named in that language. */
export function LanguageSwitch({ onChange }: { onChange: (language: Language) => void }) {
  const other = OTHER[useLanguage()]
  return (
    <button
      type="button"
      className={styles.switch}
      onClick={() => onChange(other.code)}
      lang={other.code === 'zh' ? 'zh-CN' : 'en'}
      title={other.name}
      data-testid="language-switch"
    >
      {other.short}
    </button>
  )
}
