/** A day, typed as anybody types it or picked from a calendar; which day was understood stands beside it. */
import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { saidDayInWeek } from '#calendar/said.ts'
import { isDay } from '#contracts/forms.ts'
import { DayCalendar, focusDay } from './day-calendar.tsx'
import { Reading } from './reading.tsx'
import { dayOf, shownText, whyUnread } from './typed-value.ts'

type Props = {
  id: string
  /** An ISO day; while what was typed is not understood, that. */
  value: string | undefined
  onChange: (value: string | undefined) => void
  disabled?: boolean
  size?: 'small'
  placeholder?: string
  /** The last day that the calendar offers, and where it opens. */
  latest?: string
  wrong?: boolean
  required?: boolean
  describedBy?: string | undefined
  left?: () => void
}

export function DateField({ id, value, onChange, latest, wrong = false, ...more }: Props) {
  const { disabled = false, size, placeholder = '如2018-6-15', required = false, describedBy, left = () => {} } = more
  const [typed, setTyped] = useState(value ?? '')
  const [typing, setTyping] = useState(false)
  const [open, setOpen] = useState(false)
  const text = shownText(typed, value, dayOf)
  const why = whyUnread('date', value)
  const day = value !== undefined && isDay(value) ? value : undefined
  const isWrong = wrong || (why !== undefined && !typing)
  const put = (next: string) => {
    setTyped(next)
    onChange(dayOf(next))
  }
  const calendarId = `${id}-calendar`
  const calendar = (
    <DayCalendar
      id={calendarId}
      day={day}
      latest={latest}
      pick={(picked) => {
        put(picked)
        setOpen(false)
        document.getElementById(id)?.focus()
      }}
    />
  )
  return (
    <>
      <Input
        id={id}
        value={text}
        onChange={({ target }) => {
          setTyping(true)
          put(target.value)
        }}
        onFocus={() => setTyping(true)}
        onBlur={() => {
          setTyping(false)
          left()
        }}
        // Enter ends the typing of a date; it must not hand in the form.
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          setTyping(false)
        }}
        autoComplete="off"
        disabled={disabled}
        placeholder={placeholder}
        style={{ maxWidth: 260 }}
        {...(size && { size })}
        {...(isWrong && { status: 'error' as const })}
        aria-invalid={isWrong}
        aria-required={required}
        aria-describedby={[...(describedBy ? [describedBy] : []), `${id}-read`].join(' ')}
        suffix={
          <Popover
            open={open && !disabled}
            onOpenChange={setOpen}
            // Before it is shown it cannot have the focus.
            afterOpenChange={(isOpen) => isOpen && focusDay(calendarId)}
            trigger="click"
            content={calendar}
            destroyOnHidden
          >
            <Button type="text" size="small" icon={<CalendarOutlined />} aria-label="打开日历" disabled={disabled} />
          </Popover>
        }
      />
      <Reading
        id={id}
        read={day && saidDayInWeek(day)}
        wrong={typing ? undefined : why}
        later={typing ? why : undefined}
      />
    </>
  )
}
