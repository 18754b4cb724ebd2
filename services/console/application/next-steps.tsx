/** Beside the form: what is missing, who signs, the way to submission, and the way out. */
import { Button, Card, Collapse, Flex, Tag, Typography } from 'antd'
import type { CasePage } from '#contracts/case-page.ts'
import type { Draft } from '../forms/autosave.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { Timeline } from '../pages/timeline.tsx'
import type { Send } from './application-page.tsx'
import { type Missing, MissingList } from './missing-list.tsx'

type Props = {
  page: CasePage
  draft: Draft
  missing: readonly Missing[]
  names: Readonly<Record<string, string>>
  check: () => void
  send: Send
}

export function NextSteps({ page, draft, missing, names, check, send }: Props) {
  const offered = (name: string) => page.commands.find((command) => command.name === name)
  const [sign, submit, withdraw] = ['sign-application', 'submit-application', 'withdraw'].map(offered)
  const kept = missing.length === 0 && draft.saving.is === 'saved' && page.form?.missing.length === 0
  return (
    <Flex vertical gap={16} style={{ flex: '0 1 400px', minWidth: 320 }}>
      <Card size="small" title="1 填写">
        <MissingList missing={missing} />
      </Card>
      <Card size="small" title="2 签署">
        <Flex vertical gap={8}>
          {page.signOffs.map(({ name, title, mode, on, by }) => (
            <Flex key={name} gap={8} justify="space-between">
              <Typography.Text>
                {title}（{mode === 'paper' ? '纸质' : '在线'}）
              </Typography.Text>
              {on ? <Tag color="success">{`${on} ${by ?? ''}`}</Tag> : <Tag>待签署</Tag>}
            </Flex>
          ))}
          {sign && !kept && <Typography.Text type="secondary">申请表填写完整并保存后，可以签署。</Typography.Text>}
          {sign && kept && (
            <>
              <Typography.Title level={2} style={{ margin: '8px 0 0', fontSize: 16 }}>
                {sign.title}
              </Typography.Title>
              <CommandForm
                key={`${sign.title} ${page.visit}`}
                name={`${page.case}/${page.visit}/${sign.title}`}
                fields={sign.fields}
                values={sign.values}
                owner={page.unit.id}
                names={names}
                submit={sign.title.split('：')[0] ?? sign.title}
                send={send(sign)}
              />
            </>
          )}
        </Flex>
      </Card>
      {submit && (
        <Card size="small" title="3 核对并提交">
          <Button type="primary" block onClick={check}>
            核对全表
          </Button>
          <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
            核对后在同一页提交，也可以打印出来签字盖章。
          </Typography.Paragraph>
        </Card>
      )}
      <Collapse
        size="small"
        items={[
          {
            key: 'timeline',
            label: '办理过程',
            children: <Timeline entries={[...page.timeline].reverse()} open={() => {}} />,
          },
          ...(withdraw
            ? [
                {
                  key: 'withdraw',
                  label: '主动退出',
                  children: (
                    <CommandForm
                      name={`${page.case}/${page.visit}/withdraw`}
                      fields={withdraw.fields}
                      values={withdraw.values}
                      owner={page.unit.id}
                      names={names}
                      submit={withdraw.title}
                      confirm={withdraw.confirm}
                      danger
                      send={send(withdraw)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Flex>
  )
}
