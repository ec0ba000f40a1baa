import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { RouterProvider } from 'react-router/dom'
import { antdTheme } from '@/kit/theme/antd-theme'
import { useLanguage } from '@/lib/use-language'
import { cspNonce } from './csp-nonce'
import { queryClient } from './query-client'
import { router } from './router'

const nonce = cspNonce()

/** Everything the pages stand on: data, look, words, ways. */
export function Providers() {
  const language = useLanguage()
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        csp={nonce ? { nonce } : undefined}
        theme={antdTheme}
        locale={language === 'en' ? enGB : zhCN}
        button={{ autoInsertSpace: false }}
      >
        <App>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
