import { useTranslation } from 'react-i18next'
import { Panel } from '@/kit/panel'
import type { Change } from './changes'
import type { EventDraft } from './draft'
import { DraftFields } from './draft-fields'
import { DraftLines } from './draft-lines'
import type { Masters } from './draft-of-event'
import { DraftReadings } from './draft-readings'
import { DraftReferences } from './draft-references'

interface Props {
  recorded: EventDraft
  draft: EventDraft
  masters: Masters
  changes: Change[]
  onChange: (draft: EventDraft) => void
}

/** What really happened: everything begins as it was recorded and is put right where it is wrong. */
export function CorrectionForm({ recorded, draft, masters, changes, onChange }: Props) {
  const { t } = useTranslation()
  const set = (change: Partial<EventDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <Panel title={t('event.facts')}>
        <DraftFields draft={draft} masters={masters} changes={changes} onChange={set} />
      </Panel>
      <Panel title={t('correction.lines')}>
        <DraftLines
          recorded={recorded}
          draft={draft}
          masters={masters}
          changes={changes}
          onChange={lines => set({ lines })}
        />
      </Panel>
      {recorded.readings.length > 0 && (
        <Panel title={t('event.measurements')}>
          <DraftReadings
            recorded={recorded}
            draft={draft}
            changes={changes}
            onChange={readings => set({ readings })}
          />
        </Panel>
      )}
      <Panel title={t('field.references')}>
        <DraftReferences
          references={draft.references}
          changes={changes}
          onChange={references => set({ references })}
        />
      </Panel>
    </>
  )
}
