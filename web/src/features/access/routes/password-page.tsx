import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ProblemAlert } from '@/kit/problem-alert'
import { useDocumentTitle } from '@/lib/use-document-title'
import { useChangePassword } from '../api/change-password'
import { useMe } from '../api/me'
import { Entrance } from '../components/entrance'
import styles from './access-pages.module.css'

interface Given {
  current: string
  new: string
  again: string
}

/** Replace the password; the first one must be, before anything else opens. */
export default function PasswordPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const me = useMe()
  const change = useChangePassword()
  useDocumentTitle(t('password.title'))
  const save = ({ current, new: next }: Given) =>
    change.mutate({ current, new: next }, { onSuccess: () => navigate('/', { replace: true }) })
  return (
    <Entrance title={t('password.title')}>
      {me.data?.must_change_password && <p className={styles.hint}>{t('password.forced')}</p>}
      <Form<Given>
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        disabled={change.isPending}
      >
        <Form.Item
          label={t('password.current')}
          name="current"
          rules={[{ required: true, message: t('password.missing') }]}
        >
          <Input.Password
            size="large"
            autoFocus
            autoComplete="current-password"
            data-testid="password-current"
          />
        </Form.Item>
        <Form.Item
          label={t('password.new')}
          name="new"
          extra={t('password.rule')}
          rules={[{ required: true, message: t('password.missing') }]}
        >
          <Input.Password size="large" autoComplete="new-password" data-testid="password-new" />
        </Form.Item>
        <Form.Item
          label={t('password.again')}
          name="again"
          dependencies={['new']}
          rules={[
            { required: true, message: t('password.missing') },
            form => ({
              validator: async (_, value) => {
                if (value && value !== form.getFieldValue('new'))
                  throw new Error(t('password.differs'))
              },
            }),
          ]}
        >
          <Input.Password size="large" autoComplete="new-password" data-testid="password-again" />
        </Form.Item>
        {change.error && (
          <div className={styles.problem}>
            <ProblemAlert error={change.error} />
          </div>
        )}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={change.isPending}
          data-testid="password-submit"
        >
          {t('password.submit')}
        </Button>
      </Form>
    </Entrance>
  )
}
