import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstLateInstant, lapsesFrom } from '#calendar/deadline.ts'
import { Refused } from '#ledger/refused.ts'
import { given } from '../../test/given/given.ts'
import {
  closeNotice,
  closeWhenDue,
  type Notice,
  type NoticeEvent,
  noticeKind,
  openObjections,
  publishNotice,
  receiveObjection,
  recordProof,
  settleObjection,
} from './notice.ts'

const AT = '2018-06-11T01:00:00.000Z'
const END = firstLateInstant('2018-06-17')
const DUE = lapsesFrom(END)
const officer = (received = AT) => ({ by: 'p-陈科员', received })
const DAZHUANG = 'case/2018-2/dazhuang'
const XIAOLIANG = 'case/2018-2/xiaoliang'
const list = {
  batch: '2018-2',
  trial: false,
  title: '泗县第二批依法行政示范单位候选单位公示',
  cases: [DAZHUANG, XIAOLIANG],
  publication: { on: '2018-06-11', place: '泗县人民政府网站', proof: 'a'.repeat(64) },
  period: { firstDay: '2018-06-11', lastDay: '2018-06-17', lateFrom: END, days: 7, convention: 'A' as const },
  replyDays: 15,
}
const published: NoticeEvent = { type: 'published', v: 1, at: AT, by: 'p-陈科员', ...list }
const objection = (id: string, change: object = {}) => ({
  objection: id,
  about: DAZHUANG,
  channel: 'page' as const,
  on: '2018-06-12',
  anonymous: true,
  content: 'b'.repeat(64),
  code: 'c'.repeat(64),
  ...change,
})
const IN_TIME = '2018-06-12T01:00:00.000Z'
const received = (id: string, change: object = {}): NoticeEvent => ({
  type: 'objectionReceived',
  v: 1,
  at: IN_TIME,
  by: 'public',
  ...objection(id, change),
})
const settled = (id: string, result: 'upheld' | 'notUpheld' | 'notAdmitted'): NoticeEvent => ({
  type: 'objectionSettled',
  v: 1,
  at: IN_TIME,
  objection: id,
  result,
})
const lines = (dazhuang: string) => [
  { case: DAZHUANG, outcome: dazhuang },
  { case: XIAOLIANG, outcome: 'clear' },
]
const closed: NoticeEvent = { type: 'closed', v: 1, at: DUE, by: 'time', lines: lines('clear') }

describe('publishing a notice', () => {
  it('lists the cases with period and place; the first proof is the start’s', () => {
    expect(given(noticeKind).when(publishNotice(list, officer()))).toEqual([published])
    expect(given(noticeKind, published).state.proofs).toEqual({ start: 'a'.repeat(64) })
  })
  it('is refused with a unit listed twice, and with other content afterwards', () => {
    const doubled = { ...list, cases: [DAZHUANG, DAZHUANG] }
    expect(given(noticeKind).refused(publishNotice(doubled, officer()))).toEqual([
      'incomplete',
      '同一单位在名单中出现了两次。',
      { cases: '请去掉重复的单位' },
    ])
    expect(given(noticeKind, published).refused(publishNotice({ ...list, cases: [DAZHUANG] }, officer()))).toEqual([
      'conflict',
      '这一期公示已于2018年6月11日发布，共2家；请刷新后查看。',
      {},
    ])
  })
  it('has nothing to do with the same content', () => {
    expect(given(noticeKind, published).when(publishNotice(list, officer()))).toEqual([])
  })
})

