/** The first page of somebody who works for a unit: what is due and until when, then where the unit's cases stand. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { readCase } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { readMe } from '#contracts/read-me.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { DueLine } from './due-line.tsx'
import { DueReminderLine, ReminderLine } from './reminder-line.tsx'

/** The answer was that there is none for whoever asks. */
const isNone = (error: Error): boolean => error instanceof ApiError && (error.status === 403 || error.status === 404)

export default function UnitHome() {
  const api = useApi()
  const now = useServerNow()
  const work = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  const batches = useQuery({ queryKey: ['batches'], queryFn: () => api(viewsEndpoints.listBatches) })
  // A department's clerk has no part in the unit's cases.
  const inCases = me.data?.appointments.filter((one) => mayAsk('read-case', [one])) ?? []
  const units = [...new Map(inCases.flatMap(({ unit }) => (unit ? [[unit.id, unit]] : []))).values()]
  const cases = useQueries({
    queries: (batches.data?.batches ?? []).flatMap(({ batch }) =>
      units.map((unit) => ({
        queryKey: ['case', batch, unit.id],
        queryFn: () => api(readCase, { params: { batch, unit: unit.id } }),
      })),
    ),
  })
  if (work.error && !work.data) return <Refusal error={work.error} again={work.refetch} />
  if (!work.data) return <Loading />
  // Of what could not be read nobody can say that there is none.
  const unread = [batches, ...cases].find(({ error, data }) => error && !data && !isNone(error))
  const begun = cases.flatMap(({ data }) => (data && data.visit > 0 ? [data] : []))
  return (
    <Flex vertical gap={16}>
      {cases.map(({ data }) => {
        if (!data) return undefined
        const about = `${data.unit.name} · ${data.batch.title}`
        return [
          <ReminderLine key={data.case} reminder={data.reminder} about={about} />,
          <DueReminderLine key={`${data.case} due`} reminder={data.dueReminder} about={about} />,
        ]
      })}
      <Card title={<h1 style={{ fontSize: 18, margin: 0 }}>我的待办（{work.data.items.length}）</h1>}>
        {work.data.items.length === 0 && <Empty description="现在没有等您办理的事项" />}
        <Flex component="ul" vertical gap={12} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {work.data.items.map(({ path, todo, due, unit, batch, stepTitle, trial }) => (
            <Flex component="li" key={`${path} ${todo}`} gap={16} align="center" wrap>
              <Flex vertical style={{ flex: 1, minWidth: 300 }}>
                {due && <DueLine due={due} now={now()} />}
                <Typography.Text style={{ fontSize: 17 }}>
                  {todo} {trial && <TrialTag />}
                </Typography.Text>
                <Typography.Text type="secondary">
                  {unit?.name} · {stepTitle} · 批次{batch}
                </Typography.Text>
              </Flex>
              <Link href={path} asChild>
                <Button type="primary" href={path} aria-label={`去办理：${todo}`}>
                  去办理
                </Button>
              </Link>
            </Flex>
          ))}
        </Flex>
      </Card>
      {unread?.error && <Refusal error={unread.error} again={unread.refetch} />}
      {(batches.data?.batches ?? []).length > 0 && (
        <Card title={<h2 style={{ fontSize: 16, margin: 0 }}>创建通知</h2>}>
          <Flex component="ul" vertical gap={8} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {(batches.data?.batches ?? []).map(({ batch, title, trial, due, cancelled }) => (
              <Flex component="li" key={batch} gap={12} align="center" wrap>
                <Link href={`/console/batches/${batch}/call`}>{title}</Link>
                {trial && <TrialTag />}
                <Typography.Text type="secondary">
                  批次{batch}
                  {cancelled ? ' · 已取消' : due && ` · 申请截止 ${due.said}`}
                </Typography.Text>
              </Flex>
            ))}
          </Flex>
        </Card>
      )}
      {begun.length > 0 && (
        <Card title={<h2 style={{ fontSize: 16, margin: 0 }}>本单位的申报件</h2>}>
          <Flex component="ul" vertical gap={8} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {begun.map(({ case: id, unit, batch, stepTitle, ended, due, next = [] }) => (
              <Flex component="li" key={id} gap={12} align="center" wrap>
                <Link href={`/console/cases/${id}`}>
                  {unit.name} · {batch.title}
                </Link>
                <Tag color={ended ? 'default' : 'processing'}>{stepTitle}</Tag>
                {due && <Typography.Text type="secondary">{due.said}截止</Typography.Text>}
                {next.length > 0 && <Typography.Text type="secondary">等待{next.join('、')}办理</Typography.Text>}
              </Flex>
            ))}
          </Flex>
        </Card>
      )}
    </Flex>
  )
}
