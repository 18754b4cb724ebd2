/** What stands open on a case beside its step: a draft, a correction, a withdrawal, a veto; each with what may be done. */
import { Alert, Card, Collapse, Flex, Typography } from 'antd'
import type { ReactNode } from 'react'
import { saidShortMinute } from '#calendar/said.ts'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { CorrectionToSign } from '../correction/correction-to-sign.tsx'
import { keyOf, type Send } from '../forms/offered-command.ts'
import { DraftAsRead } from '../judgement/draft-as-read.tsx'
import { choicesOf } from '../judgement/judging-draft.ts'
import { isSigning } from '../judgement/offers.ts'
import { Offered } from './offered-commands.tsx'
import { HeldAlert } from './pending-beside.tsx'

type Props = { page: CasePage; owner: string; names: Readonly<Record<string, string>>; send: Send }

/** The commands that are shown with what they are about, and not once more elsewhere. */
export function placedInContext({
  draft,
  correction,
  withdrawal,
  veto,
  commands,
}: CasePage): readonly OfferedCommand[] {
  const about = (names: readonly string[]) => commands.filter(({ name }) => names.includes(name))
  return [
    ...(draft ? commands.filter(isSigning) : []),
    ...(draft ? about(['return-draft']) : []),
    ...(correction ? about(['sign-correction', 'return-correction']) : []),
    ...(withdrawal ? about(['confirm-withdrawal', 'cancel-withdrawal', 'enter-withdrawal']) : []),
    ...(veto ? about(['confirm-veto', 'dismiss-veto']) : []),
  ]
}

export function CaseContext(props: Props) {
  const { page, send } = props
  const { draft, draftReturned, correction, withdrawal, veto, held, form } = page
  const placed = placedInContext(page)
  const these = (names: readonly string[]) => placed.filter(({ name }) => names.includes(name))
  // It is mended at the decision, in the course of things.
  const cameBack = page.commands.find(({ name, todo }) => name === 'draft-correction' && todo)
  const asked = page.commands.find(({ fields }) => fields.some(({ name }) => name === 'checklist'))
  return (
    <>
      <HeldAlert held={held} />
      {cameBack && (
        <Alert
          type="warning"
          showIcon
          title={cameBack.todo}
          description="在“办理过程”的结论处修改后重新送签；不再更正的，在本页办理“不再更正”。"
        />
      )}
      {draft && (
        <Context {...props} title="拟办，等待签发" commands={these(['decide-step', 'return-draft'])}>
          <DraftAsRead
            draft={draft}
            what="拟办"
            points={asked ? choicesOf(asked, 'checklist') : []}
            questions={(form?.fields ?? []).map(({ name, label }) => ({ value: name, label }))}
          />
        </Context>
      )}
      {draftReturned && !draft && (
        <Alert
          type="warning"
          showIcon
          title={`${draftReturned.by}于${saidShortMinute(draftReturned.at)}退回拟办`}
          description={draftReturned.reason}
        />
      )}
      {correction && (
        <CorrectionToSign
          page={page}
          correction={correction}
          sign={placed.find(({ name }) => name === 'sign-correction')}
          back={placed.find(({ name }) => name === 'return-correction')}
          send={send}
        />
      )}
      {withdrawal && (
        <Context
          {...props}
          title="已录入退出申请，等待主要负责人确认"
          commands={these(['confirm-withdrawal', 'cancel-withdrawal', 'enter-withdrawal'])}
        >
          <Typography.Text type="secondary">
            {withdrawal.by}于{saidShortMinute(withdrawal.at)}录入
          </Typography.Text>
          <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{withdrawal.reason}</Typography.Text>
        </Context>
      )}
      {veto && (
        <Context
          {...props}
          title={`有待确认的一票否决：${veto.title}`}
          commands={these(['confirm-veto', 'dismiss-veto'])}
        >
          <Typography.Text style={{ whiteSpace: 'pre-wrap' }}>{veto.source}</Typography.Text>
        </Context>
      )}
    </>
  )
}

type ContextProps = Props & { title: string; commands: readonly OfferedCommand[]; children: ReactNode }

/** What asks for nothing more is a button; what asks for a reason is folded. */
function Context({ title, commands, children, ...shared }: ContextProps) {
  const folded = commands.filter(({ fields }) => fields.length > 0)
  return (
    <Card title={title} size="small">
      <Flex vertical gap={12}>
        {children}
        {commands
          .filter(({ fields }) => fields.length === 0)
          .map((command) => (
            <Offered key={keyOf(command)} {...shared} command={command} />
          ))}
        {folded.length > 0 && (
          <Collapse
            size="small"
            items={folded.map((command) => ({
              key: keyOf(command),
              label: command.title,
              children: <Offered {...shared} command={command} />,
            }))}
          />
        )}
      </Flex>
    </Card>
  )
}
