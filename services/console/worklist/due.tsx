import { Tag } from 'antd'
import { msBetween, msOf } from '#calendar/instant.ts'

const DAY_MS = 86_400_000
const SOON_DAYS = 3

/** A date with day and hour; red when it is near or over by the server's clock, neither until that is known. */
export function Due({
  due,
  now,
}: {
  due: { lateFrom: string; said: string } | undefined
  now: number | string | undefined
}) {
  if (!due) return <>—</>
  if (now === undefined) return <Tag>{due.said}</Tag>
  const left = (typeof now === 'number' ? msOf(due.lateFrom) - now : msBetween(now, due.lateFrom)) / DAY_MS
  const color = left <= 0 ? 'error' : left <= SOON_DAYS ? 'warning' : 'default'
  return (
    <Tag color={color}>
      {due.said}
      {left <= 0 ? '（已过）' : left <= SOON_DAYS ? `（还有${left < 1 ? '不到1' : Math.floor(left)}天）` : ''}
    </Tag>
  )
}
