import { ClockCircleOutlined } from '@ant-design/icons'
import { Typography } from 'antd'
import { msOf } from '#calendar/instant.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SOON_MS = 3 * DAY_MS

/** How long is left, in days and hours, or in minutes on the last hour. */
export function leftOf(ms: number): string {
  if (ms <= 0) return '已截止'
  if (ms < HOUR_MS) return `还有${Math.ceil(ms / 60_000)}分钟`
  const [days, hours] = [Math.floor(ms / DAY_MS), Math.floor((ms % DAY_MS) / HOUR_MS)]
  return `还有${days > 0 ? `${days}天` : ''}${hours > 0 ? `${hours}小时` : ''}`
}

/** Until when, with day and hour, and what is left of it. */
export function DueLine({ due, now }: { due: { lateFrom: string; said: string }; now: number | undefined }) {
  const left = now === undefined ? undefined : msOf(due.lateFrom) - now
  return (
    <Typography.Text
      strong
      style={{ fontSize: 17, color: left !== undefined && left < SOON_MS ? '#b3261e' : '#8a4b00' }}
      data-due
    >
      <ClockCircleOutlined /> {due.said}截止
      {left !== undefined && `，${leftOf(left)}`}
    </Typography.Text>
  )
}
