import { CheckOutlined, LinkOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Takes the address of the page along, with all that was chosen on it. */
export function CopyLink() {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  if (!navigator.clipboard) return null
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 1800)
  }
  return (
    <Button
      icon={copied ? <CheckOutlined /> : <LinkOutlined />}
      onClick={copy}
      data-testid="copy-link"
    >
      {t(copied ? 'share_page.copied' : 'share_page.copy_link')}
    </Button>
  )
}
