import type { Catalogue } from '#catalogue/catalogue.ts'
import { sayProblem } from '#catalogue/check/problem.ts'
import { catalogueDigest } from '#catalogue/edition/digest.ts'
import { type Placed, placedItems } from '#catalogue/walk-catalogue.ts'
import { factsOf, sayDocument, sayDue, sayOrgans, sayStated, WHOSE_WORDS } from '#catalogue/words/say-facts.ts'
import { ITEM_KINDS, METHODS } from '#catalogue/words/words.ts'
import { findCatalogue } from './find-catalogue.ts'

export function showCatalogue(name: string): string {
  const { catalogue, findings } = findCatalogue(name)
  const placed = placedItems(catalogue)
  const lines = placed.flatMap((one, index) => [...headings(one, placed[index - 1]), ...itemLines(one, catalogue)])
  const gaps = (catalogue.gaps ?? []).map(({ number, note }) => `  缺号${number}：${note}`)
  const told = [...gaps, ...findings.map((finding) => `  ${sayProblem(finding)}`)]
  return [...head(catalogue), ...lines, ...(told.length > 0 ? ['', '提示', ...told] : [])].join('\n')
}

function head(catalogue: Catalogue): string[] {
  const { title, place, edition } = catalogue
  const due = sayDue(catalogue)
  return [
    `${title}（${place}${edition ? `，${sayStated(edition)}` : ''}）`,
    `来源：${sayDocument(catalogue)}`,
    ...(due ? [due] : []),
    WHOSE_WORDS,
    `摘要：${catalogueDigest(catalogue)}`,
  ]
}

const headings = ({ part, group }: Placed, before: Placed | undefined): string[] => [
  ...(part === before?.part ? [] : ['', `${part.number} ${part.title}`]),
  ...(group === undefined || group === before?.group ? [] : [`  ${group.number} ${group.title}`]),
]

function itemLines({ item, group }: Placed, catalogue: Catalogue): string[] {
  const indent = group ? '    ' : '  '
  const organs = (label: string, ids: readonly string[] | undefined) =>
    ids ? [`${label}：${sayOrgans(ids, catalogue)}`] : []
  const details = [
    `建议佐证：${item.evidence}`,
    ...factsOf(item, catalogue),
    ...organs('牵头', item.lead),
    ...organs('责任', item.responsible),
    ...organs('配合', item.assisting),
    ...organs('审查监督', item.reviewing),
    ...organs('由其提供', item.suppliedBy),
    ...(item.methods ? [`建议考核方式：${item.methods.map((method) => METHODS[method]).join('、')}`] : []),
    ...(item.note ? [`说明：${item.note}`] : []),
  ]
  return [
    `${indent}${item.number ?? '·'} [${ITEM_KINDS[item.kind]}] ${item.title}（${item.id}）`,
    ...details.map((detail) => `${indent}    ${detail}`),
  ]
}
