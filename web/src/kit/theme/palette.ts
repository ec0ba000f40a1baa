/**
 * The colours of the house, by name: pine ink and celadon on rice paper, cinnabar for what is wrong.
 * The only place besides tokens.css where a colour is written as a number; a test keeps the two equal.
 */
export const palette = {
  'pine-950': '#0b2423',
  'pine-900': '#10302f',
  'pine-800': '#17403e',
  'pine-700': '#1b5450',
  'pine-600': '#1f6a63',
  'pine-500': '#2f8178',
  'pine-200': '#b9dcd3',
  'pine-100': '#dceee9',
  'pine-50': '#eef6f3',
  celadon: '#7fd1b9',
  paper: '#f6f5f0',
  surface: '#ffffff',
  sunken: '#f1f0ea',
  line: '#e2e0d7',
  'line-strong': '#c9c6ba',
  ink: '#1b2625',
  'ink-soft': '#4a5654',
  'ink-faint': '#5f6966',
  good: '#2a6b3f',
  'good-soft': '#e3f1e6',
  wait: '#51606b',
  'wait-soft': '#e9edf0',
  ochre: '#865200',
  'ochre-soft': '#fbf0d9',
  'ochre-line': '#e0ab4b',
  cinnabar: '#a8321f',
  'cinnabar-soft': '#fbe9e4',
  'cinnabar-line': '#d98a78',
  plum: '#75356f',
  'plum-soft': '#f5e8f3',
  'plum-line': '#bd8bb7',
  sky: '#2a5b86',
  'sky-soft': '#e6eff7',
} as const

export type ColourName = keyof typeof palette
