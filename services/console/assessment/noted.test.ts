import { expect, it } from 'vitest'
import { type AssessmentItem, type AssessmentPage, noteBody } from '#contracts/assessment/assessment.ts'
import type { DossierPart } from '#contracts/dossier/dossier.ts'
import { fieldsOf } from '#contracts/forms.ts'
import type { WorkItem } from '#contracts/views.ts'
import {
  AGREES,
  agreeing,
  besideLeft,
  besideNote,
  countedIn,
  fieldsAsked,
  findingAsSaid,
  methodAt,
  nextUnit,
  ownNote,
  saidNoted,
  saidNothing,
  saidTakenIn,
  standingOf,
  withNoted,
} from './noted.ts'
import { noteFields } from './use-note.ts'

const method = (name: string, more = {}) => ({
  ...{ name, title: name, ended: false, records: 0, writes: true, sheet: 0, noted: [], unrecorded: 0 },
  ...{ found: [], finds: 'indicators' as const, counts: false, findings: {}, unexplained: [] },
  ...more,
})
const note = (of: string, own: boolean, visit = 1) => ({
  ...{
    visit,
    recorded: true,
    method: of,
    title: of,
    own,
    by: own ? '王静' : '赵强',
    at: '2018-12-18T01:00:00.000Z',
    text: '已核对。',
  },
  ...{ files: [], references: [], results: [] },
})
const by = (of: string, visit = 1) => ({ method: of, visit })
const item = (notes: AssessmentItem['notes'], number: number): AssessmentItem => ({
  ...{ item: 'sx-1-01', claimed: false, notes },
  versions: [{ method: 'documents', number }],
})

it('opens the method that is asked for, else the first that is recorded now, else the first', () => {
  const methods = [method('hearing', { ended: true, writes: false }), method('documents'), method('siteVisit')]
  expect(methodAt(methods, 'siteVisit')?.name).toBe('siteVisit')
  expect(methodAt(methods, 'nothing')?.name).toBe('documents')
  expect(methodAt([method('hearing', { writes: false }), method('lawTest', { writes: false })], undefined)?.name).toBe(
    'hearing',
  )
  expect(methodAt([], 'hearing')).toBeUndefined()
})

it('opens for whoever records the first method of which they still owe something', () => {
  const methods = [
    method('hearing', { writes: false, ended: true, found: ['a'] }),
    method('documents', { records: 1 }),
    method('siteVisit', { records: 1, unrecorded: 2 }),
    method('lawTest'),
  ]
  expect(methodAt(methods, undefined)?.name).toBe('siteVisit')
  expect(methodAt([methods[1]!, methods[3]!], undefined)?.name).toBe('lawTest')
  expect(methodAt(methods.slice(0, 2), undefined)?.name).toBe('documents')
})

it('opens for whoever reads the first method of which there is something to read', () => {
  const reading = (name: string, more = {}) => method(name, { writes: false, ...more })
  const methods = [reading('hearing'), reading('documents', { found: ['a'] }), reading('siteVisit', { noted: ['b'] })]
  expect(methodAt(methods, undefined)?.name).toBe('documents')
  expect(methodAt([methods[0]!, methods[2]!], undefined)?.name).toBe('siteVisit')
  expect(methodAt(methods, 'hearing')?.name).toBe('hearing')
})

it('tells what somebody has noted by this method from everything else', () => {
  const all = item([note('documents', true), note('siteVisit', true), note('documents', false)], 2)
  expect(ownNote(all, by('documents'))).toEqual({ number: 2, note: note('documents', true) })
  expect(ownNote(all, by('hearing'))).toEqual({ number: 0 })
  expect(besideNote(all, by('documents'))).toEqual([note('siteVisit', true), note('documents', false)])
})

it('takes nothing of an earlier assessment for what is noted now', () => {
  const all = item([note('documents', true), note('documents', false)], 2)
  expect(ownNote(all, by('documents', 2)).note).toBeUndefined()
  expect(besideNote(all, by('documents', 2))).toEqual(all.notes)
})

