import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { type Fault, FaultLinks } from './before-sending/fault-list.tsx'
import { type Refusal, unsaid, wrongAt } from './refusal.ts'

/** Above the button: what was refused, and what none of the fields on the page says. */
type Props = {
  refused: Refusal
  shown: readonly string[]
  /** Of a long form, where its fields are: its button stands far below most of them. */
  places?: readonly (Fault & { readonly name: string })[]
}
export const Refused = ({ refused, shown, places = [] }: Props) => {
  const more = unsaid(refused.fields, shown)
  const faults = places.filter(({ name }) => wrongAt(refused.fields, name) !== undefined)
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
        description={
          more.length + faults.length > 0 ? (
            <>
              {more.map((said) => (
                <div key={said}>{said}</div>
              ))}
              {faults.length > 0 && <FaultLinks faults={faults} />}
            </>
          ) : undefined
        }
      />
    </div>
  )
}
/** The places of a form's fields, where it is long. */
export const placesOf = (
  fields: readonly { readonly name: string; readonly label: string }[],
  idOf: (name: string) => string,
) => (fields.length > SHORT ? fields.map(({ name, label }) => ({ name, label, id: idOf(name) })) : [])
/** So many fields stand on a screen with their button. */
const SHORT = 3
/** Its height with what it lacks below it, in pixels. */
const BUTTON = 80
