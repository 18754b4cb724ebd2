/** A whole number, typed with whatever digits; what was understood stands beside it where it looks otherwise. */
import { Input } from 'antd'
import { useState } from 'react'
import { Reading } from './reading.tsx'
import { countOf, shownText, whyUnread } from './typed-value.ts'

type Props = {
  id: string
  /** While what was typed is not understood, that. */
  value: number | string | undefined
  onChange: (value: number | string | undefined) => void
  disabled?: boolean
  wrong?: boolean
  required?: boolean
  describedBy?: string | undefined
  left?: () => void
  width?: number
}

export function NumberField({ id, value, onChange, wrong = false, width = 120, ...more }: Props) {
  const { disabled = false, required = false, describedBy, left = () => {} } = more
  const [typed, setTyped] = useState(String(value ?? ''))
  const [typing, setTyping] = useState(false)
  const text = shownText(typed, value, countOf)
  const why = whyUnread('number', value)
  const isWrong = wrong || (why !== undefined && !typing)
  return (
    <>
      <Input
        id={id}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(countOf(target.value))
        }}
        onFocus={() => setTyping(true)}
        onBlur={() => {
          setTyping(false)
          left()
        }}
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
        read={typeof value === 'number' && text.trim() !== String(value) ? `按${value}填写` : undefined}
        wrong={typing ? undefined : why}
      />
    </>
  )
}
