import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ScopeAsked } from '@/api/records'
import { problemOf } from '@/lib/problem'
import { plantDay } from '@/lib/time'
import { useExportScope } from '../api/export-scope'

/** Takes the whole answer along as one table, as the server tells it. */
export function ExportScope({ asked }: { asked: ScopeAsked }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useExportScope(`${t('room.scope')}-${plantDay(new Date().toISOString())}`)
  const failed = (error: unknown) => {
    const { detail, title } = problemOf(error)
    message.error(detail || title || t('problem.network_unreachable'))
  }
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={save.isPending}
      onClick={() => save.mutate(asked, { onError: failed })}
      data-testid="scope-export"
    >
      {t('scope.export')}
    </Button>
  )
}
