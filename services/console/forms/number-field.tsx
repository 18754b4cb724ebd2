/** A whole number, typed with whatever digits; what was understood stands beside it where it looks otherwise. */
import { Input } from 'antd'
import { useState } from 'react'
import type { CountUnit } from '#typed/count.ts'
import { Reading } from './reading.tsx'
import { countOf, saidCount, shownText, whyUnread } from './typed-value.ts'

type Props = {
  id: string
  /** While what was typed is not understood, that. */
  value: number | string | undefined
  onChange: (value: number | string | undefined) => void
  disabled?: boolean
  wrong?: boolean
  required?: boolean
  describedBy?: string | undefined
  /** `to`: what is entered instead. */
  left?: (to: EventTarget | null) => void
  width?: number
  /** Where no label stands beside it. */
  label?: string
  pressed?: (event: React.KeyboardEvent<HTMLInputElement>) => void
  /** What it counts; a number of something else is not taken. */
  unit?: CountUnit | undefined
}

export function NumberField({ id, value, onChange, wrong = false, width = 120, ...more }: Props) {
  const { disabled = false, required = false, describedBy, left = () => {}, unit, label, pressed } = more
  const meant = (typed: string) => countOf(typed, unit)
  const [typed, setTyped] = useState(String(value ?? ''))
  const [typing, setTyping] = useState(false)
  const text = shownText(typed, value, meant)
  const why = whyUnread('number', value, unit)
  const isWrong = wrong || (why !== undefined && !typing)
  return (
    <>
      <Input
        id={id}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(meant(target.value))
        }}
        onFocus={() => setTyping(true)}
        onBlur={({ relatedTarget }) => {
          setTyping(false)
          left(relatedTarget)
        }}
        {...(label && { 'aria-label': label })}
        {...(pressed && { onKeyDown: pressed })}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        style={{ width }}
        {...(isWrong && { status: 'error' as const })}
        aria-invalid={isWrong}
        aria-required={required}
        aria-describedby={[...(describedBy ? [describedBy] : []), `${id}-read`].join(' ')}
      />
      <Reading
        id={id}
        read={typeof value === 'number' ? saidCount(text, value) : undefined}
        wrong={typing ? undefined : why}
        later={typing ? why : undefined}
      />
    </>
  )
}
