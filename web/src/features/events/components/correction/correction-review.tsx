import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CorrectionGiven } from '@/api/records'
import { Panel } from '@/kit/panel'
import { ProblemAlert } from '@/kit/problem-alert'
import { ChangeList } from './change-list'
import type { Change } from './changes'
import styles from './correction-review.module.css'
import type { Fault } from './faults'

export type Reason = CorrectionGiven['reason']

interface Props {
  /** Nothing takes the event's place. */
  never: boolean
  changes: Change[]
  faults: Fault[]
  pending: boolean
  error: unknown
  onSend: (why: { reason: Reason; note: string }) => void
}

/** What will be recorded, why, and what follows from it; only then it is sent. */
export function CorrectionReview({ never, changes, faults, pending, error, onSend }: Props) {
  const { t } = useTranslation()
  const reasons: Reason[] = never ? ['did_not_occur', 'other'] : ['incorrect_data', 'other']
  const ready = faults.length === 0 && (never || changes.length > 0)
  return (
    <Panel title={t('correction.review')}>
      {!never && changes.length === 0 && (
        <p className={styles.quiet}>{t('correction.unchanged')}</p>
      )}
      {!never && changes.length > 0 && <ChangeList changes={changes} />}
      {never && <p className={styles.never}>{t('correction.never_said')}</p>}
      <Form
        key={String(never)}
        layout="vertical"
        requiredMark={false}
        disabled={pending}
        initialValues={{ reason: reasons[0], note: '' }}
        onFinish={({ reason, note }) => onSend({ reason, note: note.trim() })}
        className={styles.form}
      >
        <Form.Item name="reason" label={t('correction.reason')}>
          <Select
            data-testid="correct-reason-code"
            options={reasons.map(value => ({ value, label: t(`correction_reason.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('correction.note')}
          rules={[{ required: true, whitespace: true, message: t('correction.note_missing') }]}
        >
          <Input.TextArea
            rows={3}
            maxLength={4000}
            placeholder={t('correction.note_hint')}
            data-testid="correct-note"
          />
        </Form.Item>
        {faults.length > 0 && (
          <ul className={styles.faults} role="status">
            {faults.map(({ code, about }) => (
              <li key={code + about}>{t(`correction.fault.${code}`, { about })}</li>
            ))}
          </ul>
        )}
        <ul className={styles.follows}>
          {(['kept', 'refold', 'holds'] as const).map(what => (
            <li key={what}>{t(`correction.follows.${what}`)}</li>
          ))}
        </ul>
        {error != null && <ProblemAlert error={error} />}
        <Button
          block
          danger
          type="primary"
          htmlType="submit"
          disabled={!ready}
          loading={pending}
          data-testid="correct-send"
        >
          {t(never ? 'correction.send_never' : 'correction.send')}
        </Button>
      </Form>
    </Panel>
  )
}
