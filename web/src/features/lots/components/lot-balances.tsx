import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotDetail } from '@/api/records'
import { CodeText } from '@/kit/code-text'
import { EmptyState } from '@/kit/empty-state'
import { LotTag } from '@/kit/lot-tag'
import { Panel } from '@/kit/panel'
import { QuantityText } from '@/kit/quantity-text'
import { TimeText } from '@/kit/time-text'
import styles from './lot-balances.module.css'

/** Where how much of it lies, and what is packed in it. */
export function LotBalances({ lot }: { lot: LotDetail }) {
  const { t } = useTranslation()
  return (
    <div className={styles.columns}>
      {lot.kind !== 'logistic_unit' && <Where balances={lot.balances} />}
      {(lot.contents.length > 0 || lot.kind === 'logistic_unit') && (
        <Panel title={t('lot.contents')}>
          {lot.contents.length === 0 && <EmptyState title={t('lot.empty_unit')} />}
          <ul className={styles.list}>
            {lot.contents.map(content => (
              <li key={content.lot.id}>
                <span>
                  <LotTag lot={content.lot} />
                  <small>
                    {content.lot.product}{' '}
                    {content.since && <TimeText at={content.since} style="short" />}
                  </small>
                </span>
                {content.quantity && <QuantityText quantity={content.quantity} strong />}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <LotCodes lot={lot} />
    </div>
  )
}

function LotCodes({ lot }: { lot: LotDetail }) {
  const { t } = useTranslation()
  const codes = [...new Set([...lot.codes, ...(lot.uri ? [lot.uri] : [])])]
  return (
    <Panel title={t('lot.codes')}>
      <ul className={styles.list}>
        {codes.map(code => (
          <li key={code}>
            <CodeText value={code} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Balances = LotDetail['balances']

function Where({ balances }: { balances: Balances }) {
  const { t } = useTranslation()
  const places = balances.filter(({ holder }) => holder.kind === 'place' || holder.kind === 'tank')
  const shipped = balances.filter(({ holder }) => holder.kind === 'shipment')
  const units = balances.filter(({ holder }) => holder.kind === 'unit')
  return (
    <Panel title={t('lot.where')}>
      {balances.length === 0 && <EmptyState title={t('lot.nowhere')} />}
      <BalanceList balances={places} />
      {units.length > 0 && (
        <h3 className={styles.part}>{t('lot.in_units', { count: units.length })}</h3>
      )}
      <BalanceList balances={units} />
      {shipped.length > 0 && (
        <h3 className={styles.part}>{t('lot.shipped_to', { count: shipped.length })}</h3>
      )}
      <BalanceList balances={shipped} />
    </Panel>
  )
}

const SHOWN = 8

function BalanceList({ balances }: { balances: Balances }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? balances : balances.slice(0, SHOWN)
  return (
    <ul className={styles.list}>
      {shown.map(({ holder, quantity, parts }) => (
        <li key={`${holder.id}${quantity.unit}`}>
          {holder.kind === 'unit' ? (
            <LotTag lot={{ ...holder, kind: 'logistic_unit' }} />
          ) : (
            <Place holder={holder} />
          )}
          <QuantityText quantity={quantity} strong />
          <Parts parts={parts} />
        </li>
      ))}
      {shown.length < balances.length && (
        <li>
          <Button type="link" onClick={() => setAll(true)}>
            {t('action.show_more', { count: balances.length - shown.length })}
          </Button>
        </li>
      )}
    </ul>
  )
}

function Place({ holder }: { holder: Balances[number]['holder'] }) {
  const { t } = useTranslation()
  const kind =
    holder.place_kind && t(`place_kind.${holder.place_kind}`, { defaultValue: holder.place_kind })
  return (
    <span>
      {holder.name} <code>{holder.code}</code>
      {kind && kind !== holder.name && <small>{kind}</small>}
    </span>
  )
}

/** What lies there in parts, where it is not all of one quality and ours. */
function Parts({ parts }: { parts: Balances[number]['parts'] }) {
  const { t } = useTranslation()
  if (parts.length < 2 && !parts.some(part => part.owner)) return null
  return (
    <ul className={styles.parts}>
      {parts.map(part => (
        <li key={`${part.quality}${part.owner}`}>
          <span>
            {t(`quality.${part.quality}`)}
            {part.owner && ` · ${t('lot.owned_by', { owner: part.owner })}`}
          </span>
          <QuantityText quantity={part.quantity} />
        </li>
      ))}
    </ul>
  )
}
