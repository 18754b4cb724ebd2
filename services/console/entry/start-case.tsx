import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Send } from '../forms/offered-command.ts'
import { InvitedLine } from '../invitation/invited-line.tsx'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import { AmendmentLines } from './amendment-lines.tsx'
import { DueLine } from './due-line.tsx'
import { DueReminderLine, ReminderLine } from './reminder-line.tsx'

type Props = { page: CasePage; command: OfferedCommand; send: Send }

/** Before anything is filled in: until when, and what to have at hand. */
export default function StartCase({ page, command, send }: Props) {
  const api = useApi()
  const now = useServerNow()
  const { data } = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const due =
    page.due ?? data?.items.find(({ batch, unit }) => batch === page.batch.id && unit?.id === page.unit.id)?.due
  const fields = page.form?.fields ?? []
  return (
    <Card title={`${page.unit.name} · ${page.batch.title}`}>
      <Flex vertical gap={16} align="start">
        <AmendmentLines page={page} now={now()} />
        <InvitedLine page={page} />
        <ReminderLine reminder={page.reminder} />
        <DueReminderLine reminder={page.dueReminder} />
        {due && <DueLine due={due} now={now()} />}
        <Typography.Text>
          {fields.length > 0 && `需要准备：${fields.map(({ label }) => label).join('、')}。`}
          填写的内容自动保存，可以分几次填写。
        </Typography.Text>
        <CommandForm
          name={`${page.case}/open`}
          fields={command.fields}
          values={command.values}
          owner={page.unit.id}
          submit={command.title}
          confirm={command.confirm}
          send={send(command)}
        />
      </Flex>
    </Card>
  )
}
