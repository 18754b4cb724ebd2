/** One case: where it stands, its form, its history, and what the API says I may do now. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Card, Col, Collapse, Empty, Flex, Row, Tag, Typography } from 'antd'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { z } from 'zod/mini'
import { casePage, type FileReference, type OfferedCommand, type CasePage as Page } from '#contracts/case-page.ts'
import { ApiError } from '#contracts/client.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { ReminderLine } from '../application/reminder-line.tsx'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { TrialTag } from '../shell/trial-tag.tsx'
import { Due } from './due.tsx'
import { FormAsRead } from './form-as-read.tsx'
import { Timeline } from './timeline.tsx'

const PaperForm = lazy(() => import('../application/paper-form.tsx'))
const ApplicationPage = lazy(() => import('../application/application-page.tsx'))
const Undo = lazy(() => import('./correction/undo.tsx'))
const StartApplication = lazy(() => import('../application/start-application.tsx'))

/** What the unit does itself, and the office for it from paper. */
const ENTERING: readonly string[] = ['open-case', 'save-application', 'sign-application', 'submit-application']

const anything = z.record(z.string(), z.unknown())
/** What the API offers is called as it is offered: a new step of the procedure needs no screen of its own. */
const offered = ({ path, title }: OfferedCommand) =>
  ({
    method: 'POST',
    path: path.startsWith('/') ? `/${path.slice(1)}` : `/${path}`,
    access: 'signedIn',
    title,
    body: anything,
    response: casePage,
  }) satisfies Endpoint

/** What came along without a field (what a sign-off covers, say) goes back exactly as it came last. */
const unseen = ({ fields, values }: OfferedCommand) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !fields.some((field) => field.name === name)))