it('says beside an indicator who has noted it, and counts for a reader what anybody has', () => {
  const of = {
    noted: ['a', 'd', 'e'],
    found: ['a', 'b'],
    findings: { d: 'reached', e: 'notReached' },
    unexplained: ['e'],
  } as const
  const shown = method('documents', of)
  expect(['a', 'b', 'c', 'd', 'e'].map((id) => saidNoted(shown, id))).toEqual([
    '已记',
    '他人已记',
    undefined,
    '达标',
    '未达标，未写明',
  ])
  expect([...countedIn({ ...shown, writes: true })]).toEqual(['a', 'd', 'e'])
  expect([...countedIn({ ...shown, writes: false })]).toEqual(['a', 'd', 'e', 'b'])
  expect([...countedIn({ writes: false, noted: [], found: [] })]).toEqual([])
})

it('asks for a finding where the method makes one, for what the unit calls not applicable by all indicators alone, and for points that there are', () => {
  const fields = fieldsOf(noteFields)
  const asked = (
    finds: 'indicators' | 'chosenIndicators' | 'mark',
    of: { claimed: boolean; points?: number },
    finding?: string,
  ) =>
    fieldsAsked(fields, of, finds, finding).map(({ name, choices = [] }) =>
      [name, ...choices.map(({ value }) => value)].join(' '),
    )
  const note = ['text', 'files']
  expect(asked('mark', { claimed: true, points: 10 }, 'notReached')).toEqual(note)
  expect(asked('indicators', { claimed: true })).toEqual(['finding reached notReached notApplicable', ...note])
  expect(asked('indicators', { claimed: false })).toEqual(['finding reached notReached', ...note])
  expect(asked('chosenIndicators', { claimed: true, points: 10 }, 'reached')).toEqual([
    'finding reached notReached',
    ...note,
  ])
  expect(asked('chosenIndicators', { claimed: true, points: 10 }, 'notReached')).toEqual([
    'finding reached notReached',
    'off',
    ...note,
  ])
  expect(fieldsAsked(fields, { claimed: false, points: 10 }, 'indicators', 'notReached')[1]?.help).toBe(
    '这一项分值10分；不填的，扣去全部分值',
  )
})
it('finds what the unit says where somebody agrees, as far as the method may', () => {
  const found = (finds: 'indicators' | 'chosenIndicators' | 'marks') =>
    (['reached', 'notReached', 'notApplicable'] as const).map((said) => findingAsSaid(said, finds))
  expect(found('indicators')).toEqual(['reached', 'notReached', 'notApplicable'])
  expect(found('chosenIndicators')).toEqual(['reached', 'notReached', undefined])
  expect(found('marks')).toEqual([undefined, undefined, undefined])
})

it('promises nothing to come where nothing is recorded any more', () => {
  const page = (over: boolean, ...methods: ReturnType<typeof method>[]) =>
    ({ over, methods }) as unknown as AssessmentPage
  const [on, ended] = [method('hearing'), method('documents', { ended: true })]
  expect([standingOf(page(false), on), standingOf(page(true), on), standingOf(page(true), ended)]).toEqual([
    '进行中',
    '已停止',
    '已结束',
  ])
  expect(saidNothing(page(false, on, ended), on, false)).toBe('还没有可以查看的；他人记的，在该方式结束后可以查看。')
  expect(saidNothing(page(false, on, ended), ended, false)).toMatch(/^已经结束的方式没有可以查看的/)
  expect(saidNothing(page(false, ended), ended, false)).toBe('没有人记录这一项。')
  expect(saidNothing(page(true, on, ended), on, false)).toBe('没有人记录这一项。')
  expect(saidNothing(page(true, on), on, true)).toBe('没有其他人记录这一项。')
})

