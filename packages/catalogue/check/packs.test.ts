import { describe, expect, it } from 'vitest'
import { type Catalogue, type Item, isLikely, wordOf } from '../catalogue.ts'
import documents from '../documents.json' with { type: 'json' }
import { openPack, packIds } from '../open-packs.ts'
import { dutyOf, itemsOf, placedItems, sourceOf } from '../walk-catalogue.ts'
import { sayThreshold } from '../words/say-facts.ts'

const open = (id: string): Catalogue => {
  const { catalogue, problems } = openPack(id)
  expect(problems).toEqual([])
  return catalogue!
}
const numbered = (catalogue: Catalogue): Item[] => itemsOf(catalogue).filter(({ number }) => number !== undefined)
const sorted = (catalogue: Catalogue, each: (item: Item) => (string | undefined)[]): string[] =>
  itemsOf(catalogue)
    .flatMap(each)
    .filter((one) => one !== undefined)
    .toSorted()
const within = ({ deadlines = [] }: Item) => deadlines.map((one) => ('within' in one ? one.within : undefined))
const fixed = ({ deadlines = [] }: Item) => deadlines.map((one) => ('on' in one ? one.on : undefined))
const by = ({ recurrences = [] }: Item) => recurrences.map((one) => one.by)
const everyTwoYears = (catalogue: Catalogue): number =>
  itemsOf(catalogue).filter(({ recurrences }) => recurrences?.some(({ every }) => every === 'twoYears')).length

it('has a pack for every document, and no other', () => {
  expect(packIds()).toEqual(Object.keys(documents).toSorted())
})

describe.each(Object.entries(documents))('%s', (id, counted) => {
  it('has as many parts, groups, items and vetoes as its document', () => {
    const catalogue = open(id)
    const items = numbered(catalogue)
    const vetoes = items.filter(({ kind }) => kind === 'veto')
    expect(catalogue.parts).toHaveLength(counted.parts)
    expect(catalogue.parts.flatMap(({ groups = [] }) => groups)).toHaveLength(counted.groups)
    expect(items.length - vetoes.length).toBe(counted.items)
    expect(vetoes).toHaveLength(counted.vetoes)
    if (!('itemsByPart' in counted)) return
    const byPart = catalogue.parts.map((part) => placedItems(catalogue).filter((one) => one.part === part).length)
    expect(byPart).toEqual(counted.itemsByPart)
  })
  it('gives every item an id under the catalogue’s own prefix and a title of its own', () => {
    const items = itemsOf(open(id))
    const [prefix] = items[0]!.id.split('-')
    expect(items.filter((item) => !item.id.startsWith(`${prefix}-`))).toEqual([])
    const titles = items.map(({ title }) => title)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })
})

it('泗县 keeps the thresholds, the clean-up and the veto’s look-back', () => {
  const sixian = open('sixian')
  const { thresholds, lookBackYears } = documents.sixian
  const said = sorted(sixian, ({ thresholds = [] }) => thresholds.map(({ atLeast, unit }) => `≥${atLeast}${unit}`))
  expect(said).toEqual(thresholds.toSorted())
  expect(everyTwoYears(sixian)).toBe(documents.sixian.everyTwoYears)
  const vetoes = itemsOf(sixian).filter(({ kind }) => kind === 'veto')
  expect(vetoes.map((veto) => veto.lookBackYears)).toEqual(vetoes.map(() => lookBackYears))
  expect(vetoes.filter(({ appliesTo }) => appliesTo).map(({ id }) => id)).toEqual(['sx-v-6'])
})
it('泗县 takes no lost character for read', () => {
  const { document } = open('sixian')
  expect(document.date && isLikely(document.date)).toBe(true)
  expect(document.number).toBe('泗政办秘〔2018〕22号')
})

it('郴州 keeps its three dates', () => {
  const chenzhou = open('chenzhou')
  expect(sorted(chenzhou, fixed)).toEqual(documents.chenzhou.fixed)
  expect(sorted(chenzhou, within)).toEqual(documents.chenzhou.within)
})

