import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { dutyOf, type Placed, sourceOf } from '#catalogue/walk-catalogue.ts'
import { factsOf, namesOf, sayDue, sayOrgans } from '#catalogue/words/say-facts.ts'
import { ITEM_KINDS, METHODS } from '#catalogue/words/words.ts'
import { UNIT_KINDS } from '#roster/unit.ts'

type Props = { catalogue: Catalogue; placed: Placed; open: boolean; toggle: () => void }

/** One item: its line, and what opens below it. On paper everything is open. */
export function CatalogueItem({ catalogue, placed, open, toggle }: Props) {
  const { item } = placed
  const facts = factsOf(item, catalogue)
  const id = `${item.id}-details`
  return (
    <li id={item.id} className="catalogue-item">
      <button type="button" className="catalogue-line as-text" aria-expanded={open} aria-controls={id} onClick={toggle}>
        <span className="catalogue-number">{item.number ?? '·'}</span>
        <span className="catalogue-title">{item.title}</span>
        {!open && <span className="catalogue-brief not-printed">{briefly(placed, catalogue, facts)}</span>}
        <Tag color={item.kind === 'veto' ? 'red' : item.kind === 'mechanism' ? 'default' : 'blue'}>
          {ITEM_KINDS[item.kind]}
        </Tag>
      </button>
      <dl id={id} className="catalogue-details" data-open={open}>
        {detailsOf(placed, catalogue, facts).map(([label, text]) => (
          <div key={label} data-short={SHORT.has(label)}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** On paper these share a line. */
const SHORT: ReadonlySet<string> = new Set(['建议考核方式', '出处'])

/** What tells a plan's items apart without opening them: who, how much, until when. */
function briefly({ item }: Placed, catalogue: Catalogue, facts: readonly string[]): string {
  const [first, ...more] = namesOf(item.lead ?? item.responsible, catalogue)
  const who = first && `${first}${more.length > 0 ? '等' : ''}`
  return [who, ...facts].filter(Boolean).join('；')
}

function detailsOf(placed: Placed, catalogue: Catalogue, facts: readonly string[]): [label: string, text: ReactNode][] {
  const { item } = placed
  const names = (ids: readonly string[] | undefined) => sayOrgans(ids, catalogue)
  const due = item.deadlines || item.recurrences ? [] : [sayDue(catalogue) ?? []].flat()
  const lines: [string, string | readonly string[] | undefined][] = [
    ['建议佐证', item.evidence],
    ['数量和时限', [...facts, ...due]],
    ['牵头', names(item.lead)],
    [dutyOf(item) === 'joint' ? '共同责任' : '责任', names(item.responsible)],
    ['配合', names(item.assisting)],
    ['审查监督', names(item.reviewing)],
    ['结果由其提供', names(item.suppliedBy)],
    ['适用', item.appliesTo?.map((kind) => UNIT_KINDS[kind]).join('、')],
    ['权重', item.weight?.toString()],
    ['说明', item.note],
    ['建议考核方式', (item.methods ?? ['documents' as const]).map((method) => METHODS[method]).join('、')],
    ['出处', sourceOf(catalogue, placed)],
  ]
  return lines.flatMap(([label, said]) => {
    const texts = [said ?? []].flat().filter(Boolean)
    return texts.length > 0 ? [[label, texts.map((text) => <div key={text}>{text}</div>)]] : []
  })
}
