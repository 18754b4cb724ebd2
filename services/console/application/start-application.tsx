import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { APPLICATION_QUESTIONS } from '#contracts/case-forms.ts'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'
import { useServerNow } from '../shell/server-now.ts'
import type { Send } from './application-page.tsx'
import { DueLine } from './due-line.tsx'
import { ReminderLine } from './reminder-line.tsx'

/** Before anything is filled in: until when, and what to have at hand. */
export default function StartApplication({
  page,
  command,
  send,
}: {
  page: CasePage
  command: OfferedCommand
  send: Send
}) {
  const api = useApi()
  const now = useServerNow()
  const { data } = useQuery({ queryKey: ['worklist'], queryFn: () => api(viewsEndpoints.readWorklist) })
  const item = data?.items.find(({ batch, unit }) => batch === page.batch.id && unit?.id === page.unit.id)
  return (
    <Card title={`${page.unit.name} · ${page.batch.title}`}>
      <Flex vertical gap={16} align="start">
        <ReminderLine reminder={page.reminder} />
        {item?.due && <DueLine due={item.due} now={now()} />}
        <Typography.Text>
          需要准备：{Object.values(APPLICATION_QUESTIONS).join('、')}。填写的内容自动保存，可以分几次填写。
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