it('常州 keeps percentages, dates, departments and the requirement that names none', () => {
  const changzhou = open('changzhou')
  const said = documents.changzhou
  const percent = (value: number) =>
    itemsOf(changzhou)
      .flatMap(({ thresholds = [] }) => thresholds)
      .filter(({ atLeast, unit }) => atLeast === value && unit === '%').length
  expect({ 100: percent(100), 95: percent(95) }).toEqual(said.percentages)
  expect(sorted(changzhou, by)).toEqual(said.by)
  expect(everyTwoYears(changzhou)).toBe(said.everyTwoYears)
  expect(changzhou.organs).toHaveLength(said.organs)
  const used = new Set(itemsOf(changzhou).flatMap(({ responsible = [] }) => responsible))
  expect(used.size).toBe(said.organs)
  const idle = itemsOf(changzhou).filter((item) => dutyOf(item) === 'nobody')
  expect(idle.map(({ id }) => id)).toEqual(said.withoutOrgan)
  expect(openPack('changzhou').findings.map(({ field }) => field)).toEqual(['responsible'])
})

it('株洲 keeps leads, responsible organs, dates and the number that lacks', () => {
  const zhuzhou = open('zhuzhou')
  const said = documents.zhuzhou
  const items = numbered(zhuzhou)
  expect(zhuzhou.parts.filter(({ number }) => number.startsWith('三'))).toHaveLength(said.areas)
  expect(itemsOf(zhuzhou).length - items.length).toBe(said.unnumbered)
  expect(zhuzhou.gaps?.map(({ number }) => number)).toEqual(said.missing)
  expect(items.at(-1)?.number).toBe(110)
  expect(items.filter(({ lead }) => lead)).toHaveLength(said.withLead)
  const unlabelled = items.filter(({ note }) => note?.includes('未标明')).map(({ number }) => number)
  expect(unlabelled).toEqual(said.withoutLabel)
  const responsible = items.filter((item) => item.responsible && !unlabelled.includes(item.number))
  expect(responsible).toHaveLength(said.withResponsible)
  // One of the printed strings, 政府法制办, is 县政府法制办 without its first character.
  expect(new Set(items.flatMap(({ lead = [] }) => lead)).size).toBe(said.leadStrings - 1)
  expect(sorted(zhuzhou, fixed)).toEqual(said.fixed)
  expect(sorted(zhuzhou, within)).toEqual(said.within)
  expect(sorted(zhuzhou, by)).toEqual(said.by)
  expect(zhuzhou.due).toBe(said.due)
})
it('株洲 has one date before the plan’s own, as a finding', () => {
  const { findings } = openPack('zhuzhou')
  expect(findings.map(({ at, field }) => [at?.slice(0, 6), field])).toEqual([['zz-020', 'on']])
})
it('株洲 says what was most likely lost, and counts by it', () => {
  const { number, date } = open('zhuzhou').document
  expect([number, date].map((fact) => fact && isLikely(fact) && wordOf(fact))).toEqual([
    '株县发〔2017〕4号',
    '2017-03-22',
  ])
})

it('says where an item stands in its document', () => {
  const where = (id: string, item: string) => {
    const catalogue = open(id)
    return sourceOf(catalogue, placedItems(catalogue).find((one) => one.item.id === item)!)
  }
  expect(where('sixian', 'sx-5-08')).toBe('泗政办秘〔2018〕22号 附件1 五（三） 第8项')
  expect(where('yongzhou', 'yz-14')).toBe('《永州市依法行政示范单位标准》 附件1 三 第14项')
  expect(where('zhuzhou', 'zz-e2')).toBe('株县发〔2017〕4号 文末')
})
it('says a range', () => {
  expect(sayThreshold({ of: '增加人员', atLeast: 1, atMost: 2, unit: '人' })).toBe('增加人员不少于1人，不多于2人')
})
