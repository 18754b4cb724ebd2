/** The assessment of one unit, for whoever goes through many: its methods, one indicator after the other, and each record. */
import { Alert, Button, Card, Empty, Flex, Typography } from 'antd'
import { Suspense, useCallback, useRef, useState } from 'react'
import { Link, useSearch } from 'wouter'
import type { AssessmentPage } from '#contracts/assessment/assessment.ts'
import { ApiError } from '#contracts/client.ts'
import { FoundOfUnit } from '../beside/known-beside.tsx'
import { partOfPage } from '../session/parts.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { Indicators } from './indicators.tsx'
import { MethodTabs } from './method-tabs.tsx'
import { NextUnit } from './next-unit.tsx'
import { type Method, methodAt } from './noted.ts'
import { RecordNotMade } from './record-not-made.tsx'
import { type Params, useAssessment } from './use-assessment.ts'
import './assessment.css'

const RecordMethod = partOfPage(() => import('./record-method.tsx'))

type Asked = Params & { method?: string | undefined }

export default function AssessmentRoom({ batch, unit, method: asked }: Asked) {
  const { data, error, refetch } = useAssessment({ batch, unit })
  // Where one began one stays, though something is recorded there by now, or it has ended.
  const [begun, begin] = useState<{ readonly of: string; readonly method: string }>()
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const method = methodAt(data.methods, asked ?? (begun?.of === data.case ? begun.method : undefined))
  if (asked === undefined && method && begun?.of !== data.case) begin({ of: data.case, method: method.name })
  if (!method) return <Empty description="本环节没有考核方式" />
  return <Room page={data} {...{ method, asked }} params={{ batch, unit }} />
}

type RoomProps = { page: AssessmentPage; method: Method; asked: string | undefined; params: Params }

function Room({ page, method, asked, params }: RoomProps) {
  const item = new URLSearchParams(useSearch()).get('item') ?? undefined
  const [recording, setRecording] = useState<string>()
  const [refused, setRefused] = useState<{ readonly method: string; readonly says: string }>()
  const flush = useRef<() => Promise<boolean>>(async () => true)
  const leaving = useCallback((save: () => Promise<boolean>) => {
    flush.current = save
  }, [])
  const root = `/console/cases/${page.case}/assessment`
  const addressOf = (of: string, at: string | undefined) =>
    `${root}/${of}${at ? `?item=${encodeURIComponent(at)}` : ''}`
  const isRecording = method.writes && recording === method.name
  const record = (unsaved: number) => (
    <Suspense fallback={<Loading />}>
      <RecordMethod
        key={method.name}
        {...{ params, page, method, unsaved }}
        flush={() => flush.current()}
        done={() => setRecording(undefined)}
        refused={(says) => setRefused({ method: method.name, says })}
      />
    </Suspense>
  )
  return (
    <Flex vertical gap={8}>
      <Card styles={{ body: { padding: '10px 16px' } }}>
        <Flex gap={16} align="center" wrap>
          <Typography.Title level={1} style={{ margin: 0, fontSize: 17 }}>
            {page.unit.name} · {page.stepTitle}
          </Typography.Title>
          {page.batch.trial && <TrialTag />}
          <Typography.Text type="secondary">{page.batch.title}</Typography.Text>
          <span style={{ marginInlineStart: 'auto' }} />
          <NextUnit {...{ params, page }} method={method.name} />
          <Link href={`/console/cases/${page.case}`} className="not-printed">
            返回申报件
          </Link>
          {page.methods.every(({ ended }) => ended) && (
            <Link href={`/console/cases/${page.case}/tally`} className="not-printed">
              考核汇总
            </Link>
          )}
        </Flex>
        {page.why && <Alert type="info" showIcon style={{ marginTop: 8 }} title={page.why} />}
        {asked !== undefined && asked !== method.name && (
          <Alert
            type="warning"
            showIcon
            style={{ marginTop: 8 }}
            title={`本环节没有网址中的考核方式“${asked}”，以下是“${method.title}”。`}
          />
        )}
        {page.veto && (
          <Alert
            type="warning"
            showIcon
            style={{ marginTop: 8 }}
            title={`已提出一票否决（${page.veto}），等待确认；考核照常进行。`}
          />
        )}
        {!page.why && method.ended && (
          <Alert
            type="info"
            showIcon
            style={{ marginTop: 8 }}
            title={`“${method.title}”已经结束，不再记录；以下供查看。`}
          />
        )}
        {page.methods.flatMap((one) =>
          one.writes ? (
            []
          ) : (
            <RecordNotMade
              key={one.name}
              {...{ params, method: one }}
              why={refused?.method === one.name ? refused.says : (page.why ?? `“${one.title}”已经结束。`)}
            />
          ),
        )}
        <MethodTabs page={page} current={method.name} hrefOf={(name) => addressOf(name, item)} />
        {method.writes && page.dossier && (
          <Flex gap={12} align="center" wrap style={{ marginTop: 8 }}>
            <Button
              type={isRecording ? 'default' : 'primary'}
              aria-expanded={isRecording}
              onClick={() => setRecording(isRecording ? undefined : method.name)}
            >
              {isRecording ? '返回逐项考核' : `记录“${method.title}”本次情况`}
            </Button>
            {!isRecording && (
              <Typography.Text type="secondary" className="not-printed assessment-keys">
                Alt+P、Alt+N 换一项，Alt+J、Alt+K 换附件，Alt+O 到考核情况栏，Alt+Y 与自评相符
              </Typography.Text>
            )}
          </Flex>
        )}
      </Card>
      <FoundOfUnit {...params} />
      {page.dossier ? (
        <Indicators
          {...{ params, page, method, leaving }}
          asked={item}
          addressOf={(to) => addressOf(method.name, to)}
          record={isRecording ? record : undefined}
        />
      ) : (
        <Card>
          {method.writes ? (
            record(0)
          ) : (
            <Typography.Text type="secondary">本件不逐项考核，各种方式的记录见申报件。</Typography.Text>
          )}
        </Card>
      )}
    </Flex>
  )
}
