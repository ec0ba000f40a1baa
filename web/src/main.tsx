import './kit/theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from './app/providers'
import { startI18n } from './lib/i18n'

const root = document.getElementById('root')

startI18n().then(() => {
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  )
})
