/** On a laptop time can be moved. What else logs in at its own origin has no such address, and then this shows nothing. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Space } from 'antd'
import { useState } from 'react'
import { z } from 'zod/mini'
import { after } from '#calendar/instant.ts'
import { inOfficeHours } from '#calendar/office-hours.ts'
import { saidMinute } from '#calendar/said.ts'
import type { Client } from '#contracts/client.ts'
import { useApi } from '../session/api.ts'
import { partOf } from '../session/parts.ts'

const DAY_MS = 86_400_000
const clock = z.object({ now: z.string() })
const deadlines = z.object({ now: z.string(), nextDeadline: z.nullable(z.string()) })

async function readClock() {
  const response = await fetch('/_local/clock')
  const isJson = response.headers.get('content-type')?.includes('json')
  return response.ok && isJson ? clock.parse(await response.json()) : null
}

type Moved = { by: 'deadline' } | { to: string }
const advance = (to: Moved): Promise<Response> =>
  fetch('/_local/advance', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(to),
  })

/** @param seesBoards whether this person may see the boards, where notices end that no case waits for */
async function toNextDeadline(api: Client, seesBoards: boolean): Promise<Moved> {
  if (!seesBoards) return { by: 'deadline' }
  const { now, nextDeadline } = deadlines.parse(await (await fetch('/_local/deadlines')).json())
  const { nextNoticeEnd } = await partOf(() => import('./next-notice-end.ts'))
  const end = await nextNoticeEnd(api, now)
  return end && (nextDeadline === null || end < nextDeadline) ? { to: end } : { by: 'deadline' }
}

export function ClockPanel({ seesBoards }: { seesBoards: boolean }) {
  const api = useApi()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [moving, setMoving] = useState(false)
  const { data } = useQuery({
    queryKey: ['clock'],
    queryFn: readClock,
    refetchInterval: (query) => (query.state.data ? 5000 : false),
  })
  if (!data) return null
  const move = async (where: () => Moved | Promise<Moved>) => {
    setMoving(true)
    try {
      await go(await where())
    } catch (error) {
      message.error(`时间未能前进：${error instanceof Error ? error.message : error}`)
    } finally {
      setMoving(false)
    }
  }
  const go = async (to: Moved) => {
    const response = await advance(to).then(async (reached) => {
      if (!reached.ok) return reached
      // Deadlines end at midnight: people come back in the morning.
      const { now } = clock.parse(await reached.json())
      return inOfficeHours(now) === now ? reached : advance({ to: inOfficeHours(now) })
    })
    if (!response.ok) throw new Error(await response.text())
    await queries.invalidateQueries()
  }
  return (
    <Alert
      banner
      type="info"
      title={
        <Space wrap>
          <span>演示环境，当前时间 {saidMinute(data.now)}</span>
          <Button size="small" loading={moving} onClick={() => void move(() => ({ to: after(data.now, DAY_MS) }))}>
            前进一天
          </Button>
          <Button size="small" loading={moving} onClick={() => void move(() => toNextDeadline(api, seesBoards))}>
            前进到下一个期限
          </Button>
        </Space>
      }
    />
  )
}
