/** What was uploaded before is used again: one upload, many questions, batches and years. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Empty, Input, Modal, Table, Typography } from 'antd'
import { useContext, useState } from 'react'
import { shownMinute } from '#calendar/said.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { saidSize } from '#evidence/said-size.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import { isMeant, type Offered, offered, UsesOnForm } from './offered-files.ts'

type Props = {
  owner: string
  several: boolean
  has: readonly string[]
  picked: (files: readonly Offered[]) => void
  close: () => void
}
const PAGE = 8

export default function EvidencePicker({ owner, several, has, picked, close }: Props) {
  const api = useApi()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { data, error, refetch } = useQuery({
    queryKey: ['evidence', owner],
    queryFn: () => api(evidenceEndpoints.listEvidence, { params: { owner } }),
    staleTime: 0,
  })
  const all = offered(data?.items ?? [], useContext(UsesOnForm))
  const scanned = (data?.items ?? []).filter(({ status }) => status === 'waiting' || status === 'infected')
  const shown = all.filter((one) => isMeant(one, words))
  return (
    <Modal
      open
      width={760}
      title="从已上传的材料中选"
      okText={chosen.length > 0 ? `选用${chosen.length}个` : '选用'}
      okButtonProps={{ disabled: chosen.length === 0 }}
      // In the order of choosing, which is the order of the field.
      onOk={() => picked(chosen.flatMap((use) => all.find((one) => one.use === use) ?? []))}
      onCancel={close}
    >
      {error && <Refusal error={error} again={refetch} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Input
            autoFocus
            allowClear
            aria-label="按文件名查找"
            placeholder="按文件名查找"
            value={words}
            onChange={({ target }) => setWords(target.value)}
            style={{ marginBottom: 12 }}
          />
          {scanned.length > 0 && (
            <Alert
              type="warning"
              showIcon
              style={{ marginBottom: 12 }}
              title={scanned.map(({ sha256, name, reason }) => (
                <div key={sha256}>{reason ?? `“${name}”等待查毒，查完后才能选用。`}</div>
              ))}
            />
          )}
          <Table
            size="small"
            rowKey="use"
            dataSource={shown}
            pagination={shown.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
            locale={{
              emptyText: <Empty description={all.length > 0 ? '没有这个名字的材料' : '还没有上传过材料'} />,
            }}
            rowSelection={{
              type: several ? 'checkbox' : 'radio',
              selectedRowKeys: [...chosen],
              preserveSelectedRowKeys: true,
              // Of several pages it would choose one.
              hideSelectAll: shown.length > PAGE,
              // The table has its own order; what was chosen before keeps its place.
              onChange: (keys) =>
                setChosen((before) => {
                  const now = keys.map(String)
                  return [...before.filter((one) => now.includes(one)), ...now.filter((one) => !before.includes(one))]
                }),
              getCheckboxProps: ({ name, item }) => ({
                disabled: has.includes(item.sha256),
                'aria-label': `选用${name}`,
              }),
            }}
            columns={[
              {
                title: '文件名',
                render: (_, { name, item }) => (
                  <>
                    <Typography.Paragraph ellipsis={{ rows: 2, tooltip: name }} style={{ margin: 0 }}>
                      {has.includes(item.sha256) && '（本栏已有）'}
                      {name}
                    </Typography.Paragraph>
                    {name !== item.name && (
                      <Typography.Text type="secondary">上传时的文件名：{item.name}</Typography.Text>
                    )}
                  </>
                ),
              },
              { title: '大小', width: 90, render: (_, { item }) => saidSize(item.size) },
              { title: '上传时间', width: 150, render: (_, { item }) => shownMinute(item.since) },
            ]}
          />
        </>
      )}
    </Modal>
  )
}