describe('receiving an objection', () => {
  const page = (at: string) => receiveObjection(objection('o1', { on: '2018-06-17' }), { by: 'public', received: at })
  const letter = (on: string, at: string) => receiveObjection(objection('o1', { channel: 'letter', on }), officer(at))
  const lastInstant = new Date(Date.parse(END) - 1).toISOString()

  it('takes it to the last instant on the page, and by its day for a letter that comes later', () => {
    expect(
      given(noticeKind, published).when(receiveObjection(objection('o1'), { by: 'public', received: IN_TIME })),
    ).toEqual([received('o1')])
    expect(given(noticeKind, published).when(page(lastInstant))).toHaveLength(1)
    expect(given(noticeKind, published).when(letter('2018-06-17', '2018-06-19T01:00:00.000Z'))).toHaveLength(1)
  })
  it('is refused late, with where to turn', () => {
    const late = ['late', '公示期已于2018年6月17日24时结束，不再受理异议；您仍可依法向有关机关反映。', {}]
    expect(given(noticeKind, published).refused(page(END))).toEqual(late)
    expect(given(noticeKind, published).refused(letter('2018-06-18', '2018-06-19T01:00:00.000Z'))[0]).toBe(late[0])
    expect(given(noticeKind, published, closed).refused(letter('2018-06-17', '2018-06-19T01:00:00.000Z'))[1]).toContain(
      '不再受理异议；您仍可依法向有关机关反映',
    )
  })
  it('is refused about a unit not listed, before the notice, and with a day to come', () => {
    const other = receiveObjection(objection('o1', { about: 'case/2018-2/caogou' }), officer(IN_TIME))
    expect(given(noticeKind, published).refused(other)).toEqual([
      'incomplete',
      '该单位不在这一期公示名单中。',
      { about: '请选择公示名单中的单位' },
    ])
    expect(given(noticeKind).refused(page(IN_TIME))).toEqual(['unknown', '没有这一期公示。', {}])
    expect(given(noticeKind, published).refused(letter('2018-06-14', IN_TIME))[2]).toEqual({
      on: '请填写实际收到（来信为邮戳）的日期',
    })
  })
  it('has nothing to do when it was received, also after the end', () => {
    expect(given(noticeKind, published, received('o1')).when(page(END))).toEqual([])
  })
})

describe('settling an objection', () => {
  it('follows its own stream', () => {
    const { when } = given(noticeKind, published, received('o1'))
    expect(when(settleObjection('o1', 'upheld', IN_TIME))).toEqual([settled('o1', 'upheld')])
  })
  it('is refused for one that the notice does not know, and with another result', () => {
    expect(given(noticeKind, published).refused(settleObjection('o1', 'upheld', IN_TIME))[0]).toBe('unknown')
    const { refused } = given(noticeKind, published, received('o1'), settled('o1', 'upheld'))
    expect(refused(settleObjection('o1', 'notUpheld', IN_TIME))[0]).toBe('conflict')
  })
  it('has nothing to do when it was settled so', () => {
    const { when } = given(noticeKind, published, received('o1'), settled('o1', 'upheld'))
    expect(when(settleObjection('o1', 'upheld', IN_TIME))).toEqual([])
  })
})

describe('recording proof', () => {
  const proof = 'd'.repeat(64)
  const recorded: NoticeEvent = { type: 'proofRecorded', v: 1, at: AT, by: 'p-陈科员', when: 'end', proof }
  it('keeps it', () => {
    expect(given(noticeKind, published).when(recordProof('end', proof, officer()))).toEqual([recorded])
    expect(given(noticeKind, published, recorded).state.proofs).toEqual({ start: 'a'.repeat(64), end: proof })
  })
  it('is refused without a notice', () => {
    expect(given(noticeKind).refused(recordProof('end', proof, officer()))[0]).toBe('unknown')
  })
  it('has nothing to do when it was recorded', () => {
    expect(given(noticeKind, published, recorded).when(recordProof('end', proof, officer()))).toEqual([])
  })
})

