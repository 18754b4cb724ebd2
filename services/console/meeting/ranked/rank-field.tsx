/** The place of one unit in a list that is ranked: typed, or a step up or down by the arrow keys; Enter goes on to the next row. */
import { NumberField } from '../../forms/number-field.tsx'
import { Reading } from '../../forms/reading.tsx'
import { whyUnread } from '../../forms/typed-value.ts'

type Props = {
  unit: string
  name: string
  /** While what was typed is no number, that. */
  value: number | string | undefined
  /** How many units have this place, itself among them. */
  even: number
  wrong: string | undefined
  put: (rank: number | string | undefined) => void
  left: (to: EventTarget | null) => void
}
const ID = 'resolution-place-'
export const isRankField = (of: EventTarget | null): boolean => of instanceof HTMLInputElement && of.id.startsWith(ID)

export function RankField({ unit, name, value, even, wrong, put, left }: Props) {
  const id = `${ID}${unit}`
  // What was typed and is no number the field says itself.
  const isUnread = whyUnread('number', value, 'ranks') !== undefined
  return (
    <>
      <NumberField
        id={id}
        label={`${name}的名次`}
        unit="ranks"
        width={72}
        value={value}
        onChange={put}
        wrong={wrong !== undefined}
        describedBy={`${id}-order-read`}
        left={left}
        pressed={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') nextOf(event.currentTarget)?.select()
          const step = STEPS[event.key]
          if (step === undefined || typeof value === 'string') return
          event.preventDefault()
          put(Math.max(1, (value ?? 0) + (value === undefined ? 1 : step)))
        }}
      />
      <Reading
        id={`${id}-order`}
        read={even > 1 ? `并列，共${even}个单位` : undefined}
        wrong={isUnread ? undefined : wrong}
      />
    </>
  )
}

/** Up is better. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** The field of the next row. */
function nextOf(field: HTMLInputElement): HTMLInputElement | undefined {
  const all = [...document.querySelectorAll<HTMLInputElement>(`input[id^="${ID}"]`)]
  return all[all.indexOf(field) + 1]
}
