/** One month to pick a day from. It knows days, not instants: which one is today the server says, whatever the PC thinks. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Flex, Typography } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays, dateOf } from '#calendar/deadline.ts'
import { instantOf } from '#calendar/instant.ts'
import { saidDayInWeek } from '#calendar/said.ts'
import { isNearDay } from '#calendar/typed-day.ts'
import { useServerNow } from '../shell/server-now.ts'
import { monthOf, monthSaid, monthsOn, WEEK, weeksOf } from './month.ts'
import './day-calendar.css'

type Props = {
  id: string
  day: string | undefined
  /** The last day that can be picked. */
  latest: string | undefined
  pick: (day: string) => void
}

export function DayCalendar(props: Props) {
  const now = useServerNow()()
  const today = now === undefined ? undefined : dateOf(instantOf(now))
  const begin = props.day ?? props.latest ?? today
  if (!begin) return <Typography.Text role="status">正在查询今天的日期，也可以直接填写。</Typography.Text>
  return <Month {...props} today={today} begin={begin} />
}

/** Puts the focus on the day of a calendar from which the arrow keys go on. */
export const focusDay = (id: string): void =>
  document.getElementById(id)?.querySelector<HTMLElement>('td [tabindex="0"]')?.focus()

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

function Month({ id, day, latest, pick, today, begin }: Props & { today: string | undefined; begin: string }) {
  /** Where the keyboard is; its month is shown. */
  const [at, setAt] = useState(begin)
  const byKey = useRef(true)
  useEffect(() => {
    if (byKey.current) focusDay(id)
    byKey.current = at !== ''
  }, [at, id])
  const mayPick = (one: string) => isNearDay(one) && (latest === undefined || one <= latest)
  const go = (to: string, keyed: boolean) => {
    byKey.current = keyed
    if (isNearDay(to)) setAt(to)
  }
  const steer = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(addDays(at, step), true)
  }
  const turn = (months: number, label: string, icon: React.ReactNode) => (
    <Button type="text" size="small" aria-label={label} icon={icon} onClick={() => go(monthsOn(at, months), false)} />
  )
  return (
    <div className="day-calendar" id={id}>
      <Flex justify="space-between" align="center">
        {turn(-12, '上一年', <DoubleLeft />)}
        {turn(-1, '上个月', <LeftOutlined />)}
        <Typography.Text strong aria-live="polite">
          {monthSaid(at)}
        </Typography.Text>
        {turn(1, '下个月', <RightOutlined />)}
        {turn(12, '下一年', <DoubleRight />)}
      </Flex>
      <table onKeyDown={steer} aria-label={monthSaid(at)}>
        <thead>
          <tr>
            {[...WEEK].map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <td key={one}>
                  <button
                    type="button"
                    className={monthOf(one) === monthOf(at) ? '' : 'beside'}
                    aria-label={saidDayInWeek(one)}
                    aria-pressed={one === day}
                    aria-current={one === today ? 'date' : undefined}
                    tabIndex={one === at ? 0 : -1}
                    aria-disabled={!mayPick(one)}
                    onClick={() => mayPick(one) && pick(one)}
                  >
                    {Number(one.slice(-2))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {today && mayPick(today) && (
        <Button type="link" size="small" onClick={() => pick(today)}>
          今天：{saidDayInWeek(today)}
        </Button>
      )}
    </div>
  )
}

const DoubleLeft = () => <span aria-hidden>«</span>
const DoubleRight = () => <span aria-hidden>»</span>
