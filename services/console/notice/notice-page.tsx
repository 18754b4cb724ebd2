/** One notice: approved or returned, its list and period, proof that it stood, its objections, and its closing. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Card, Col, Empty, Flex, Row } from 'antd'
import { Link } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import { approveBody, noticeEndpoints, type NoticePage as Page, returnBody } from '#contracts/notice.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { checked } from '../forms/checked.ts'
import { saidWhole } from '../forms/refusal.ts'
import { ApprovePanel } from '../list/approve-panel.tsx'
import { usePrinting } from '../print/use-printing.ts'
import { useApi } from '../session/api.ts'
import { arrived } from '../session/parts.ts'
import { useTraining } from '../session/training.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { PaperButtons } from '../word/paper-buttons.tsx'
import { askAgain } from './ask-again.ts'
import { CloseNotice } from './close-notice.tsx'
import { NoticeFacts } from './notice-facts.tsx'
import { NoticeLines } from './notice-lines.tsx'
import { NoticePreview } from './notice-preview.tsx'
import { Objections } from './objections.tsx'
import { Proofs } from './proofs.tsx'
import { keptBack } from './waiting-lines.ts'

export default function NoticePage({ batch, n }: { batch: string; n: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const params = { batch, n }
  const key = ['notice', batch, n]
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ queryKey: key, queryFn: () => api(noticeEndpoints.readNotice, { params }) })
  const worklist = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !page) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  const now = worklist.data?.now
  const reload = () => queries.invalidateQueries()
  const show = (next: Page) => {
    queries.setQueryData(key, next)
    void reload()
  }
  const ask = () => api(noticeEndpoints.readNotice, { params })
  // The page reads objections from lists that may be a moment behind: what was just decided is shown as it was answered,
  // until the lists say so too.
  const decided = (next: Page) => {
    queries.setQueryData(key, next)
    void askAgain(ask, next).then((later) => later && queries.setQueryData(key, later))
    return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })
  }
  const act = (doing: Promise<Page>, done: string) =>
    doing.then(
      (next) => {
        message.success(done)
        return decided(next)
      },
      // Somebody else may have been first: the page shows who.
      (refused: Error) => {
        message.error(saidWhole(refused), 6)
        return reload()
      },
    )
  if (page.preparation || page.returned) return <Unpublished page={page} show={show} />
  return (
    <Flex vertical gap={12}>
      <Row gutter={[12, 12]}>
        <Col xs={24} md={16}>
          <Card
            size="small"
            style={{ height: '100%' }}
            title={`第${page.n}期公示`}
            extra={
              <Flex gap={8}>
                <Link className="not-printed" href={`/console/batches/${batch}`}>
                  批次进展
                </Link>
                <Button size="small" href={page.page} target="_blank">
                  公开页面
                </Button>
                {page.commands.includes('close-notice') && (
                  <CloseNotice
                    page={page}
                    close={async (channels, command) => {
                      const body = { checked: [...channels] }
                      const next = await api(noticeEndpoints.closeNotice, { params, body, command })
                      show(next)
                      return next
                    }}
                  />
                )}
              </Flex>
            }
          >
            <NoticeFacts page={page} now={now} />
            <NoticePaper page={page} />
          </Card>
        </Col>
        <Col xs={24} md={8}>
          <Proofs page={page} reload={reload} />
        </Col>
      </Row>
      <Objections {...{ page, now, act, decided, reload }} />
      <NoticeLines page={page} />
    </Flex>
  )
}

/** The same as a document, to be posted or sent. */
function NoticePaper({ page }: { page: Page }) {
  const training = useTraining() !== undefined
  return (
    <PaperButtons
      label="公示"
      of="notice"
      paper={async () => {
        const noticePaper = await arrived(async () => (await import('./notice-paper.ts')).noticePaper)
        return noticePaper({ page, training })
      }}
    />
  )
}

/** What waits for its approval, or went back: the list beside the page as the public would see it. */
function Unpublished({ page, show }: { page: Page; show: (next: Page) => void }) {
  const api = useApi()
  const { batch, step, n, title, text, publication, lines, preparation, returned, commands } = page
  const params = { batch, n: String(n) }
  const printing = usePrinting()
  const shown = {
    n,
    title,
    ...(text && { text }),
    cases: lines.map(({ unit }) => unit),
    publication: { on: publication.on, place: publication.place },
  }
  return (
    <Flex gap={12} align="start">
      <Flex vertical gap={12} style={{ flex: '1 1 50%', minWidth: 0 }}>
        <Card
          size="small"
          title={`第${n}期公示`}
          extra={
            <Link className="not-printed" href={`/console/batches/${batch}`}>
              批次进展
            </Link>
          }
        >
          <NoticeFacts page={page} now={undefined} />
          {!page.cancelled && <NoticePaper page={page} />}
          {/* On screen it stands in the page beside. */}
          {printing && <div className="printed-text">{text}</div>}
          {returned && !preparation && (
            <Alert type="warning" showIcon style={{ marginTop: 12 }} title={`${returned.by}退回：${returned.reason}`} />
          )}
          {preparation && !page.cancelled && (
            <div style={{ marginTop: 12 }}>
              <ApprovePanel
                prepared={preparation.prepared}
                name={`notice/${batch}/${n}`}
                what="公示"
                preparedBy={preparation.by}
                mayApprove={commands.includes('approve-notice')}
                consequence={`公示期${page.period.said}，${lines.length}个单位：${lines.map((line) => line.name).join('、')}`}
                held={keptBack(page)}
                approve={async (command) => {
                  const body = checked(approveBody, { prepared: preparation.prepared, secrecyChecked: true })
                  show(await api(noticeEndpoints.approveNotice, { params, body, command }))
                }}
                giveBack={async (reason, command) => {
                  const body = checked(returnBody, { prepared: preparation.prepared, reason })
                  show(await api(noticeEndpoints.returnNotice, { params, body, command }))
                }}
              />
            </div>
          )}
          {commands.includes('prepare-notice') && (
            <Link href={`/console/batches/${batch}/steps/${step}/notices/new?n=${n}`}>
              <Button style={{ marginTop: 12 }}>修改后送签</Button>
            </Link>
          )}
        </Card>
        <NoticeLines page={page} />
      </Flex>
      <NoticePreview batch={batch} step={step} shown={shown} />
    </Flex>
  )
}
