/** An inquiry: its methods side by side, each recorded and ended on its own, then the result. */

import { useQuery } from '@tanstack/react-query'
import { App, Button, Card, Empty, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import { readMe } from '#contracts/read-me.ts'
import type { Command } from '#procedure/commands.ts'
import { useInquiries } from '../case/use-earlier.ts'
import { useAsk } from '../forms/ask.tsx'
import { saidWhole } from '../forms/refusal.ts'
import { useApi } from '../session/api.ts'
import { mayAsk } from '../session/may-ask.ts'
import { Refusal } from '../shell/states.tsx'
import { EarlierVisit, Records, Result, WhyAgain } from './inquiry-visit.tsx'
import { PanelForm, type PanelProps } from './panel-form.tsx'

type Method = NonNullable<CasePage['inquiry']>['methods'][number]

export default function InquiryPanel(props: PanelProps) {
  const { page } = props
  const methods = page.inquiry?.methods ?? []
  const settle = page.commands.find(({ name }) => name === 'settle-inquiry')
  const open = methods.filter(({ ended }) => !ended)
  const api = useApi()
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(readMe) })
  const mayLook = mayAsk('read-assessment', me.data?.appointments ?? [])
  const before = useInquiries(page)
  // Where nothing was recorded there may be notes of single indicators, which are on a page of their own.
  const onlyNoted = methods.length === 0 && mayLook && page.dossier
  if (methods.length === 0 && !page.inquiry?.more && !onlyNoted)
    return page.kind === 'inquiry' ? <Empty description="本环节没有考核方式" /> : null
  const { again, earlier = [] } = before.data ?? {}
  const title = page.kind === 'inquiry' ? page.stepTitle : '考核情况'
  return (
    <Card title={again ? `${title}（重新考核）` : title} size="small">
      <Flex vertical gap={16}>
        {again && <WhyAgain again={again} />}
        {page.kind === 'inquiry' && (
          // What whoever records and settles goes by.
          <Link href={`/console/batches/${page.batch.id}/call`}>考核评定办法见创建通知</Link>
        )}
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))', gap: 12 }}>
          {methods.map((method) => (
            <MethodCard key={method.name} method={method} mayLook={mayLook} {...props} />
          ))}
        </div>
        {onlyNoted && (
          <Link className="not-printed" href={`/console/cases/${page.case}/assessment`}>
            没有考核记录；查看指标情况
          </Link>
        )}
        {mayLook && methods.length > 0 && open.length === 0 && (
          <Link className="not-printed" href={`/console/cases/${page.case}/tally`}>
            考核汇总
          </Link>
        )}
        {page.inquiry?.result && <Result result={page.inquiry.result} />}
        {settle ? (
          <Card size="small" type="inner" title={settle.title}>
            <PanelForm {...props} command={settle} of="" />
          </Card>
        ) : (
          page.kind === 'inquiry' &&
          open.length > 0 && (
            <Typography.Text type="secondary">
              还有{open.length}种方式没有结束（{open.map(({ title }) => title).join('、')}）；全部结束后确定结果。
            </Typography.Text>
          )
        )}
        {page.inquiry?.more && before.isPending && <Card size="small" type="inner" loading />}
        {before.error && !before.data && <Refusal error={before.error} again={before.refetch} />}
        {earlier.map((visit) => (
          <EarlierVisit key={visit.visit} visit={visit} open={props.open} />
        ))}
      </Flex>
    </Card>
  )
}

type MethodProps = PanelProps & {
  method: Method
  /** What is noted of single indicators has a page for whoever looks. */
  mayLook: boolean
}

function MethodCard({ method, mayLook, ...props }: MethodProps) {
  const offered = (command: Command) =>
    props.page.commands.find((one) => one.name === command && one.method === method.name)
  const recording = offered('record-method')
  const end = offered('end-method')
  return (
    <Card
      size="small"
      type="inner"
      title={method.title}
      extra={<Tag color={method.ended ? 'default' : 'processing'}>{method.ended ? '已结束' : '进行中'}</Tag>}
    >
      <Flex vertical gap={12}>
        {method.records.length === 0 && <Typography.Text type="secondary">还没有记录</Typography.Text>}
        <Records records={method.records} open={props.open} />
        <Flex gap={16} align="center" wrap>
          {(recording || (mayLook && props.page.dossier)) && (
            <Link className="not-printed" href={`/console/cases/${props.page.case}/assessment/${method.name}`}>
              {recording?.title ?? `查看“${method.title}”指标情况`}
            </Link>
          )}
          {end && method.records.length > 0 && <EndMethod command={end} title={method.title} send={props.send} />}
        </Flex>
      </Flex>
    </Card>
  )
}

function EndMethod({ command, title, send }: { command: OfferedCommand; title: string; send: PanelProps['send'] }) {
  const { message } = App.useApp()
  const question = useAsk()
  const [click, setClick] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const go = async () => {
    setSending(true)
    try {
      await send(command)(command.values, click)
      message.success(`“${title}”已结束`)
    } catch (error) {
      // Without an answer the next try is the same click; a refused one is another.
      if (!(error instanceof ApiError) || error.status !== 0) setClick(crypto.randomUUID())
      message.error(saidWhole(error), 6)
    } finally {
      setSending(false)
    }
  }
  return (
    <div>
      <Button
        size="small"
        loading={sending}
        aria-label={`结束：${title}`}
        onClick={() =>
          question({
            title: command.confirm ?? `结束“${title}”后不能再记录，是否结束？`,
            okText: '结束',
            onOk: go,
          })
        }
      >
        结束
      </Button>
    </div>
  )
}
