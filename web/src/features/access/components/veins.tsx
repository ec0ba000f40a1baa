import styles from './entrance.module.css'

/** Many sources that meet in one lot and leave for many places. */
export function Veins() {
  return (
    <svg
      className={styles.veins}
      viewBox="0 0 600 420"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <g fill="none" stroke="var(--celadon)" strokeWidth="1.6" opacity=".38">
        <path d="M-20 40C120 40 150 130 230 130S320 210 380 210" />
        <path d="M-20 130C90 130 120 150 230 130" />
        <path d="M-20 250C100 250 130 290 230 290S320 210 380 210" />
        <path d="M-20 330C100 330 130 300 230 290M-20 400C100 400 150 330 230 290" />
        <path d="M380 210C450 210 470 90 620 90M380 210C460 210 480 170 620 170" />
        <path d="M380 210C460 210 480 260 620 260" />
      </g>
      <path
        d="M380 210C450 210 470 350 620 350"
        fill="none"
        stroke="var(--ochre-line)"
        strokeWidth="2.2"
        opacity=".8"
      />
      <g fill="var(--celadon)" opacity=".7">
        <circle cx="230" cy="130" r="5" />
        <circle cx="230" cy="290" r="5" />
      </g>
      <circle cx="380" cy="210" r="9" fill="var(--surface)" opacity=".92" />
    </svg>
  )
}
