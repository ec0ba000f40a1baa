import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AsOf } from '@/lib/as-of'
import { scopeAddress } from '@/lib/scope-address'
import { NavIcon } from './icons/nav-icon'

interface Props {
  lots: string[]
  asOf?: AsOf
  small?: boolean
}

/** The way from suspect lots to their blast radius. */
export function ScopeLink({ lots, asOf, small }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  if (lots.length === 0) return null
  const address = scopeAddress(lots, asOf)
  return (
    <Button
      size={small ? 'small' : 'middle'}
      icon={<NavIcon name="scope" size={small ? 14 : 16} />}
      href={address}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        navigate(address)
      }}
      data-testid="scope-link"
    >
      {t('scope.open')}
    </Button>
  )
}