describe('closing the notice', () => {
  it('is an officer’s two minutes after its end, with a line for every case', () => {
    expect(given(noticeKind, published).when(closeNotice(officer(DUE)))).toEqual([{ ...closed, by: 'p-陈科员' }])
    const history = [published, received('o1'), received('o2'), settled('o1', 'upheld'), settled('o2', 'notAdmitted')]
    expect(given(noticeKind, ...history).when(closeNotice(officer(DUE)))).toMatchObject([{ lines: lines('upheld') }])
  })
  it('is refused before, with an objection open, and without a notice', () => {
    const early = new Date(Date.parse(DUE) - 1).toISOString()
    expect(given(noticeKind, published).refused(closeNotice(officer(early)))).toEqual([
      'early',
      '公示期到2018年6月17日24时为止，现在还不能结束公示。',
      {},
    ])
    expect(given(noticeKind, published, received('o1'), received('o2')).refused(closeNotice(officer(DUE)))).toEqual([
      'conflict',
      '还有2件异议没有处理完（o1、o2），不能以无异议结束公示。',
      {},
    ])
    expect(given(noticeKind).refused(closeNotice(officer(DUE)))[0]).toBe('unknown')
  })
  it('has nothing to do when it is closed', () => {
    expect(given(noticeKind, published, closed).when(closeNotice(officer(DUE)))).toEqual([])
  })

  it('is time’s, when no objection is open', () => {
    expect(given(noticeKind, published).when(closeWhenDue(DUE))).toEqual([closed])
    const settledLate = [published, received('o1'), settled('o1', 'notUpheld')]
    expect(given(noticeKind, ...settledLate).when(closeWhenDue('2018-07-02T01:00:00.000Z'))).toMatchObject([
      { by: 'time', lines: lines('clear') },
    ])
  })
  it('leaves time nothing to do before, while an objection is open, or when it is closed', () => {
    expect(given(noticeKind, published).when(closeWhenDue(END))).toEqual([])
    expect(given(noticeKind, published, received('o1')).when(closeWhenDue(DUE))).toEqual([])
    expect(given(noticeKind, published, closed).when(closeWhenDue(DUE))).toEqual([])
    expect(given(noticeKind).when(closeWhenDue(DUE))).toEqual([])
  })
})

it('is never closed clear for a case with an open or upheld objection, and takes none afterwards', () => {
  const ids = ['o1', 'o2', 'o3']
  const click = fc.record({
    command: fc.constantFrom('page', 'letter', 'settle', 'close', 'time'),
    id: fc.constantFrom(...ids),
    about: fc.constantFrom(DAZHUANG, XIAOLIANG),
    result: fc.constantFrom('upheld' as const, 'notUpheld' as const, 'notAdmitted' as const),
    at: fc
      .constantFrom(-86_400_000, -1, 0, 119_999, 120_000, 86_400_000)
      .map((ms) => new Date(Date.parse(END) + ms).toISOString()),
  })
  fc.assert(
    fc.property(fc.array(click, { maxLength: 25 }), (clicks) => {
      let state: Notice = noticeKind.evolve(noticeKind.initial, published)
      const open = new Map<string, string>()
      const upheld = new Set<string>()
      for (const { command, id, about, result, at } of clicks) {
        const decide = {
          page: receiveObjection(objection(id, { about }), { by: 'public', received: at }),
          letter: receiveObjection(objection(id, { about, channel: 'letter', on: '2018-06-16' }), officer(at)),
          settle: settleObjection(id, result, at),
          close: closeNotice(officer(at)),
          time: closeWhenDue(at),
        }[command]!
        const before = state
        try {
          for (const event of decide(before)) {
            state = noticeKind.evolve(state, noticeKind.parse(event))
            if (event.type === 'objectionReceived') {
              expect(before.closed).toBeUndefined()
              open.set(event.objection, event.about)
            }
            if (event.type === 'objectionSettled') {
              if (event.result === 'upheld') upheld.add(open.get(event.objection)!)
              open.delete(event.objection)
            }
            if (event.type === 'closed') {
              expect(event.at >= DUE).toBe(true)
              expect(open.size).toBe(0)
              for (const line of event.lines) expect(line.outcome).toBe(upheld.has(line.case) ? 'upheld' : 'clear')
            }
          }
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
        expect(
          openObjections(state)
            .map((one) => one.objection)
            .sort(),
        ).toEqual([...open.keys()].sort())
      }
    }),
    { numRuns: 1000 },
  )
})
