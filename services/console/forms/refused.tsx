import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { type Refusal, unsaid } from './refusal.ts'

/** Above the button: what was refused, and what none of the fields on the page says. */
export const Refused = ({ refused, shown }: { refused: Refusal; shown: readonly string[] }) => {
  const more = unsaid(refused.fields, shown)
  const here = useRef<HTMLDivElement>(null)
  // A column that scrolls holds its button at its lower edge, over what is said before it.
  useEffect(() => {
    if (refused.message) here.current?.scrollIntoView({ block: 'nearest' })
  }, [refused])
  return (
    <div ref={here} style={{ scrollMarginBottom: BUTTON }}>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={refused.message}
        description={more.length > 0 ? more.map((said) => <div key={said}>{said}</div>) : undefined}
      />
    </div>
  )
}
/** Its height with what it lacks below it, in pixels. */
const BUTTON = 80
