import { Input, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { ListPanel, pagedRows } from '@/kit/data-table/list-panel'
import { ExportButton } from '@/kit/export-button'
import { PageFrame } from '@/kit/page-frame'
import { useLanguage } from '@/lib/use-language'
import { useMasters } from '../api/masters'
import { COLLECTIONS, collectionOf } from '../components/collections'
import { masterColumns } from '../components/master-columns'

/** The plant's own words: products, companies, places, machines, orders, limits. */
export default function MastersPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const collection = collectionOf(useParams().collection)
  const [text, setText] = useState('')
  const masters = useMasters(collection, text)
  const columns = useMemo(() => masterColumns(t, language, collection), [t, language, collection])
  return (
    <PageFrame
      title={t('room.masters')}
      lead={t('masters.lead')}
      extra={
        <ExportButton
          name={t(`masters.${collection}`)}
          columns={columns}
          rows={pagedRows(masters)}
        />
      }
    >
      <Tabs
        activeKey={collection}
        onChange={key => navigate(`/masters/${key}`)}
        items={COLLECTIONS.map(key => ({ key, label: t(`masters.${key}`) }))}
      />
      <Input.Search
        key={collection}
        allowClear
        style={{ maxWidth: 280 }}
        aria-label={t('masters.filter')}
        placeholder={t('masters.filter')}
        onSearch={found => setText(found.trim())}
      />
      <ListPanel
        label={t(`masters.${collection}`)}
        answer={masters}
        columns={columns}
        rowKey={row => row.id}
        empty={{ title: t('masters.empty') }}
      />
    </PageFrame>
  )
}
