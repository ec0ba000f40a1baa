import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Screen languages; Chinese is the source text. */
export type Language = 'zh' | 'en'

const STORED = 'lotline.language'

const bundles: Record<Language, () => Promise<{ default: object }>> = {
  zh: () => import('../locales/zh-CN.json'),
  en: () => import('../locales/en.json'),
}

/** The language before anybody has logged in: the last one used here, else the browser's. */
export function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED)
  if (stored === 'zh' || stored === 'en') return stored
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Start with one language; the other is fetched when somebody asks for it. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  await changeLanguage(firstLanguage())
}

/** Switch the screen to a language and remember it on this device. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await bundles[language]()).default)
  }
  await i18next.changeLanguage(language)
  localStorage.setItem(STORED, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** What the server is told in Accept-Language. */
export function acceptLanguage(): string {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}
