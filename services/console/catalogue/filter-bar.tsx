import { Button, Flex, Input, Select } from 'antd'
import type { Catalogue, Item } from '#catalogue/catalogue.ts'
import { itemsOf } from '#catalogue/walk-catalogue.ts'
import { ITEM_KINDS } from '#catalogue/words/words.ts'
import { foundIn } from '../list/found-in.ts'
import {
  DEADLINES,
  deadlinesOf,
  EVERYTHING,
  type Filter,
  isFiltered,
  organsOf,
  THRESHOLDS,
  thresholdsOf,
} from './filter-items.ts'

type Props = {
  catalogue: Catalogue
  filter: Filter
  change: (filter: Filter) => void
  shown: number
  allOpen: boolean
  openAll: (open: boolean) => void
}

/** Every choice says how many items it has; what would find nothing is not offered. */
export function FilterBar({ catalogue, filter, change, shown, allOpen, openAll }: Props) {
  const items = itemsOf(catalogue)
  const choices = <Value extends string>(
    labels: Readonly<Record<Value, string>>,
    of: (item: Item) => Iterable<string>,
  ) =>
    keysOf(labels).flatMap((value) => {
      const count = items.filter((item) => [...of(item)].includes(value)).length
      return count > 0 ? [{ value, label: `${labels[value]}（${count}）` }] : []
    })
  const units = [...new Set(items.flatMap(({ thresholds }) => (thresholds ?? []).map(({ unit }) => unit)))]
  const thresholds = {
    any: THRESHOLDS.any,
    ...Object.fromEntries(units.map((unit) => [unit, `以${unit}计`])),
    none: THRESHOLDS.none,
  }
  const organs = Object.fromEntries(catalogue.organs.map(({ id, name }) => [id, name]))
  const put = (change_: Partial<Filter>) => change({ ...filter, ...change_ })
  return (
    <Flex gap={8} align="center" wrap className="not-printed catalogue-filter" role="search" aria-label="筛选条目">
      <Input.Search
        aria-label="查找"
        placeholder="标题、佐证、机关等"
        allowClear
        value={filter.text}
        onChange={({ target }) => put({ text: target.value })}
        style={{ width: 200 }}
      />
      <Select
        mode="multiple"
        aria-label="类别"
        placeholder="类别"
        maxTagCount={1}
        value={[...filter.kinds]}
        onChange={(kinds) => put({ kinds })}
        options={choices(ITEM_KINDS, ({ kind }) => [kind])}
        style={{ minWidth: 170 }}
      />
      {catalogue.organs.length > 0 && (
        <Select
          showSearch={{ filterOption: foundIn }}
          aria-label="机关"
          placeholder="机关"
          allowClear
          value={filter.organ}
          onChange={(organ?: string) => put({ organ })}
          options={choices(organs, organsOf)}
          style={{ width: 220 }}
        />
      )}
      <Select
        aria-label="量化要求"
        placeholder="量化要求"
        allowClear
        value={filter.threshold}
        onChange={(threshold?: string) => put({ threshold })}
        options={choices(thresholds, thresholdsOf)}
        style={{ width: 160 }}
      />
      <Select
        aria-label="期限"
        placeholder="期限"
        allowClear
        value={filter.deadline}
        onChange={(deadline?: keyof typeof DEADLINES) => put({ deadline })}
        options={choices(DEADLINES, (item) => deadlinesOf(item, catalogue))}
        style={{ width: 160 }}
      />
      <span aria-live="polite" className="catalogue-count">
        {shown === items.length ? `共${items.length}条` : `${shown}/${items.length}条`}
      </span>
      {isFiltered(filter) && <Button onClick={() => change(EVERYTHING)}>清除筛选</Button>}
      <Button style={{ marginInlineStart: 'auto' }} onClick={() => openAll(!allOpen)}>
        {allOpen ? '全部收起' : '全部展开'}
      </Button>
    </Flex>
  )
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record).filter((key): key is Key => key in record)