export default function CasePage({ batch, unit, part }: { batch: string; unit: string; part?: string | undefined }) {
  const api = useApi()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const key = ['case', batch, unit]
  const {
    data: loaded,
    error,
    refetch,
  } = useQuery({ queryKey: key, queryFn: () => api(intakeEndpoints.readCase, { params: { batch, unit } }) })
  const me = useQuery({ queryKey: ['me'], queryFn: () => api(rosterEndpoints.readMe) })
  const now = useServerNow()
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  // A look that fails later must not take away what is on screen.
  if (error && !loaded) return <Refusal error={error} again={refetch} />
  if (!loaded || !me.data) return <Loading />

  const ofUnit = me.data.appointments.some((held) => held.unit?.id === unit)
  const owner = ofUnit ? unit : 'office'
  // The office enters a paper form 代录 where it wanted to, not wherever it looks at a case.
  const mayEnter = !ofUnit && loaded.commands.some(({ name }) => ENTERING.includes(name))
  const page =
    mayEnter && !part ? { ...loaded, commands: loaded.commands.filter(({ name }) => !ENTERING.includes(name)) } : loaded
  const names = Object.fromEntries(
    [
      ...(page.form?.files ?? []),
      ...(page.sinceReturn?.files ?? []),
      ...page.timeline.flatMap(({ files }) => files),
    ].map(({ sha256, name }) => [sha256, name]),
  )
  const open = async ({ owner: whose, sha256 }: FileReference) => {
    try {
      const { url } = await api(evidenceEndpoints.linkEvidence, { params: { owner: whose, sha256 } })
      window.open(url, '_blank', 'noopener')
    } catch (refused) {
      message.error(refused instanceof Error ? refused.message : '打不开这个文件，请重试。')
    }
  }
  const send = (command: OfferedCommand) => async (values: Readonly<Record<string, unknown>>, click: string) => {
    const next = await api(offered(command), { body: { ...values, ...unseen(command) }, command: click })
    queries.setQueryData(key, next)
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['worklist'] }),
      queries.invalidateQueries({ queryKey: ['board', batch] }),
    ])
  }
  const begin = page.commands.find(({ name }) => name === 'open-case')
  if (begin) return <StartApplication page={page} command={begin} send={send} />
  if (page.commands.some(({ name }) => name === 'save-application')) {
    const shared = { page, person: me.data.person, part, names, open: (file: FileReference) => void open(file), send }
    // Each return is a form of its own, with questions of its own.
    if (mayEnter) return <PaperForm key={page.visit} {...shared} />
    const isClerk = me.data.appointments.some((held) => held.appointment === 'unitClerk' && held.unit?.id === unit)
    return <ApplicationPage key={page.visit} {...shared} isClerk={isClerk} />
  }
  // What undoes a decision stands at that decision.
  const undoing = page.commands.filter(({ name }) => page.timeline.some(({ undo }) => undo === name))
  const commands = page.commands.filter((command) => !undoing.includes(command))
  const [first] = commands
  // What cannot be undone waits folded in, even when it is all that one may do.
  const others = commands.filter((command) => command !== first || command.danger)
  return (
    <Flex vertical gap={16}>
      <Head page={page} now={now()} mayEnter={mayEnter} />
      <Row gutter={16}>
        <Col xs={24} lg={15}>
          <Flex vertical gap={16}>
            {first && !first.danger && (
              <Card title={first.title}>
                <Offered command={first} page={page} owner={owner} names={names} send={send(first)} />
              </Card>
            )}
            {page.form && (
              <Card title="创建申请表">
                <FormAsRead form={page.form} open={(file) => void open(file)} />
              </Card>
            )}
            {others.length > 0 && (
              <Collapse
                items={others.map((command) => ({
                  key: command.name,
                  label: command.title,
                  children: <Offered command={command} page={page} owner={owner} names={names} send={send(command)} />,
                }))}
                defaultActiveKey={others.filter(({ danger }) => !danger).map(({ name }) => name)}
              />
            )}
            {commands.every(({ danger }) => danger) && (
              <Alert type="info" showIcon title={page.ended ? '本件已办结。' : '本件现在没有需要您办理的事项。'} />
            )}
          </Flex>
        </Col>
        <Col xs={24} lg={9}>
          <Card title="办理过程">
            {page.final && <Alert type="info" showIcon title={page.final} style={{ marginBottom: 16 }} />}
            <Timeline
              entries={[...page.timeline].reverse()}
              open={(file) => void open(file)}
              undo={(name) =>
                undoing
                  .filter((command) => command.name === name)
                  .map((command) => (
                    <Suspense key={name}>
                      <Undo page={page} command={command} send={send(command)} />
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

const Head = ({ page, now, mayEnter }: { page: Page; now: number | undefined; mayEnter: boolean }) => (
  <Card>
    <Flex wrap gap={16} align="center">
      <Typography.Title level={2} style={{ margin: 0, fontSize: 22 }}>
        {page.unit.name}
      </Typography.Title>
      <Tag color={page.ended ? 'default' : 'processing'} style={{ fontSize: 15 }}>
        {page.stepTitle}
      </Tag>
      {page.batch.trial && <TrialTag />}
      <Typography.Text type="secondary">{page.batch.title}</Typography.Text>
      {page.due && (
        <span>
          截止：
          <Due due={page.due} now={now} />
        </span>
      )}
      {mayEnter && (
        <Link href={`/console/cases/${page.case}/paper`} style={{ marginInlineStart: 'auto' }}>
          代录纸质申请
        </Link>
      )}
    </Flex>
    <ReminderLine reminder={page.reminder} />
    {page.veto && (
      <Alert
        style={{ marginTop: 12 }}
        type="warning"
        showIcon
        title={`有待确认的一票否决：${page.veto.title}`}
        description={page.veto.source}
      />
    )}
    {page.signOffs.length > 0 && (
      <Flex wrap gap={8} style={{ marginTop: 12 }}>
        {page.signOffs.map(({ name, title, mode, on, by }) => (
          <Tag key={name} color={on ? 'success' : 'default'}>
            {title}：{on ? `${on} ${by ?? ''}` : `待签署（${mode === 'paper' ? '纸质' : '在线'}）`}
          </Tag>
        ))}
      </Flex>
    )}
  </Card>
)

type OfferedProps = {
  command: OfferedCommand
  page: Page
  owner: string
  names: Readonly<Record<string, string>>
  send: (values: Readonly<Record<string, unknown>>, click: string) => Promise<void>
}

const Offered = ({ command, page, owner, names, send }: OfferedProps) => (
  <CommandForm
    // A new state of the case is a new form; what was typed for the old one is kept under its own name.
    key={`${command.name} ${page.visit}`}
    name={`${page.case}/${page.visit}/${command.name}`}
    fields={command.fields}
    values={command.values}
    owner={owner}
    names={names}
    submit={command.title}
    confirm={command.confirm}
    danger={command.danger}
    send={send}
  />
)
