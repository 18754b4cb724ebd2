/** A command answers from what it read: how often each asks the cloud for something, the edge's look at the caller included. */
import { describe, expect, it } from 'vitest'
import { dateOf } from '#calendar/deadline.ts'
import { applyLine } from '#case/apply-line.ts'
import { caseKind } from '#case/case.ts'
import { lapse } from '#case/lapse.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import type { NoticeEvent } from '#steps/notice/notice-events.ts'
import { type ObjectionEvent, objectionKind, objectionStream } from '#steps/notice/objection.ts'
import { type Counted, counting } from '../fixtures/counting.ts'
import {
  type Answer,
  type County,
  complete,
  FORM,
  file,
  intakeCounty,
  PHOTO,
  wholeTerms,
} from '../fixtures/intake-county.ts'

const MOST = { command: 10, page: 8 }
const CASE = 'case/2018-2/dazhuang'
const NOTICE = 'notice/2018-2/1'
const DECLARATION = 'forms/creation-declaration'

const calls: Counted = []
let county: County
/** What was asked for, by what was done. */
const counts: Record<string, number> = {}

async function counted(what: string, request: Promise<Answer>): Promise<Answer> {
  const answer = await request
  expect(`${what}: ${answer.status} ${answer.status === 200 ? '' : answer.text}`).toBe(`${what}: 200 `)
  counts[what] = Math.max(counts[what] ?? 0, calls.length)
  expect([what, calls.filter((call, i) => call.startsWith('read ') && calls.indexOf(call) !== i)]).toEqual([what, []])
  calls.length = 0
  return answer
}
const at = async (who: string, path: string, body?: object) => {
  const seen = await county.seenFor(who, `dazhuang/${path}`)
  calls.length = 0
  return counted(path, county.post(who, `cases/2018-2/dazhuang/${path}`, { ...seen, ...body }))
}
const look = async (who: string, where: string) => {
  const page = async (part = '') => {
    calls.length = 0
    return counted(`page ${where} ${who} ${part}`, county.get(who, `cases/2018-2/dazhuang${part}`))
  }
  await page('/earlier')
  await page('/inquiries')
  return page()
}
const pages = { count: 100 }
/** A page of its own, scanned when it is signed. */
async function stamped() {
  pages.count += 1
  await county.keepFile('dazhuang', pages.count, '签字盖章页.pdf')
  return file(pages.count)
}
async function sign(form = FORM) {
  const scan = await stamped()
  const covers = (await county.get('dazhuang-clerk', 'cases/2018-2/dazhuang')).page().form?.digest
  if (form === FORM) await at('dazhuang-legal', `${form}/sign`, { signOff: 'legalOffice', opinion: '同意', covers })
  const paper = { signOff: 'unitHead', opinion: '同意', on: dateOf(county.clock.at), signer: '郑镇长', scan, covers }
  await at('dazhuang-clerk', `${form}/sign`, paper)
}
async function accept(step: string) {
  await at('officer', `steps/${step}/draft`, { outcome: 'accepted', reason: '符合条件' })
  const { draft } = (await look('office-head', step)).page()
  await at('office-head', `steps/${step}/draft/sign`, { drafted: draft?.drafted })
}
/** A body decides on the unit, and its case follows, as the conductor would have it. */
async function decideList(who: string, step: string, outcome: string, number: number) {
  await county.post(who, `batches/2018-2/steps/${step}/resolutions`, {
    ...{
      meeting: '第3次会议',
      number: '3',
      date: dateOf(county.clock.at),
      minutes: file(9),
      present: ['王副县长'],
      absent: [],
    },
    ...{ how: { kind: 'discussion' }, cases: ['dazhuang'], outcome, exceptions: [], recusals: [] },
    ...(step === 'candidacy' && { ranks: { dazhuang: 1 } }),
  })
  await follow(step, outcome, `resolution/2018-2/${step}`, number, who)
}
const follow = (step: string, outcome: string, stream: string, number: number, by: string, objections?: string[]) =>
  county.run(
    caseKind,
    CASE,
    applyLine({ step, outcome, act: { stream, number }, objections }, { by, received: county.clock.at }),
  )
/** The leading group selects the unit. */
async function select() {
  const { visit } = (await county.get('officer', 'cases/2018-2/dazhuang')).page()
  const list = { cases: ['dazhuang'], visits: { dazhuang: visit }, text: '请审议' }
  await county.post('officer', 'batches/2018-2/steps/selection/list', list)
  await decideList('group-secretary', 'selection', 'cultivated', 2)
}
/** The unit is recommended, and an objection is found to ask for another assessment. */
async function assessAgain() {
  const { at: received } = county.clock
  const visit = (await county.get('scorer', 'cases/2018-2/dazhuang')).page().visit
  await follow('assessment', 'recommended', `panel/2018-2/dazhuang/${visit}`, 1, 'leader')
  await decideList('leader', 'candidacy', 'candidate', 1)
  const head = { v: 1, at: received, by: 'officer' } as const
  const period = {
    firstDay: '2018-11-01',
    lastDay: '2018-11-07',
    lateFrom: received,
    days: 7,
    convention: 'A',
  } as const
  const objection = { objection: 'o-1', about: 'dazhuang', channel: 'letter', on: '2018-11-01', code: 'code' } as const
  await county.run(noticeKind, NOTICE, (): NoticeEvent[] => [
    {
      ...{ type: 'prepared', ...head, batch: '2018-2', step: 'notice', trial: false, title: '公示' },
      ...{ cases: ['dazhuang'], publication: { on: '2018-11-01', place: '公告栏' }, period, replyDays: 15 },
    },
    { type: 'objectionReceived', ...head, ...objection, anonymous: true, content: file(7) },
    { type: 'objectionSettled', v: 1, at: received, objection: 'o-1', result: 'reassess' },
  ])
  await county.run(objectionKind, objectionStream('o-1'), (): ObjectionEvent[] => [
    { type: 'found', ...head, result: 'reassess', reason: '得分有误', reply: '重新考核' },
  ])
  await follow('notice', 'reassess', NOTICE, 1, 'officer', ['o-1'])
}

