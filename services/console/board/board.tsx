/** One batch: how many in each step, who is late, what comes next; then the lists, every case, every notice. */
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Collapse, Empty, Flex, Row, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { ChangesPanel } from '../changes/changes-panel.tsx'
import { useReadsConsultations } from '../consultation/reads-consultations.ts'
import { stillWaiting } from '../judgement/queue/decided-here.ts'
import { isToJudge, isToSign } from '../judgement/queue/judgement-queue.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { Due } from '../worklist/due.tsx'
import { BoardBar } from './board-bar.tsx'
import { BoardCases } from './board-cases.tsx'
import { BoardLists } from './board-lists.tsx'
import { type Board, whatComesNext } from './board-next.ts'
import { BoardNotices } from './board-notices.tsx'

export default function BoardPage({ batch }: { batch: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['board', batch],
    queryFn: () => api(viewsEndpoints.readBoard, { params: { batch } }),
  })
  // What waits for whoever looks is decided in one place, and the board only shows it at its case.
  const worklist = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const [step, choose] = useState<string>()
  const readsConsultations = useReadsConsultations()
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const late = new Map<string, number>()
  for (const one of data.cases) if (one.late) late.set(one.step, (late.get(one.step) ?? 0) + 1)
  const judging = stillWaiting(worklist.data?.items ?? []).filter(
    (item) => item.batch === batch && (isToJudge(item) || isToSign(item)),
  )
  const [first] = judging
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex gap={12} align="center" wrap>
          <Typography.Title level={2} style={{ margin: 0, fontSize: 19 }}>
            {data.title}
          </Typography.Title>
          {data.trial && <TrialTag />}
          {data.cancelled && <Tag color="error">已取消</Tag>}
          <Typography.Text type="secondary" style={{ flex: '1 1 240px' }}>
            {data.batch}
            {data.due && !data.cancelled && ` · 申请截止 ${data.due.said}`} · 共{data.cases.length}个单位申请
            {data.standard && (
              <>
                {' · 标准 '}
                <Link
                  href={`/console/catalogues/${data.standard.catalogue}?version=${data.standard.version}`}
                  className="in-text"
                >
                  {data.standard.title}
                </Link>
              </>
            )}
          </Typography.Text>
          <Link href={`/console/batches/${batch}/call`}>创建通知</Link>
          {readsConsultations && <Link href={`/console/batches/${batch}/consultations`}>函询</Link>}
          {data.may.includes('issue-bulletin') && (
            <Link href={`/console/batches/${batch}/bulletins`}>
              <Button>情况交流</Button>
            </Link>
          )}
          {first && (
            <Link href={first.path}>
              <Button type="primary">
                {first.stepTitle}（{judging.filter((item) => item.step === first.step).length}件）
              </Button>
            </Link>
          )}
        </Flex>
      </Card>
      <Row gutter={[12, 12]}>
        <Col xs={24} md={14}>
          <Card size="small" title="进展" style={{ height: '100%' }}>
            <BoardBar
              steps={data.steps.filter(({ ending }) => !ending)}
              endings={data.steps.filter(({ ending }) => ending)}
              late={late}
              chosen={step}
              choose={choose}
            />
          </Card>
        </Col>
        <Col xs={24} md={10}>
          <Card size="small" title="接下来" style={{ height: '100%' }}>
            {worklist.error && !worklist.data && <Refusal error={worklist.error} again={worklist.refetch} />}
            <Next
              board={data}
              known={worklist.data !== undefined}
              judging={new Map(judging.map(({ unit, path }) => [unit?.id ?? '', path]))}
            />
          </Card>
        </Col>
      </Row>
      <BoardLists board={data} />
      <ChangesPanel batch={data.batch} />
      <BoardCases board={data} step={step} choose={choose} judging={judging.filter(isToJudge)} />
      <BoardNotices board={data} />
    </Flex>
  )
}

/** `known`: whether what waits for whoever looks could be read; else nothing can be said to wait for nobody. */
type NextProps = { board: Board; known: boolean; judging: ReadonlyMap<string, string> }
function Next({ board, known, judging }: NextProps) {
  const coming = board.cancelled ? [] : whatComesNext(board, judging)
  const awaited = board.notBegun.filter(({ late }) => !late)
  return (
    <Flex vertical gap={6}>
      {known && coming.length === 0 && <Typography.Text type="secondary">没有待办和临近的期限</Typography.Text>}
      {coming.slice(0, 8).map(({ key, due, what, path }) => (
        <Flex key={key} gap={8} align="start" justify="space-between">
          <span>{path ? <Link href={path}>{what}</Link> : what}</span>
          {due && <Due due={due} now={board.now} />}
        </Flex>
      ))}
      {awaited.length > 0 && (
        <Collapse
          size="small"
          items={[
            {
              key: 'not-begun',
              label: `还没有开始申请的单位（${awaited.length}个）`,
              children: awaited.map(({ name }) => name).join('、'),
            },
          ]}
        />
      )}
    </Flex>
  )
}
