/** Drafts of several cases signed with one confirmation: each is a command of its own with a result of its own. */
import { Button, Modal, Table, Tag, Typography } from 'antd'
import { useMemo } from 'react'
import { intakeEndpoints } from '#contracts/intake.ts'
import type { WorkItem } from '#contracts/views.ts'
import { useApi } from '../../session/api.ts'
import { CaseLink, ManyFooter, ManyResult, useMany } from './one-by-one.tsx'

export type SeveralToSign = Pick<
  WorkItem,
  'batch' | 'step' | 'stepTitle' | 'unit' | 'path' | 'title' | 'draft' | 'pending'
>
type Props = { items: readonly SeveralToSign[]; close: () => void }

export default function SignSeveral({ items, close }: Props) {
  const api = useApi()
  const many = useMany(items, async ({ batch, step, unit, draft }, command) => {
    const { stepTitle } = await api(intakeEndpoints.signDraft, {
      params: { batch, step, unit: unit?.id ?? '' },
      body: { drafted: draft?.drafted ?? '' },
      command,
    })
    return `已签发，现处“${stepTitle}”`
  })
  const counts = useMemo(() => {
    const all = new Map<string, number>()
    for (const { draft } of items) if (draft) all.set(draft.outcomeTitle, (all.get(draft.outcomeTitle) ?? 0) + 1)
    return [...all]
  }, [items])
  return (
    <Modal
      open
      width={760}
      title={`签发${items.length}件拟办意见`}
      onCancel={close}
      closable={!many.sending}
      mask={{ closable: false }}
      footer={
        <ManyFooter many={many} close={close}>
          <Button type="primary" loading={many.sending} autoFocus onClick={many.go}>
            {many.done ? `重试未收到系统反馈的${many.left.length}件` : `签发${items.length}件`}
          </Button>
        </ManyFooter>
      }
    >
      <Typography.Paragraph>
        {counts.map(([outcome, count]) => (
          <Tag key={outcome}>{`${outcome} ${count}件`}</Tag>
        ))}
        签发后结论即生效，单位可以看到；签发即为表格上的意见，不用另行签署。
      </Typography.Paragraph>
      <ManyResult many={many} said="签发" />
      <Table<SeveralToSign>
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
          { title: '拟办结论', width: 100, render: (_, { draft }) => draft?.outcomeTitle },
          {
            title: '意见',
            render: (_, { path, draft }) => {
              const result = many.results[path]
              return result ? (
                <Typography.Text type={result.ok ? 'success' : 'danger'}>{result.sentence}</Typography.Text>
              ) : (
                <Typography.Paragraph ellipsis={{ rows: 2, tooltip: draft?.reason }} style={{ margin: 0 }}>
                  {draft?.reason}
                </Typography.Paragraph>
              )
            },
          },
        ]}
      />
    </Modal>
  )
}
