/** A notice from the accepted cases: list, text and publication on the left, the public page as it will be on the right. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Empty, Flex, Form, Popconfirm, Typography } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ApiError } from '#contracts/client.ts'
import type { FieldDefinition } from '#contracts/forms.ts'
import { noticeBody, noticeEndpoints } from '#contracts/notice.ts'
import { checked } from '../../forms/checked.ts'
import { Field } from '../../forms/field.tsx'
import { forgetValues, keepValues, keptValues, type Values } from '../../forms/kept-values.ts'
import { useApi } from '../../session/api.ts'
import { Loading, Refusal } from '../../shell/states.tsx'
import { NoticePreview } from './notice-preview.tsx'

const FIELDS: readonly FieldDefinition[] = [
  { name: 'title', label: '公示标题', kind: 'text', required: true, max: 120 },
  { name: 'text', label: '公示正文（名单上方）', kind: 'longText', required: false, max: 1000 },
  {
    name: 'on',
    label: '发布日期',
    kind: 'date',
    required: true,
    help: '在县政府网站实际发布的日期，公示期从这一天起算',
  },
  { name: 'place', label: '发布位置', kind: 'text', required: true, max: 300, help: '网站栏目或网址' },
  { name: 'proof', label: '网页截图（公示开始）', kind: 'file', required: false, help: '可以发布后再登记' },
]
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export default function PrepareNotice({ batch }: { batch: string }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-draft', batch],
    queryFn: () => api(noticeEndpoints.draftNotice, { params: { batch } }),
  })
  // A look that fails later must not take away what is typed.
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  if (data.waiting.length === 0)
    return (
      <Empty description="现在没有初审通过、等待公示的单位">
        {data.notices.map(({ n, title }) => (
          <div key={n}>
            <Link href={`/console/batches/${batch}/notices/${n}`}>
              第{n}期：{title}
            </Link>
          </div>
        ))}
      </Empty>
    )
  const { n, today, text, place, waiting } = data
  const beginning = {
    title: `依法行政示范单位候选名单公示（第${n}期）`,
    on: today,
    text,
    ...(place && { place }),
  }
  return <Prepared key={n} batch={batch} n={n} waiting={waiting} beginning={beginning} />
}

type Props = {
  batch: string
  n: number
  waiting: readonly { readonly unit: string; readonly name: string }[]
  beginning: Values
}

function Prepared({ batch, n, waiting, beginning }: Props) {
  const api = useApi()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const name = `notice/${batch}/${n}`
  const [values, setValues] = useState<Values>(() => ({ ...beginning, ...keptValues(name) }))
  const [left, setLeft] = useState<readonly string[]>([])
  const [command, setCommand] = useState<string>(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<{ message: string; fields: Readonly<Record<string, string>> }>()
  const cases = waiting.map(({ unit }) => unit).filter((unit) => !left.includes(unit))
  const { title, text, on, place, proof } = values
  const period = useQuery({
    queryKey: ['notice-draft', batch, on],
    queryFn: () => api(noticeEndpoints.draftNotice, { params: { batch }, query: { on: textOf(on) } }),
    enabled: textOf(on) !== '',
    placeholderData: keepPreviousData,
  })
  const put = (field: string, value: unknown) => {
    const next = { ...values, [field]: value }
    setValues(next)
    keepValues(name, next)
  }
  const publish = async () => {
    setSending(true)
    try {
      const body = checked(noticeBody, {
        title,
        ...(textOf(text).trim() && { text }),
        cases,
        publication: { on, place, ...(proof ? { proof } : {}) },
      })
      const published = await api(noticeEndpoints.publishNotice, { params: { batch }, body, command })
      forgetValues(name)
      queries.setQueryData(['notice', batch, String(published.n)], published)
      goTo(`/console/batches/${batch}/notices/${published.n}`)
      void queries.invalidateQueries()
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 0) setCommand(crypto.randomUUID())
      setRefused({
        message: error instanceof Error ? error.message : '没有办成，请重试。',
        fields: error instanceof ApiError ? error.fields : {},
      })
    } finally {
      setSending(false)
    }
  }
  const wrongAt = (field: string) => refused?.fields[field] ?? refused?.fields[`publication.${field}`]

  return (
    <Flex gap={12} align="start">
      <Card title={`准备第${n}期公示`} size="small" style={{ flex: '1 1 50%', minWidth: 0 }}>
        <Flex justify="space-between">
          <Typography.Text strong>
            公示名单（{cases.length}/{waiting.length}家）
          </Typography.Text>
          <Checkbox
            checked={left.length === 0}
            indeterminate={cases.length > 0 && left.length > 0}
            onChange={({ target }) => setLeft(target.checked ? [] : waiting.map(({ unit }) => unit))}
          >
            全选
          </Checkbox>
        </Flex>
        <Checkbox.Group
          aria-label="公示名单"
          style={{ maxHeight: 180, overflow: 'auto', width: '100%', marginBottom: 12 }}
          value={cases}
          onChange={(chosen) => setLeft(waiting.map(({ unit }) => unit).filter((unit) => !chosen.includes(unit)))}
        >
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '2px 8px', width: '100%' }}>
            {waiting.map(({ unit, name: unitName }) => (
              <Checkbox key={unit} value={unit}>
                {unitName}
              </Checkbox>
            ))}
          </div>
        </Checkbox.Group>
        <Form layout="vertical" component="div">
          {FIELDS.map((field) => (
            <Form.Item
              key={field.name}
              label={field.label}
              htmlFor={`notice-${field.name}`}
              required={field.required}
              extra={field.name === 'on' ? <Period query={period} help={field.help ?? ''} /> : field.help}
              validateStatus={wrongAt(field.name) ? 'error' : ''}
              help={wrongAt(field.name)}
              style={{ marginBottom: 10 }}
            >
              <Field
                id={`notice-${field.name}`}
                field={field}
                value={values[field.name]}
                onChange={(value) => put(field.name, value)}
                owner="office"
                names={{}}
              />
            </Form.Item>
          ))}
        </Form>
        {refused && <Alert type="error" showIcon role="alert" title={refused.message} style={{ marginBottom: 12 }} />}
        <Popconfirm
          placement="topLeft"
          title={`公示${cases.length}家单位？`}
          description={`${period.data?.period.said ?? ''}。发布后名单不能再改。`}
          okText="确定发布"
          cancelText="再看看"
          onConfirm={() => void publish()}
        >
          <Button type="primary" loading={sending} disabled={cases.length === 0}>
            发布公示
          </Button>
        </Popconfirm>
      </Card>
      <NoticePreview
        batch={batch}
        shown={{
          title: textOf(title),
          ...(textOf(text).trim() && { text: textOf(text) }),
          cases: [...cases],
          publication: { on: textOf(on), place: textOf(place) },
        }}
      />
    </Flex>
  )
}

type PeriodProps = {
  query: { data?: { period: { said: string; explained: string } } | undefined; error: Error | null }
  help: string
}
/** The period that follows from the chosen day, and why. */
const Period = ({ query: { data, error }, help }: PeriodProps) => (
  <>
    <div>{help}</div>
    {error ? (
      <Typography.Text type="danger">{error.message}</Typography.Text>
    ) : (
      data && (
        <div style={{ background: '#e6f4ff', padding: '4px 8px', marginTop: 4 }}>
          <Typography.Text strong>公示期：{data.period.said}</Typography.Text>
          <div>{data.period.explained}</div>
        </div>
      )
    )}
  </>
)
