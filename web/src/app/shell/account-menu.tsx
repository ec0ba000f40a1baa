import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useLogOut } from '@/features/access/api/log-out'
import { useMe } from '@/features/access/api/me'
import { useSetLanguage } from '@/features/access/api/set-language'
import { LanguageSwitch } from '@/features/access/components/language-switch'
import { useLanguage } from '@/lib/use-language'
import styles from './account-menu.module.css'

/** Who I am, my language, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const language = useLanguage()
  const me = useMe().data
  const setLanguage = useSetLanguage()
  const logOut = useLogOut(() => navigate('/login', { replace: true }))
  if (!me) return null
  const name = me.display_name || me.username
  const [first = '', ...more] = me.roles.map(role =>
    language === 'en' ? role.name_en : role.name_zh,
  )
  const roles = [first, ...more].join(' · ')
  return (
    <div className={styles.account}>
      <LanguageSwitch onChange={next => setLanguage.mutate(next)} />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', label: `${name} — ${roles}`, disabled: true },
            { key: 'password', label: t('account.password'), onClick: () => navigate('/password') },
            { key: 'out', label: t('account.log_out'), onClick: () => logOut.mutate() },
          ],
        }}
      >
        <button type="button" className={styles.me} data-testid="account-menu">
          <span className={styles.face} aria-hidden="true">
            {[...name][0]?.toUpperCase()}
          </span>
          <span className={styles.name}>
            <strong>{name}</strong>
            <small title={roles}>
              {first}
              {more.length > 0 && ` +${more.length}`}
            </small>
          </span>
        </button>
      </Dropdown>
    </div>
  )
}
