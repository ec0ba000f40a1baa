import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/kit/problem-alert'
import { downloadJson } from '@/lib/json-file'
import { groupDigits } from '@/lib/quantity'
import { useInclusion } from '../api/inclusion'
import styles from './chain-box.module.css'

/** Take along the proof that an event is under a signed checkpoint. */
export function ProofButton({ event }: { event: string }) {
  const { t } = useTranslation()
  const proof = useInclusion(event)
  const take = () =>
    proof.mutate(undefined, {
      onSuccess: found => downloadJson(`lotline-proof-${found.event_id}`, found),
    })
  const found = proof.data
  return (
    <div className={styles.proof}>
      <Button
        block
        icon={<DownloadOutlined />}
        loading={proof.isPending}
        disabled={!event}
        onClick={take}
        data-testid="inclusion-proof"
      >
        {t('ledger.proof.take')}
      </Button>
      {proof.error && <ProblemAlert error={proof.error} />}
      {found && (
        <p className={styles.lead} role="status" data-testid="inclusion-told">
          {t('ledger.proof.told', {
            place: groupDigits(String(found.index + 1)),
            size: groupDigits(String(found.size)),
            number: found.checkpoint.number,
          })}
        </p>
      )}
    </div>
  )
}
