/** One catalogue as a tree: filtered, opened item by item, printed. */
import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { catalogueEndpoints, type CataloguePage as Page } from '#contracts/catalogue.ts'
import { ApiError } from '#contracts/client.ts'
import { useApi } from '../session/api.ts'
import { Loading, Refusal } from '../shell/states.tsx'
import './catalogue.css'
import { CatalogueHead } from './catalogue-head.tsx'
import { CatalogueTree } from './catalogue-tree.tsx'
import { Changes } from './changes.tsx'
import { FilterBar } from './filter-bar.tsx'
import { EVERYTHING, type Filter, filterItems } from './filter-items.ts'

export default function CataloguePage({ id }: { id: string }) {
  const api = useApi()
  // In the address, so that a batch can lead to the version that it froze.
  const [search, setSearch] = useSearchParams()
  const version = search.get('version') ?? undefined
  const { data, error, refetch } = useQuery({
    queryKey: ['catalogue', id, version],
    queryFn: () =>
      api(catalogueEndpoints.readCatalogue, {
        params: { catalogue: id },
        query: version === undefined ? {} : { version },
      }),
    placeholderData: (before) => before,
  })
  if (error instanceof ApiError && error.status === 404) return <Empty description={error.message} />
  if (error && !data) return <Refusal error={error} again={refetch} />
  if (!data) return <Loading />
  return <Shown key={data.version.digest} page={data} choose={(number) => setSearch({ version: String(number) })} />
}

function Shown({ page, choose }: { page: Page; choose: (version: number) => void }) {
  const { content } = page
  const [filter, setFilter] = useState<Filter>(EVERYTHING)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const shown = filterItems(content, filter)
  const toggle = (id: string) =>
    setOpened((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])))
  return (
    <div className="catalogue">
      <CatalogueHead page={page} choose={choose} />
      <Changes page={page} />
      <FilterBar
        catalogue={content}
        filter={filter}
        change={setFilter}
        shown={shown.length}
        allOpen={shown.length > 0 && shown.every(({ item }) => opened.has(item.id))}
        openAll={(open) => setOpened(new Set(open ? shown.map(({ item }) => item.id) : []))}
      />
      {shown.length === 0 ? (
        <Empty description="没有符合条件的条目；请放宽筛选" />
      ) : (
        <CatalogueTree catalogue={content} shown={shown} opened={opened} toggle={toggle} />
      )}
    </div>
  )
}
