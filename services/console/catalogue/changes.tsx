import { useQuery } from '@tanstack/react-query'
import { Card, Collapse, Table, Tag } from 'antd'
import { useState } from 'react'
import { CHANGES } from '#catalogue/words/words.ts'
import { type CataloguePage, type Comparison, catalogueEndpoints } from '#contracts/catalogue.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'

/** What became of each item since the version before; asked for when somebody opens it. */
export function Changes({ page: { catalogue, version } }: { page: CataloguePage }) {
  const [open, setOpen] = useState(false)
  if (version.number === 1) return null
  return (
    <Card size="small" className="not-printed">
      <Collapse
        ghost
        onChange={(keys) => setOpen(keys.length > 0)}
        items={[
          {
            key: 'changes',
            label: `与第${version.number - 1}版对照`,
            children: open && <Compared catalogue={catalogue} to={version.number} />,
          },
        ]}
      />
    </Card>
  )
}

function Compared({ catalogue, to }: { catalogue: string; to: number }) {
  const api = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogue-changes', catalogue, to],
    queryFn: () =>
      api(catalogueEndpoints.compareVersions, {
        params: { catalogue },
        query: { from: String(to - 1), to: String(to) },
      }),
  })
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  const changed = data.changes.filter(({ change }) => change !== 'same')
  return (
    <>
      <p>
        未变{data.changes.length - changed.length}条，有变化{changed.length}处
        {data.checked ? '，对照表经人工核对' : '，由程序比对'}。
      </p>
      <Table
        size="small"
        rowKey={({ old, new: next }) =>
          [...old, '→', ...next].map((one) => (typeof one === 'string' ? one : one.id)).join(' ')
        }
        dataSource={changed}
        pagination={false}
        columns={[
          { title: '变化', width: 80, render: (_, { change }) => <Tag>{CHANGES[change]}</Tag> },
          { title: '旧版', render: (_, { old }) => <Side items={old} /> },
          { title: '新版', render: (_, { new: next }) => <Side items={next} /> },
        ]}
      />
    </>
  )
}

const Side = ({ items }: { items: Comparison['changes'][number]['old'] }) =>
  items.length === 0
    ? '—'
    : items.map(({ id, title, place }) => (
        <div key={id}>
          {title} <small>{place}</small>
        </div>
      ))
