import { Tag } from 'antd'
import dayjs from 'dayjs'

const SOON_DAYS = 3

/** A date with day and hour; red when it is near or over. `now` is the server's, since an old PC's clock may be wrong. */
export function Due({ due, now }: { due: { lateFrom: string; said: string } | undefined; now?: string | undefined }) {
  if (!due) return <>—</>
  const left = dayjs(due.lateFrom).diff(dayjs(now), 'day', true)
  const color = left <= 0 ? 'error' : left <= SOON_DAYS ? 'warning' : 'default'
  return (
    <Tag color={color}>
      {due.said}
      {left <= 0 ? '(已过)' : left <= SOON_DAYS ? `(还有${left < 1 ? '不到1' : Math.floor(left)}天)` : ''}
    </Tag>
  )
}
