import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { ProblemAlert } from '@/kit/problem-alert'
import { useDocumentTitle } from '@/lib/use-document-title'
import { useLogIn } from '../api/log-in'
import { Entrance } from '../components/entrance'
import styles from './access-pages.module.css'
import { safeNext } from './safe-next'

interface Given {
  username: string
  password: string
}

/** Sign in; afterwards the reader is back where the session ended. */
export default function LoginPage() {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const logIn = useLogIn()
  useDocumentTitle(t('login.title'))
  const enter = (given: Given) =>
    logIn.mutate(given, {
      onSuccess: me =>
        navigate(me.must_change_password ? '/password' : safeNext(params.get('next')), {
          replace: true,
        }),
    })
  return (
    <Entrance title={t('login.title')}>
      {params.has('expired') && !logIn.error && (
        <p className={styles.hint} role="status">
          {t('login.expired')}
        </p>
      )}
      <Form<Given>
        layout="vertical"
        requiredMark={false}
        onFinish={enter}
        disabled={logIn.isPending}
      >
        <Form.Item
          label={t('login.username')}
          name="username"
          rules={[{ required: true, message: t('login.username_missing') }]}
        >
          <Input
            size="large"
            autoFocus
            autoComplete="username"
            autoCapitalize="off"
            data-testid="login-username"
          />
        </Form.Item>
        <Form.Item
          label={t('login.password')}
          name="password"
          rules={[{ required: true, message: t('login.password_missing') }]}
        >
          <Input.Password
            size="large"
            autoComplete="current-password"
            data-testid="login-password"
          />
        </Form.Item>
        {logIn.error && (
          <div className={styles.problem}>
            <ProblemAlert error={logIn.error} />
          </div>
        )}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={logIn.isPending}
          data-testid="login-submit"
        >
          {t('login.submit')}
        </Button>
      </Form>
      <p className={styles.foot}>{t('login.help')}</p>
    </Entrance>
  )
}
