import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/kit/dialog'
import { ProblemAlert } from '@/kit/problem-alert'
import { useReleaseLots } from '../api/release-lots'
import styles from './dialogs.module.css'

interface Props {
  hold: string
  onClose: () => void
  onDone: () => void
}

interface Given {
  note: string
}

/** Asks on what grounds, then releases. */
export function ReleaseDialog({ hold, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const [key] = useState(() => crypto.randomUUID())
  const release = useReleaseLots()
  const save = ({ note }: Given) =>
    release.mutate({ hold, client_id: key, note: note.trim() }, { onSuccess: onDone })
  return (
    <Dialog title={t('release.title')} onClose={onClose}>
      <p className={styles.consequence}>{t('release.consequence')}</p>
      <Form<Given>
        layout="vertical"
        onFinish={save}
        requiredMark={false}
        disabled={release.isPending}
      >
        <Form.Item
          name="note"
          label={t('release.note')}
          rules={[{ required: true, whitespace: true, message: t('release.note_missing') }]}
        >
          <Input.TextArea rows={3} maxLength={4000} autoFocus data-testid="release-note" />
        </Form.Item>
        {release.error && <ProblemAlert error={release.error} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={release.isPending}
            data-testid="release-confirm"
          >
            {t('release.confirm')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
