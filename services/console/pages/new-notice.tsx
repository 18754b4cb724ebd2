/** A notice from the accepted cases: list, title, publication; the dates are computed and explained. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Checkbox, Empty, Flex, Typography } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { FieldDefinition } from '#contracts/forms.ts'
import { noticeBody, noticeEndpoints } from '#contracts/notice.ts'
import { checked } from '../forms/checked.ts'
import { CommandForm } from '../forms/command-form.tsx'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

const fields: readonly FieldDefinition[] = [
  { name: 'title', label: '公示标题', kind: 'text', required: true, max: 120 },
  {
    name: 'on',
    label: '发布日期',
    kind: 'date',
    required: true,
    help: '在县政府网站实际发布的日期,公示期从这一天起算',
  },
  { name: 'place', label: '发布位置', kind: 'text', required: true, max: 300, help: '网站栏目或网址' },
  { name: 'proof', label: '网页截图(开始)', kind: 'file', required: false },
]

export default function NewNotice({ batch }: { batch: string }) {
  const api = useApi()
  const queries = useQueryClient()
  const [, goTo] = useLocation()
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-draft', batch],
    queryFn: () => api(noticeEndpoints.draftNotice, { params: { batch } }),
  })
  const [left, setLeft] = useState<readonly string[]>([])
  if (error) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  if (data.waiting.length === 0) return <Empty description="现在没有初审通过、等待公示的单位" />
  const cases = data.waiting.map(({ unit }) => unit).filter((unit) => !left.includes(unit))
  return (
    <Card title={`准备第${data.n}期公示`}>
      <Flex vertical gap={16}>
        <div>
          <Typography.Title level={5}>公示名单({cases.length}家)</Typography.Title>
          <Checkbox.Group
            value={cases}
            onChange={(chosen) =>
              setLeft(data.waiting.map(({ unit }) => unit).filter((unit) => !chosen.includes(unit)))
            }
            options={data.waiting.map(({ unit, name }) => ({ value: unit, label: name }))}
          />
        </div>
        <Alert
          type="info"
          showIcon
          title={`今天发布,公示期为${data.period.said}`}
          description={data.period.explained}
        />
        <CommandForm
          name={`notice/${batch}/${data.n}`}
          fields={fields}
          values={{ title: `依法行政示范单位候选名单公示(第${data.n}期)`, on: data.period.firstDay }}
          owner="office"
          submit="发布公示"
          confirm={`确认公示${cases.length}家单位?发布后名单不能再改。`}
          send={async ({ title, on, place, proof }, command) => {
            const body = checked(noticeBody, { title, cases, publication: { on, place, ...(proof ? { proof } : {}) } })
            const { n } = await api(noticeEndpoints.publishNotice, { params: { batch }, body, command })
            await queries.invalidateQueries()
            goTo(`/console/batches/${batch}/notices/${n}`)
          }}
        />
      </Flex>
    </Card>
  )
}
