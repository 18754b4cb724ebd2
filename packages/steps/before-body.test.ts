/** What a body reads of cases: only what came to it, on a ledger in memory. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { CaseEvent } from '#case/case-events.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { memoryLedger } from '#ledger/memory-ledger.ts'
import { moved, OFFICER, SECRETARY, sha, signed } from '../../test/given/cases.ts'
import { ASSESSED, DECLARED, DRAFTED, LEADER, RECOMMENDED, SELECTION } from '../../test/given/cases-2018.ts'
import type { PanelEvent } from './inquiry/panel.ts'
import type { ResolutionEvent } from './resolution/resolution.ts'
import { filesSubmittedTo, isSubmittedTo, papersOfMeetings, readCaseOf } from './submitted-to.ts'

const at = '2018-06-01T01:00:00.000Z'
const group = [{ appointment: 'leadingGroupSecretary' }]
const team = [{ appointment: 'assessmentLeader' }]
const meeting = [{ appointment: 'meetingSecretary' }]
const paper = `${sha('f')} 提请审议.pdf`
const minutes = `${sha('6')} 会议纪要.pdf`

const submittedList = (cases: string[], step = 'selection'): ResolutionEvent => ({
  ...{ type: 'listPrepared', v: 1, at, by: OFFICER, batch: '2018-2', step, trial: false, cases, text: '提请审议。' },
  ...(cases.includes('dazhuang') && { visits: { dazhuang: 3 }, paper }),
})
const resolved: ResolutionEvent = {
  ...{ type: 'resolved', v: 1, at, by: SECRETARY, batch: '2018-2', step: 'selection', trial: false },
  ...{ meeting: '领导小组会议', number: '1', date: '2018-06-01', minutes, attendance: sha('8') },
  how: { kind: 'discussion' },
  lines: [{ case: 'dazhuang', outcome: 'cultivated', reason: '符合条件。' }],
}
const record = (...files: string[]): PanelEvent => ({
  ...{ type: 'recorded', v: 1, at, by: LEADER, step: 'assessment', method: 'siteInspection', on: '2018-11-10' },
  ...{ findings: '制度上墙。', files },
})

let ledger: Ledger
const keep = async (stream: string, events: readonly unknown[]) => {
  const { head } = await ledger.read(stream)
  await ledger.append(head, events, `${stream}/${head.number}`, OFFICER)
}
const dazhuang = (events: readonly CaseEvent[]) => keep('case/2018-2/dazhuang', events)
const read = () => readCaseOf(ledger, '2018-2', 'dazhuang')
const comesTo = async (holdings: { appointment: string }[]) => isSubmittedTo(ledger, await read(), holdings)
const filesFor = async (holdings: { appointment: string }[]) =>
  [...(await filesSubmittedTo(ledger, await read(), holdings)).files].sort()

beforeEach(() => {
  ledger = memoryLedger(() => new Date(at))
})

describe('a case comes to a body', () => {
  it('that prepares for itself as soon as it stands there', async () => {
    await dazhuang(ASSESSED)
    expect(await comesTo(team)).toBe(true)
    expect(await comesTo(meeting)).toBe(false)
    expect(await comesTo([{ appointment: 'unitClerk' }])).toBe(false)
  })
  it('to which the office submits lists once it is on one of them', async () => {
    await dazhuang(SELECTION)
    expect(await comesTo(group)).toBe(false)
    await keep('resolution/2018-2/selection', [submittedList(['caogou'])])
    expect(await comesTo(group)).toBe(false)
    await keep('resolution/2018-2/selection', [submittedList(['caogou', 'dazhuang'])])
    expect(await comesTo(group)).toBe(true)
    expect(await comesTo(team)).toBe(false)
  })
  it('whose own decision has led it on, whatever lists say', async () => {
    await dazhuang(DECLARED)
    expect(await comesTo(group)).toBe(true)
  })
  it('not where something else led it away before any list', async () => {
    const away: CaseEvent = moved('selection', 3, 'withdrawn', 'withdrawn', OFFICER)
    await dazhuang([...SELECTION, away])
    expect(await comesTo(group)).toBe(false)
  })
})

describe('files', () => {
  it('are nobody’s before the case has come to the body', async () => {
    await dazhuang(DRAFTED)
    expect(await filesFor(group)).toEqual([])
    expect(await filesFor(team)).toEqual([])
  })
  it('are those of the forms handed in, with their signed pages, and not of one that is being filled in', async () => {
    const scan = `${sha('b')} 签字页.jpg`
    const scanned: CaseEvent = signed('legalOffice', OFFICER, { mode: 'paper', scan })
    const before = DECLARED.findIndex((event) => event.type === 'decided')
    await dazhuang([...DECLARED.slice(0, before), scanned, ...DECLARED.slice(before, -1)])
    expect(await filesFor(group)).toEqual([sha('5'), sha('b')])
  })
  it('are also what was recorded in assessing it, at every visit', async () => {
    await dazhuang(RECOMMENDED)
    await keep('panel/2018-2/dazhuang/7', [record(`${sha('2')} 现场.jpg`), record()])
    await keep('panel/2018-2/dazhuang/6', [record(`${sha('3')} 别处.jpg`)])
    expect(await filesFor(team)).toEqual([sha('2'), sha('5')])
  })
})

it('papers of meetings are what was submitted to them and their minutes', async () => {
  await keep('resolution/2018-2/selection', [submittedList(['caogou'])])
  await keep('resolution/2018-2/selection', [submittedList(['dazhuang'])])
  await keep('resolution/2018-2/selection', [resolved])
  expect([...(await papersOfMeetings(ledger, '2018-2', ['selection', 'proposal']))]).toEqual(
    [paper, minutes].map(digestOfUse),
  )
  expect(await papersOfMeetings(ledger, '2018-2', [])).toEqual(new Set())
})