it('counts a saved note at once: an indicator once, and each version of the sheet', () => {
  const page = { visit: 1, methods: [method('hearing'), method('documents', { sheet: 4, noted: ['sx-1-02'] })] }
  const saved = withNoted(page as unknown as AssessmentPage, 'documents', 0, item([note('documents', true)], 1))
  expect(saved.methods[0]).toEqual(method('hearing'))
  expect([saved.methods[1]!.sheet, saved.methods[1]!.noted]).toEqual([5, ['sx-1-02', 'sx-1-01']])
  const again = withNoted(saved, 'documents', 1, item([note('documents', true)], 2))
  expect([again.methods[1]!.sheet, again.methods[1]!.noted]).toEqual([6, ['sx-1-02', 'sx-1-01']])
  const emptied = withNoted(again, 'documents', 2, item([], 3))
  expect([emptied.methods[1]!.sheet, emptied.methods[1]!.noted]).toEqual([7, ['sx-1-02']])
})

it('goes on among what is not noted, and comes back to what was passed over', () => {
  const parts = ['p', 'q'].map((id) => ({ id, items: [{ id: `${id}-1` }, { id: `${id}-2` }] })) as DossierPart[]
  const left = new Set(['p-1', 'q-1'])
  expect(besideLeft(parts, left, { part: 'p', item: 'p-1' }, 1)).toEqual({ part: 'q', item: 'q-1' })
  expect(besideLeft(parts, left, { part: 'q', item: 'q-1' }, 1)).toEqual({ part: 'p', item: 'p-1' })
  expect(besideLeft(parts, left, { part: 'q', item: 'q-2' }, -1)).toEqual({ part: 'q', item: 'q-1' })
  expect(besideLeft(parts, left, { part: 'p', item: 'p-1' }, -1)).toBeUndefined()
  expect(besideLeft(parts, new Set(['p-1']), { part: 'p', item: 'p-1' }, 1)).toBeUndefined()
})

it('says that it agrees in a sentence that is taken, once, and takes nothing away', () => {
  expect(agreeing(undefined)).toBe(AGREES)
  expect(agreeing('  ')).toBe(AGREES)
  expect(agreeing(AGREES)).toBe(AGREES)
  expect(agreeing('台账已补齐。\n')).toBe(`台账已补齐。\n${AGREES}`)
  expect(noteBody.safeParse({ text: AGREES, number: 0, visit: 1 }).success).toBe(true)
})

it('says what a record takes in', () => {
  expect(saidTakenIn({ noted: [], unrecorded: 0 })).toMatch(/还没有/)
  expect(saidTakenIn({ noted: ['a', 'b'], unrecorded: 2 })).toBe('将列入本人已记的2项指标情况。')
  expect(saidTakenIn({ noted: ['a'], unrecorded: 0 })).toBe('将列入本人已记的1项指标情况，自上次记录后没有改动。')
})

it('leads to the next unit that waits for the same method, round to the beginning', () => {
  const waits = (unit: string, by: string, batch = 'b', command = 'record-method') =>
    ({
      batch,
      command,
      unit: { id: unit, name: unit },
      path: `/console/cases/${batch}/${unit}/assessment/${by}`,
    }) as WorkItem
  const items = [
    waits('a', 'hearing'),
    waits('b', 'hearing'),
    waits('b', 'documents'),
    waits('c', 'hearing'),
    waits('c', 'documents'),
    waits('d', 'documents', 'other'),
  ]
  const from = (unit: string, by: string) => nextUnit(items, { batch: 'b', unit, method: by })?.path
  expect(from('a', 'documents')).toBe('/console/cases/b/b/assessment/documents')
  expect(from('b', 'hearing')).toBe('/console/cases/b/c/assessment/hearing')
  expect(from('c', 'hearing')).toBe('/console/cases/b/a/assessment/hearing')
  // Nobody else waits by this method: any other one.
  expect(from('c', 'lawTest')).toBe('/console/cases/b/a/assessment/hearing')
  // It has been done meanwhile.
  expect(from('gone', 'documents')).toBe('/console/cases/b/b/assessment/documents')
  expect(nextUnit([waits('a', 'hearing')], { batch: 'b', unit: 'a', method: 'hearing' })).toBeUndefined()
  expect(
    nextUnit([waits('b', 'hearing', 'b', 'end-method')], { batch: 'b', unit: 'a', method: 'hearing' }),
  ).toBeUndefined()
})
