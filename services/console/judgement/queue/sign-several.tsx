/** Drafts of several cases signed with one confirmation: each is a command of its own with a result of its own. */
import { Alert, Button, Flex, Modal, Table, Tag, Typography } from 'antd'
import { useMemo } from 'react'
import { intakeEndpoints } from '#contracts/intake.ts'
import type { WorkItem } from '#contracts/views.ts'
import { useApi } from '../../session/api.ts'
import { LeftOut } from './left-out.tsx'
import { grouped } from './many-groups.ts'
import { CaseLink, ManyFooter, ManyResult, useMany } from './one-by-one.tsx'

type Props = {
  items: readonly WorkItem[]
  /** What was not taken along, because something beside its step is still to be decided. */
  leftOut: readonly WorkItem[]
  close: (isDone: boolean) => void
}

export default function SignSeveral({ items, leftOut, close }: Props) {
  const api = useApi()
  const many = useMany(items, async ({ batch, step, unit, draft }, command) => {
    const { stepTitle } = await api(intakeEndpoints.signDraft, {
      params: { batch, step, unit: unit?.id ?? '' },
      body: { drafted: draft?.drafted ?? '' },
      command,
    })
    return `已签发，现处“${stepTitle}”`
  })
  const groups = useMemo(() => grouped(items), [items])
  const several = groups.length > 1
  const unchecked = items.filter(({ draft }) => draft?.unchecked).length
  return (
    <Modal
      open
      width={760}
      title={`签发${items.length}件拟办意见`}
      onCancel={() => close(many.done)}
      closable={!many.sending}
      mask={{ closable: false }}
      footer={
        <ManyFooter many={many} close={() => close(many.done)}>
          <Button type="primary" loading={many.sending} onClick={many.go}>
            {many.done ? `重试未收到系统反馈的${many.left.length}件` : `签发${items.length}件`}
          </Button>
        </ManyFooter>
      }
    >
      <Typography.Paragraph>
        {groups.flatMap((group) =>
          countsOf(group.items).map(([outcome, count]) => (
            <Tag key={`${group.key} ${outcome}`}>
              {several && `批次${group.batch} ${group.stepTitle} `}
              {`${outcome} ${count}件`}
            </Tag>
          )),
        )}
        签发后结论即生效，单位可以看到；签发即为表格上的意见，无需另行签署。
      </Typography.Paragraph>
      {!many.done && (
        <Flex vertical gap={8} style={{ marginBottom: 12 }}>
          {unchecked > 0 && <Alert type="warning" showIcon title={`其中${unchecked}件没有填写核对清单`} />}
          <LeftOut items={leftOut} isStill={!many.sending} />
        </Flex>
      )}
      <ManyResult many={many} said="签发" />
      <Table<WorkItem>
        rowKey="path"
        size="small"
        dataSource={[...items]}
        pagination={false}
        scroll={{ y: 320 }}
        columns={[
          {
            title: '单位',
            width: 180,
            render: (_, item) => <CaseLink item={item} isStill={!many.sending} />,
          },
          ...(several
            ? [
                {
                  title: '批次和环节',
                  width: 120,
                  render: (_: unknown, { batch, stepTitle }: WorkItem) => `${batch} ${stepTitle}`,
                },
              ]
            : []),
          { title: '拟办结论', width: 100, render: (_, { draft }) => draft?.outcomeTitle },
          {
            title: '意见',
            render: (_, { path, draft }) => {
              const result = many.results[path]
              return result ? (
                <Typography.Text type={result.ok ? 'success' : 'danger'}>{result.sentence}</Typography.Text>
              ) : (
                <>
                  <Typography.Paragraph ellipsis={{ rows: 2, tooltip: draft?.reason }} style={{ margin: 0 }}>
                    {draft?.reason}
                  </Typography.Paragraph>
                  {draft?.unchecked && <Typography.Text type="warning">没有填写核对清单。</Typography.Text>}
                </>
              )
            },
          },
        ]}
      />
    </Modal>
  )
}

/** How many of each outcome. */
function countsOf(items: readonly WorkItem[]): readonly (readonly [string, number])[] {
  const all = new Map<string, number>()
  for (const { draft } of items) if (draft) all.set(draft.outcomeTitle, (all.get(draft.outcomeTitle) ?? 0) + 1)
  return [...all]
}
