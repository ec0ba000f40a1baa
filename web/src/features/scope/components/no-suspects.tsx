import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/kit/empty-state'
import { ThingIcon } from '@/kit/icons/thing-icon'
import { Panel } from '@/kit/panel'
import { readRecentLots } from '@/lib/recent-lots'
import styles from './no-suspects.module.css'

/** Nothing asked yet: what this page answers, and the lots that were opened last. */
export function NoSuspects({ onPick }: { onPick: (lot: string) => void }) {
  const { t } = useTranslation()
  const recent = readRecentLots()
  return (
    <Panel>
      <EmptyState title={t('scope.nothing_asked')} hint={t('scope.nothing_asked_hint')}>
        {recent.length > 0 && (
          <div className={styles.recent}>
            <span>{t('trace.recent')}</span>
            {recent.map(lot => (
              <Button key={lot.id} onClick={() => onPick(lot.id)} data-testid="suspect-recent">
                <ThingIcon kind={lot.kind} size={15} />
                {lot.code}
              </Button>
            ))}
          </div>
        )}
      </EmptyState>
    </Panel>
  )
}
