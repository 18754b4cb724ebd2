import type { AmendmentShown } from '#contracts/change.ts'

/** Old and new, side by side. */
export const MovedDates = ({ dates }: { dates: AmendmentShown['dates'] }) => (
  <ul style={{ margin: 0, paddingInlineStart: 20 }}>
    {dates.map(({ step, title, from, to }) => (
      <li key={step}>
        “{title}”：<del>{from}</del> 改为 <strong>{to}</strong>
      </li>
    ))}
  </ul>
)
