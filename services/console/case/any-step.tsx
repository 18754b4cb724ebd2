/** A case at any step: every command that is offered can be given from here, before a screen is made for the step. */
import { Alert, Button, Card, Col, Collapse, Flex, Row } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { Link } from 'wouter'
import type { CasePage, FileReference, OfferedCommand, ShownPaper } from '#contracts/case-page.ts'
import type { Send } from '../forms/offered-command.ts'
import { judgePath } from '../judgement/judge-path.ts'
import { INQUIRY_COMMANDS, WORK_COMMANDS } from '../panels/panel-commands.ts'
import { partOfPage } from '../session/parts.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { CaseContext, placedInContext } from './case-context.tsx'
import { CaseHead } from './case-head.tsx'
import { FinishedSince } from './finished-since.tsx'
import { FormAsRead } from './form-as-read.tsx'
import { OfferedCommands } from './offered-commands.tsx'
import { saidNext } from './said-next.ts'
import { SignOffsAsRead } from './sign-offs-as-read.tsx'
import { Timeline } from './timeline.tsx'
import { useEarlier } from './use-earlier.ts'

const WorkPanel = partOfPage(() => import('../panels/work-panel.tsx'))
const InquiryPanel = partOfPage(() => import('../panels/inquiry-panel.tsx'))
const Undo = partOfPage(() => import('../correction/undo.tsx'))

type Props = {
  page: CasePage
  /** Whose evidence uploads are: the unit, or `office`. */
  owner: string
  names: Readonly<Record<string, string>>
  open: (file: FileReference) => void
  send: Send
  mayEnter: boolean
  /** What organs have replied of the unit: it stands where a veto is raised or confirmed. */
  asked: ReactNode
}
/** These stand in the panel of their step. */
const isInPanel = ({ work, inquiry }: CasePage, { name }: OfferedCommand): boolean =>
  (work !== undefined && WORK_COMMANDS.has(name)) || (inquiry !== undefined && INQUIRY_COMMANDS.has(name))

/** These have a screen of their own, with the form and its attachments beside. */
const JUDGING: readonly string[] = ['draft-decision', 'decide-step']

export default function AnyStep({ page, owner, names, open, send, mayEnter, asked }: Props) {
  const now = useServerNow()
  // Asked for before anybody opens a form of another step.
  useEarlier(page)
  const shared = { page, owner, names, send }
  // What undoes a decision stands at that decision.
  const undoing = page.commands.filter(({ name }) => page.timeline.some(({ undo }) => undo === name))
  const placed = [...placedInContext(page), ...undoing]
  const commands = page.commands.filter((command) => !placed.includes(command) && !isInPanel(page, command))
  const judging = commands.filter(({ name }) => JUDGING.includes(name))
  // A form is signed, sent back or taken back below it, by somebody who has read it.
  const ofForm = commands.filter(({ form }) => form !== undefined && form === page.form?.name)
  const rest = commands.filter((command) => !judging.includes(command) && !ofForm.includes(command))
  const raises = rest.some(({ name, todo }) => name === 'raise-veto' && !todo)
  const toJudge = page.commands.filter(({ name }) => JUDGING.includes(name))
  return (
    <Flex vertical gap={16}>
      <CaseHead page={page} now={now()} mayEnter={mayEnter} />
      <Row gutter={16}>
        <Col xs={24} lg={15}>
          <Flex vertical gap={16}>
            {toJudge.length > 0 && (
              <Link href={judgePath(page.batch.id, page.step, page.unit.id)} asChild>
                <Button
                  type={toJudge.some(({ todo }) => todo) ? 'primary' : 'default'}
                  href={judgePath(page.batch.id, page.step, page.unit.id)}
                >
                  对照表格和附件办理“{page.stepTitle}”
                </Button>
              </Link>
            )}
            <FinishedSince page={page} />
            {!raises && asked}
            <CaseContext {...shared} />
            <OfferedCommands {...shared} commands={rest.filter(({ todo }) => todo)} />
            <Suspense>
              {(page.work || page.worked) && <WorkPanel {...shared} now={now()} open={open} />}
              {page.inquiry && <InquiryPanel {...shared} now={now()} open={open} />}
            </Suspense>
            {page.form && page.visit > 0 && <Paper page={page} paper={page.form} open={open} />}
            <OfferedCommands {...shared} commands={ofForm} />
            {page.others.length > 0 && (
              <Collapse
                // Whoever judges at a later step reads them; a fold is only to make room.
                key={page.visit}
                defaultActiveKey={page.others.map(({ name }) => name)}
                items={page.others.map(({ name, title }) => ({
                  key: name,
                  label: title,
                  // Not in the header, which is a button itself.
                  children: (
                    <>
                      <ToPrint page={page} name={name} title={title} />
                      <OtherPaper page={page} name={name} open={open} />
                    </>
                  ),
                }))}
              />
            )}
            {raises && asked}
            <OfferedCommands
              {...shared}
              commands={[
                ...judging.map(({ todo: _shown, ...command }) => command),
                ...rest.filter(({ todo }) => !todo),
              ]}
            />
            {ofForm.every(({ name }) => name !== 'sign-form') &&
              page.commands.every((one) => !one.todo && !isInPanel(page, one)) && (
                <Alert
                  className="not-printed"
                  type="info"
                  showIcon
                  title={page.ended ? '本件已办结。' : `本件现在没有需要您办理的事项。${saidNext(page)}`}
                />
              )}
          </Flex>
        </Col>
        <Col xs={24} lg={9}>
          <Card title="办理过程">
            {page.final && (
              // Why nothing is offered here is nothing that happened.
              <Alert className="not-printed" type="info" showIcon title={page.final} style={{ marginBottom: 16 }} />
            )}
            <Timeline
              entries={[...page.timeline].reverse()}
              open={open}
              undo={(name) =>
                undoing
                  .filter((command) => command.name === name)
                  .map((command) => (
                    <Suspense key={name}>
                      <Undo page={page} command={command} send={send} />
                    </Suspense>
                  ))
              }
            />
          </Card>
        </Col>
      </Row>
    </Flex>
  )
}

type PaperProps = { paper: ShownPaper; open: (file: FileReference) => void }
const Read = ({ paper, open }: PaperProps) => (
  <>
    <FormAsRead form={paper} open={open} />
    <SignOffsAsRead signOffs={paper.signOffs} open={open} />
  </>
)
function OtherPaper({ page, name, open }: { page: CasePage; name: string; open: PaperProps['open'] }) {
  const { data, error, refetch } = useEarlier(page)
  const paper = data?.papers.find((one) => one.name === name)
  if (paper) return <Read paper={paper} open={open} />
  return error ? <Refusal error={error} again={refetch} /> : <Loading />
}
const ToPrint = ({ page, name, title }: { page: CasePage; name: string; title: string }) => (
  <Link className="not-printed" href={`/console/cases/${page.case}/print/${name}`}>
    打印{title}
  </Link>
)
const Paper = ({ page, ...props }: PaperProps & { page: CasePage }) => (
  <Card
    title={props.paper.title}
    extra={props.paper.digest && <ToPrint page={page} name={props.paper.name} title={props.paper.title} />}
  >
    {props.paper.declined && (
      <Alert
        type="warning"
        showIcon
        style={{ marginBottom: 16 }}
        title={`${props.paper.declined.by}退回修改：${props.paper.declined.reason}`}
      />
    )}
    <Read {...props} />
  </Card>
)
