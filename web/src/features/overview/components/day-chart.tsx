import { useTranslation } from 'react-i18next'
import type { Day } from '@/api/records'
import { EmptyState } from '@/kit/empty-state'
import { formatTime } from '@/lib/time'
import { useLanguage } from '@/lib/use-language'
import styles from './day-chart.module.css'

const SERIES = ['received', 'made', 'shipped'] as const
const HEIGHT = 120
const STEP = 30

/** Lots received, made and shipped, day by day. */
export function DayChart({ days }: { days: Day[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const most = Math.max(1, ...days.flatMap(day => SERIES.map(name => day[name])))
  if (days.length === 0) return <EmptyState title={t('home.no_days')} />
  return (
    <figure className={styles.chart}>
      <figcaption>
        {SERIES.map(name => (
          <span key={name} data-series={name}>
            {t(`home.series.${name}`)}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT + 20}`}
        role="img"
        aria-label={t('home.days')}
      >
        {[0.5, 1].map(share => (
          <line
            key={share}
            x1="0"
            x2={days.length * STEP}
            y1={HEIGHT * (1 - share) + 1}
            y2={HEIGHT * (1 - share) + 1}
          />
        ))}
        {days.map((day, index) => (
          <g key={day.date} transform={`translate(${index * STEP} 0)`}>
            <title>{told(day, language, t)}</title>
            <rect className={styles.ground} x="0" y="0" width={STEP} height={HEIGHT} />
            {SERIES.map((name, at) => {
              const height = (day[name] / most) * (HEIGHT - 4)
              return (
                <rect
                  key={name}
                  data-series={name}
                  x={5 + at * 7}
                  y={HEIGHT - height}
                  width="6"
                  height={height}
                  rx="1.5"
                />
              )
            })}
            {index % 2 === days.length % 2 && (
              <text x={STEP / 2} y={HEIGHT + 15} textAnchor="middle">
                {Number(day.date.slice(8))}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  )
}

function told(day: Day, language: string, t: (key: string) => string): string {
  const figures = SERIES.map(name => `${t(`home.series.${name}`)} ${day[name]}`)
  return [formatTime(day.date, language, 'date'), ...figures].join(' · ')
}
