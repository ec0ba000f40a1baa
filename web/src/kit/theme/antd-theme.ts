import type { ThemeConfig } from 'antd'
import { palette } from './palette'

/** Ant Design in our own colours and sizes. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: palette['pine-600'],
    colorInfo: palette['pine-600'],
    colorSuccess: palette.good,
    colorWarning: palette.ochre,
    colorError: palette.cinnabar,
    colorLink: palette['pine-600'],
    colorTextBase: palette.ink,
    colorText: palette.ink,
    colorTextSecondary: palette['ink-soft'],
    colorTextTertiary: palette['ink-faint'],
    colorTextDescription: palette['ink-soft'],
    colorTextPlaceholder: palette['ink-faint'],
    colorBorder: palette['line-strong'],
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.paper,
    borderRadius: 8,
    controlHeight: 36,
    fontFamily: 'var(--font-text)',
    fontFamilyCode: 'var(--font-code)',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Tabs: { horizontalItemPadding: '10px 2px', titleFontSize: 14 },
    Segmented: { trackBg: palette.line, itemSelectedBg: palette.surface },
    Modal: { titleFontSize: 17 },
  },
}
