import { Button, Form, Input, Select } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '@/kit/dialog'
import { HOLD_REASONS, holdReason } from '@/kit/hold-reason'
import { ProblemAlert } from '@/kit/problem-alert'
import { useHoldLots } from '../api/hold-lots'
import styles from './dialogs.module.css'

interface Props {
  lots: { id: string; code: string }[]
  onClose: () => void
  onDone: () => void
}

/** Up to so many lots are named in the title; more are counted there and listed below. */
const NAMED = 3

interface Given {
  reason: string
  note?: string
}

/** Asks why, then holds. */
export function HoldDialog({ lots, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const [key] = useState(() => crypto.randomUUID())
  const hold = useHoldLots()
  const save = ({ reason, note = '' }: Given) =>
    hold.mutate(
      { client_id: key, lots: lots.map(lot => lot.id), reason, note: note.trim() },
      { onSuccess: onDone },
    )
  return (
    <Dialog title={titleOf(t, lots)} onClose={onClose}>
      <p className={styles.consequence}>{t('hold.consequence')}</p>
      {lots.length > NAMED && (
        <p className={styles.lots} data-testid="hold-lots">
          {lots.map(lot => lot.code).join(' · ')}
        </p>
      )}
      <Form<Given> layout="vertical" onFinish={save} requiredMark={false} disabled={hold.isPending}>
        <Form.Item
          name="reason"
          label={t('field.hold_reason')}
          rules={[{ required: true, message: t('hold.reason_missing') }]}
        >
          <Select
            autoFocus
            data-testid="hold-reason"
            placeholder={t('hold.reason_hint')}
            getPopupContainer={field => field.parentElement ?? document.body}
            options={HOLD_REASONS.map(value => ({ value, label: holdReason(t, value) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('hold.note')}>
          <Input.TextArea
            rows={3}
            maxLength={4000}
            placeholder={t('hold.note_hint')}
            data-testid="hold-note"
          />
        </Form.Item>
        {hold.error && <ProblemAlert error={hold.error} />}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            danger
            type="primary"
            htmlType="submit"
            loading={hold.isPending}
            data-testid="hold-confirm"
          >
            {t('hold.confirm')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function titleOf(t: TFunction, lots: Props['lots']): string {
  if (lots.length > NAMED) return t('hold.title_many', { count: lots.length })
  return t('hold.title', { codes: lots.map(lot => lot.code).join(', ') })
}
