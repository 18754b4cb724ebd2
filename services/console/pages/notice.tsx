/** One notice: its list, its period, its objections, and its closing. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Collapse, Descriptions, Empty, Flex, Popconfirm, Table, Tag, Typography } from 'antd'
import type { FieldDefinition } from '#contracts/forms.ts'
import {
  declineForm,
  enteredObjection,
  findingForm,
  noticeEndpoints,
  type NoticePage as Page,
  proofBody,
} from '#contracts/notice.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import type { Values } from '../forms/kept-values.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const reasonField: FieldDefinition = { name: 'reason', label: '理由', kind: 'longText', required: true, max: 2000 }
const FINDING: readonly FieldDefinition[] = [
  {
    name: 'upheld',
    label: '认定结果',
    kind: 'choice',
    required: true,
    choices: choicesOf({ yes: '异议成立', no: '异议不成立' }),
  },
  { ...reasonField, label: '调查情况和认定理由' },
  { name: 'reply', label: '答复内容', kind: 'longText', required: true, max: 2000 },
]
const PROOF: readonly FieldDefinition[] = [
  {
    name: 'when',
    label: '截图时间',
    kind: 'choice',
    required: true,
    choices: choicesOf({ start: '公示开始', end: '公示结束' }),
  },
  { name: 'proof', label: '网页截图', kind: 'file', required: true },
]
const entering = (page: Page): readonly FieldDefinition[] => [
  {
    name: 'about',
    label: '涉及单位',
    kind: 'choice',
    required: true,
    choices: page.lines.map(({ unit, name }) => ({ value: unit, label: name })),
  },
  {
    name: 'channel',
    label: '收到方式',
    kind: 'choice',
    required: true,
    choices: choicesOf({ phone: '来电', letter: '来信', visit: '来访', email: '电子邮件' }),
  },
  { name: 'on', label: '收到日期(来信为邮戳日期)', kind: 'date', required: true },
  { name: 'summary', label: '异议内容摘要', kind: 'longText', required: true, max: 3000 },
  { name: 'name', label: '异议人姓名', kind: 'text', required: false, max: 30, help: '匿名的不填' },
  { name: 'contact', label: '联系方式', kind: 'text', required: false, max: 60 },
  { name: 'scan', label: '来信扫描件', kind: 'file', required: false },
]

export default function NoticePage({ batch, n }: { batch: string; n: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const params = { batch, n }
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ queryKey: ['notice', batch, n], queryFn: () => api(noticeEndpoints.readNotice, { params }) })
  if (error) return <Refusal error={error} again={refetch} />
  if (!page) return <Loading />
  const may = (command: string) => page.commands.includes(command)
  const done = () => queries.invalidateQueries()
  const act = (doing: Promise<unknown>) => doing.then(done, (refused: Error) => message.error(refused.message))
  const send =
    (doing: (values: Values, command: string) => Promise<unknown>) => async (values: Values, command: string) => {
      await doing(values, command)
      await done()
    }
  return (
    <Flex vertical gap={16}>
      <Card
        title={page.title}
        extra={
          <Flex gap={8}>
            <Button href={page.page} target="_blank">
              公开页面
            </Button>
            {may('close-notice') && (
              <Popconfirm
                title="结束公示后不能重新开始,确认结束?"
                okText="结束公示"
                cancelText="再想想"
                onConfirm={() => act(api(noticeEndpoints.closeNotice, { params, body: {} }))}
              >
                <Button type="primary">结束公示</Button>
              </Popconfirm>
            )}
          </Flex>
        }
      >
        <Descriptions
          column={1}
          items={[
            { key: 'period', label: '公示期', children: page.period.said },
            { key: 'place', label: '发布', children: `${page.publication.on} ${page.publication.place}` },
            {
              key: 'state',
              label: '状态',
              children: page.closed ? <Tag>已结束</Tag> : <Tag color="processing">公示中</Tag>,
            },
            {
              key: 'proofs',
              label: '网页截图',
              children: `开始:${page.proofs.start ? '已登记' : '未登记'};结束:${page.proofs.end ? '已登记' : '未登记'}`,
            },
          ]}
        />
        <Table
          rowKey="unit"
          dataSource={page.lines}
          pagination={false}
          size="small"
          columns={[
            { title: '单位', dataIndex: 'name' },
            {
              title: '公示结果',
              render: (_, { outcomeTitle, setAside }) => (setAside ? `未适用:${setAside}` : (outcomeTitle ?? '—')),
            },
          ]}
        />
      </Card>
      <Card title={`异议(${page.objections.length})`}>
        {page.objections.length === 0 && <Empty description="没有收到异议" />}
        <Flex vertical gap={16}>
          {page.objections.map((objection) => (
            <Card
              key={objection.objection}
              type="inner"
              title={`${objection.objection} · ${objection.aboutName} · ${objection.statusTitle}`}
            >
              <Objection batch={batch} n={n} objection={objection.objection} />
              {objection.reply && <Typography.Paragraph>答复:{objection.reply}</Typography.Paragraph>}
              {objection.status === 'received' && may('admit-objection') && (
                <Button
                  onClick={() =>
                    act(
                      api(noticeEndpoints.admitObjection, {
                        params: { ...params, objection: objection.objection },
                        body: {},
                      }),
                    )
                  }
                >
                  受理
                </Button>
              )}
              {objection.status === 'received' && may('decline-objection') && (
                <CommandForm
                  name={`decline/${objection.objection}`}
                  fields={[reasonField]}
                  values={{}}
                  owner="office"
                  submit="不予受理"
                  danger
                  confirm="不予受理后这件异议即办结,确认?"
                  send={send((values, command) =>
                    api(noticeEndpoints.declineObjection, {
                      params: { ...params, objection: objection.objection },
                      body: checked(declineForm, values),
                      command,
                    }),
                  )}
                />
              )}
              {objection.status === 'admitted' && may('find-objection') && (
                <CommandForm
                  name={`find/${objection.objection}`}
                  fields={FINDING}
                  values={{}}
                  owner="office"
                  submit="认定并答复"
                  confirm="认定后不能更改,确认?"
                  send={send(({ upheld, ...rest }, command) =>
                    api(noticeEndpoints.findObjection, {
                      params: { ...params, objection: objection.objection },
                      body: checked(findingForm, {
                        ...rest,
                        upheld: upheld === undefined ? undefined : upheld === 'yes',
                      }),
                      command,
                    }),
                  )}
                />
              )}
            </Card>
          ))}
        </Flex>
      </Card>
      <Collapse
        items={[
          ...(may('enter-objection')
            ? [
                {
                  key: 'enter',
                  label: '录入来电、来信、来访、邮件异议',
                  children: (
                    <CommandForm
                      name={`enter/${batch}/${n}`}
                      fields={entering(page)}
                      values={{}}
                      owner="office"
                      submit="录入异议"
                      send={send(async (values, command) => {
                        const { objection, code } = await api(noticeEndpoints.enterObjection, {
                          params,
                          body: checked(enteredObjection, values),
                          command,
                        })
                        message.success(`已录入,编号${objection},查询码${code}`, 15)
                      })}
                    />
                  ),
                },
              ]
            : []),
          ...(may('record-proof')
            ? [
                {
                  key: 'proof',
                  label: '登记网页截图',
                  children: (
                    <CommandForm
                      name={`proof/${batch}/${n}`}
                      fields={PROOF}
                      values={{}}
                      owner="office"
                      submit="登记截图"
                      send={send((values, command) =>
                        api(noticeEndpoints.recordProof, { params, body: checked(proofBody, values), command }),
                      )}
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

/** What the objection says; opened on purpose, since each reading is recorded. */
function Objection({ batch, n, objection }: { batch: string; n: string; objection: string }) {
  const api = useApi()
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['objection', objection],
    queryFn: () => api(noticeEndpoints.readObjection, { params: { batch, n, objection } }),
    enabled: false,
  })
  if (error) return <Refusal error={error} again={refetch} />
  if (!data)
    return (
      <Button loading={isFetching} onClick={() => void refetch()}>
        查看内容(查看有记录)
      </Button>
    )
  return (
    <>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{data.summary}</Typography.Paragraph>
      <Typography.Paragraph type="secondary">
        {data.name ?? '匿名'} {data.contact}
      </Typography.Paragraph>
      {data.files.map(({ name, url }) => (
        <Button key={url} type="link" href={url} target="_blank">
          {name}
        </Button>
      ))}
    </>
  )
}
