/** Beside the form: what is missing, who signs, the way to submission, and the way out. */
import { Button, Card, Collapse, Flex, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { saidDay } from '#calendar/said.ts'
import type { CasePage, FileReference, ShownPaper } from '#contracts/case-page.ts'
import { MODE_WORDS } from '#procedure/sign-off-mode.ts'
import { CaseContext, placedInContext } from '../case/case-context.tsx'
import { OfferedCommands } from '../case/offered-commands.tsx'
import { Timeline } from '../case/timeline.tsx'
import type { Draft } from '../forms/autosave.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { draftName, type Send, stayOf } from '../forms/offered-command.ts'
import { type Waiting, whyWait } from '../upload/waiting.ts'
import { type Missing, MissingList } from './missing-list.tsx'

type Props = {
  page: CasePage
  paper: ShownPaper
  draft: Draft
  missing: readonly Missing[]
  names: Readonly<Record<string, string>>
  open: (file: FileReference) => void
  check: () => void
  /** Files on their way to the form. */
  waiting: Waiting
  send: Send
}

/** What has a place of its own on this page. */
const PLACED: readonly string[] = ['save-form', 'sign-form', 'submit-form', 'decline-signing']

export function NextSteps({ page, paper, draft, missing, names, open, check, waiting, send }: Props) {
  const offered = (name: string) => page.commands.find((command) => command.name === name)
  const submit = offered('submit-form')
  const waitToCheck = whyWait(waiting, '核对')
  const inContext = placedInContext(page)
  const others = page.commands.filter((command) => !PLACED.includes(command.name) && !inContext.includes(command))
  return (
    <Flex vertical gap={16} style={{ flex: '1 1 320px', maxWidth: 400 }}>
      <Card size="small" title="1 填写">
        <MissingList missing={missing} title={paper.title} />
      </Card>
      {paper.signOffs.some(({ mode }) => mode) && (
        <Card size="small" title="2 签署">
          <Signing {...{ page, paper, draft, missing, names, waiting, send }} />
          {paper.digest && paper.signOffs.some(({ mode }) => mode && mode !== 'online') && (
            <Link href={`/console/cases/${page.case}/print/${paper.name}`}>打印或下载{paper.title}，签字盖章</Link>
          )}
        </Card>
      )}
      {(submit || !paper.digest) && (
        <Card size="small" title="3 核对并提交">
          <Button type="primary" block onClick={check} disabled={waitToCheck !== undefined}>
            核对全表
          </Button>
          {waitToCheck && (
            <Typography.Text type="warning" role="status">
              {waitToCheck}
            </Typography.Text>
          )}
          <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
            核对后在同一页提交，也可以打印后签字盖章。
          </Typography.Paragraph>
        </Card>
      )}
      <CaseContext {...{ page, names, send }} owner={page.unit.id} />
      <OfferedCommands {...{ page, names, send }} owner={page.unit.id} commands={others} />
      <Collapse
        size="small"
        items={[
          {
            key: 'timeline',
            label: '办理过程',
            children: <Timeline entries={[...page.timeline].reverse()} open={open} />,
          },
        ]}
      />
    </Flex>
  )
}

/** The unit's own boxes, and the form of the one that this caller may give now. */
function Signing({ page, paper, draft, missing, names, waiting, send }: Omit<Props, 'open' | 'check'>) {
  const sign = page.commands.find(({ name }) => name === 'sign-form')
  const decline = page.commands.find(({ name }) => name === 'decline-signing')
  const kept = missing.length === 0 && draft.saving.is === 'saved' && paper.missing.length === 0
  const box = paper.signOffs.find(({ name }) => name === sign?.signOff)
  const toSign = MODE_WORDS[box?.mode ?? 'online'].enter
  const form = (command: NonNullable<typeof sign>, submit: string, wait?: string) => (
    <CommandForm
      key={`${command.name} ${command.signOff} ${page.visit}`}
      name={draftName(command)}
      about={stayOf(page)}
      fields={command.fields}
      values={command.values}
      owner={page.unit.id}
      names={names}
      submit={submit}
      confirm={command.confirm}
      danger={command.danger}
      send={send(command)}
      wait={wait}
    />
  )
  return (
    <Flex vertical gap={8}>
      {paper.signOffs.map(({ name, title, mode, on, by }) => (
        <Flex key={name} gap={8} justify="space-between" align="start">
          <Typography.Text {...(!mode && { type: 'secondary' as const })}>
            {title}
            {mode && `（${MODE_WORDS[mode].title}）`}
          </Typography.Text>
          {on ? (
            <Tag color="success">{`${saidDay(on)} ${by ?? ''}`}</Tag>
          ) : (
            <Tag>{mode ? '待签署' : '由后续环节填写'}</Tag>
          )}
        </Flex>
      ))}
      {sign && !kept && <Typography.Text type="secondary">{paper.title}填写完整并保存后，可以签署。</Typography.Text>}
      {sign && kept && (
        <>
          <Typography.Title level={2} style={{ margin: '8px 0 0', fontSize: 16 }}>
            {toSign}：{box?.title ?? sign.title}
          </Typography.Title>
          {/* Signed before the file has come, it would not cover the file. */}
          {form(sign, toSign, whyWait(waiting, toSign))}
        </>
      )}
      {decline && (
        <Collapse
          size="small"
          items={[{ key: 'decline', label: decline.title, children: form(decline, decline.title) }]}
        />
      )}
    </Flex>
  )
}
