import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotRef } from '@/api/records'
import { anatomyOf } from './anatomy'
import type { Change } from './changes'
import type { DraftLine, EventDraft, Part } from './draft'
import { DraftLineRow } from './draft-line-row'
import styles from './draft-lines.module.css'
import type { Masters } from './draft-of-event'
import { LotScan } from './lot-scan'

interface Props {
  recorded: EventDraft
  draft: EventDraft
  masters: Masters
  changes: Change[]
  onChange: (lines: DraftLine[]) => void
}

const FIRST = 20
const PARTS: Part[] = ['unit', 'inputs', 'outputs', 'subjects', 'losses']
const ROLE: Record<Part, string> = {
  unit: 'parent',
  inputs: 'input',
  outputs: 'output',
  subjects: 'subject',
  losses: 'loss',
}

/** The lots of the event, list by list: quantities, places, a wrong lot out, the right one in. */
export function DraftLines({ recorded, draft, masters, changes, onChange }: Props) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(false)
  const usual = anatomyOf(draft.kind)?.parts ?? []
  const parts = PARTS.filter(
    part => usual.includes(part) || recorded.lines.some(line => line.part === part),
  )
  const now = new Map(draft.lines.map(line => [line.key, line]))
  const set = (changed: DraftLine) =>
    onChange(draft.lines.map(line => (line.key === changed.key ? changed : line)))
  const putBack = (line: DraftLine) => {
    const order = [...recorded.lines.map(known => known.key), ...draft.lines.map(l => l.key)]
    const lines = [...draft.lines, line]
    onChange(lines.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)))
  }
  return (
    <div className={styles.lists}>
      {parts.map(part => {
        const known = recorded.lines.filter(line => line.part === part)
        const isNew = (line: DraftLine) => !recorded.lines.some(old => old.key === line.key)
        const rows = [...known, ...draft.lines.filter(line => line.part === part && isNew(line))]
        const shown = whole ? rows : rows.slice(0, FIRST)
        return (
          <section key={part} aria-label={t(`correction.part.${part}`)} className={styles.list}>
            <h3>{t(`correction.part.${part}`)}</h3>
            {shown.map(line => (
              <DraftLineRow
                key={line.key}
                kind={draft.kind}
                line={now.get(line.key) ?? line}
                gone={!now.has(line.key)}
                was={changes.find(change => change.key === `line:${line.key}`)?.before}
                masters={masters}
                onChange={set}
                onRemove={() => onChange(draft.lines.filter(({ key }) => key !== line.key))}
                onPutBack={() => putBack(line)}
              />
            ))}
            {rows.length > shown.length && (
              <Button type="text" onClick={() => setWhole(true)}>
                {t('action.show_more', { count: rows.length - shown.length })}
              </Button>
            )}
            {part !== 'unit' && (
              <AddLine
                part={part}
                onAdd={lot => onChange([...draft.lines, newLine(draft, part, lot)])}
              />
            )}
          </section>
        )
      })}
    </div>
  )
}

function AddLine({ part, onAdd }: { part: Part; onAdd: (lot: LotRef | null) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const label = t('correction.add', { part: t(`correction.part.${part}`) })
  if (open) {
    return (
      <LotScan
        autoFocus
        label={t('correction.scan')}
        testId="correct-scan"
        onFound={onAdd}
        onClose={() => setOpen(false)}
      />
    )
  }
  return (
    <div>
      <Button
        size="small"
        onClick={() => (part === 'losses' ? onAdd(null) : setOpen(true))}
        data-testid={`correct-add-${part}`}
      >
        ＋ {label}
      </Button>
    </div>
  )
}

function newLine({ kind, supplier }: EventDraft, part: Part, lot: LotRef | null): DraftLine {
  return {
    key: `new:${crypto.randomUUID()}`,
    part,
    role: ROLE[part],
    lot,
    quantity: '',
    unit: '',
    second: null,
    arrives: part === 'outputs' || (kind === 'return' && !supplier),
    place: null,
    toPlace: null,
    inUnit: '',
    certainty: 'certain',
    reason: '',
    weight: '',
  }
}