/** What was over the bound, of commands and of pages. */
const over = (most: typeof MOST) =>
  Object.entries(counts).filter(([what, n]) => n > (what.startsWith('page ') ? most.page : most.command))
async function begin(warm: boolean) {
  county = await intakeCounty(counting(calls, { warm }))
  for (const what of Object.keys(counts)) delete counts[what]
}

describe('calls to the cloud', () => {
  it.each([
    ['cold', MOST],
    ['warm', { command: 9, page: 7 }],
  ])('stay few in the short procedure, a return, a correction and a veto included: %s', async (how, most) => {
    await begin(how === 'warm')
    await county.call()
    await look('dazhuang-clerk', 'before it is opened')
    await at('dazhuang-clerk', 'open')
    await at('dazhuang-clerk', `${FORM}/save`, complete)
    await at('dazhuang-clerk', `${FORM}/save`, { ...complete, phone: '13955550000', reason: '另一理由' })
    await look('dazhuang-clerk', 'application')
    await sign()
    await at('dazhuang-clerk', `${FORM}/submit`)
    await look('officer', 'review')
    await look('dazhuang-clerk', 'review')
    const returned = { outcome: 'returned', reason: '请补充材料', reopens: ['reason', 'phone', 'workPlan'] }
    await at('officer', 'steps/review/decide', returned)
    await look('dazhuang-clerk', 'returned')
    await at('dazhuang-clerk', `${FORM}/save`, {
      ...complete,
      reason: '又一理由',
      phone: '13955551111',
      workPlan: [file(4)],
    })
    await look('dazhuang-clerk', 'mended')
    await sign()
    await at('dazhuang-clerk', `${FORM}/submit`)
    await look('officer', 'mended')
    await at('officer', 'veto', { item: 'vetoes-3', source: '法院判决书', evidence: file(9) })
    const { commands } = (await look('office-head', 'veto')).page()
    const { values } = commands.find(({ name }) => name === 'dismiss-veto') ?? {}
    await at('office-head', 'veto/dismiss', { ...values, reason: '查无实据' })
    await at('officer', 'steps/review/decide', { outcome: 'accepted', reason: '符合条件' })
    await at('officer', 'steps/review/correction', { outcome: 'refused', reason: '不符合条件', corrects: 4 })
    const { correction } = (await look('office-head', 'correction')).page()
    await at('office-head', 'steps/review/correction/sign', { drafted: correction?.drafted })
    await look('dazhuang-clerk', 'ended')
    expect(Object.keys(counts).length).toBeGreaterThan(15)
    expect(over(most)).toEqual([])
  })

  it.each(['cold', 'warm'])('stay few in the whole procedure: %s', async (how) => {
    await begin(how === 'warm')
    await county.call(wholeTerms)
    await county.submitted()
    await accept('review')
    await look('officer', 'selection')
    await select()
    await at('dazhuang-clerk', 'steps/implementation/reports', {
      period: '2018-06',
      text: '已按要求办理',
      files: [file(1)],
    })
    await at('officer', 'steps/implementation/guidance', { text: '已按要求办理' })
    await look('dazhuang-clerk', 'implementation')
    county.clock.at = '2018-10-31T16:03:00.000Z'
    await county.run(caseKind, CASE, lapse(county.clock.at))
    await look('dazhuang-clerk', 'declaration')
    const declared = {
      ...{ unitKind: 'government', representative: '郑镇长', address: '1号', contact: '周联系', phone: '13955571234' },
      ...{ email: 'dz@example.gov.cn', reason: '达标', report: [file(1)], experience: [file(2)], honours: [file(3)] },
    }
    await at('dazhuang-clerk', `${DECLARATION}/save`, declared)
    await sign(DECLARATION)
    await at('dazhuang-clerk', `${DECLARATION}/submit`)
    await look('officer', 'acceptance')
    const back = { outcome: 'returned', reason: '请补充材料', reopens: ['report', 'phone'] }
    await at('officer', 'steps/acceptance/draft', back)
    const { draft } = (await look('office-head', 'acceptance')).page()
    await at('office-head', 'steps/acceptance/draft/sign', { drafted: draft?.drafted })
    await at('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(3)] })
    await look('dazhuang-clerk', 'declaration returned')
    await at('dazhuang-clerk', `${DECLARATION}/save`, { ...declared, report: [file(4)], phone: '13955550000' })
    await sign(DECLARATION)
    await at('dazhuang-clerk', `${DECLARATION}/submit`)
    await look('officer', 'acceptance again')
    await accept('acceptance')
    await look('scorer', 'assessment')
    await county.record('scorer', 'hearing', { files: [file(PHOTO)] })
    await at('scorer', 'steps/assessment/methods/hearing/end')
    await assessAgain()
    await look('scorer', 'assessment again')
    await county.record('scorer', 'hearing', { files: [file(PHOTO)] })
    await at('scorer', 'steps/assessment/methods/hearing/end')
    await at('dazhuang-clerk', 'withdrawal', { reason: '机构合并', scan: await stamped() })
    expect(Object.keys(counts).length).toBeGreaterThan(15)
    expect(over(MOST)).toEqual([])
  })
})
