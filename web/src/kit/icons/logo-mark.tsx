/** The mark of the house: two veins that meet in one lot and part again. */
export function LogoMark({ size = 32 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none">
      <rect width="32" height="32" rx="8" fill="var(--pine-700)" />
      <g stroke="var(--celadon)" strokeWidth="2.2" strokeLinecap="round">
        <path d="M6.5 8.5C12 8.5 11 16 16 16s4-7.5 9.5-7.5" />
        <path d="M6.5 23.5C12 23.5 11 16 16 16s4 7.5 9.5 7.5" opacity=".75" />
      </g>
      <g fill="var(--celadon)">
        <circle cx="6.5" cy="8.5" r="2.4" />
        <circle cx="6.5" cy="23.5" r="2.4" />
        <circle cx="25.5" cy="23.5" r="2.4" />
      </g>
      <circle cx="25.5" cy="8.5" r="2.4" fill="var(--ochre-line)" />
      <circle cx="16" cy="16" r="3.4" fill="var(--surface)" />
    </svg>
  )
}
