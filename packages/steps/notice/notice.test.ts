import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstLateInstant, lapsesFrom } from '#calendar/deadline.ts'
import { setLineAside } from '#case/list-act.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import { given } from '../../../test/given/given.ts'
import {
  approveNotice,
  closeNotice,
  type NoticeContent,
  noticeKind,
  prepareNotice,
  receiveObjection,
  recordProof,
  returnPreparation,
  settleObjection,
} from './notice.ts'
import { CHANNELS_TO_CHECK, type Notice, type NoticeEvent } from './notice-events.ts'
import { openObjections, waitingLines } from './notice-lines.ts'

const STREAM = 'notice/2018-2/1'
const AT = '2018-06-11T01:00:00.000Z'
const APPROVED = '2018-06-11T02:00:00.000Z'
const END = firstLateInstant('2018-06-17')
const DUE = lapsesFrom(END)
const LATER = '2018-06-25T01:00:00.000Z'
const officer = (received = AT) => ({ by: 'p-陈科员', received })
const head = (received = APPROVED) => ({ by: 'p-吴主任', received })
const DAZHUANG = 'dazhuang'
const XIAOLIANG = 'case/2018-2/xiaoliang'
const list: NoticeContent = {
  batch: '2018-2',
  step: 'notice',
  trial: false,
  title: '泗县第二批依法行政示范单位候选单位公示',
  cases: [DAZHUANG, XIAOLIANG],
  publication: { on: '2018-06-11', place: '泗县人民政府网站', proof: 'a'.repeat(64) },
  period: { firstDay: '2018-06-11', lastDay: '2018-06-17', lateFrom: END, days: 7, convention: 'A' },
  replyDays: 15,
}
const prepared: NoticeEvent = { type: 'prepared', v: 1, at: AT, by: 'p-陈科员', ...list }
const SEEN = seenAs(prepared, STREAM)
/** Another one, of the same instant. */
const other: NoticeEvent = { type: 'prepared', v: 1, at: AT, by: 'p-陈科员', ...list, title: '另一公示' }
const returned: NoticeEvent = {
  type: 'preparationReturned',
  v: 1,
  at: APPROVED,
  by: 'p-吴主任',
  reason: '请核对名称。',
}
const published: NoticeEvent = {
  type: 'published',
  v: 1,
  at: APPROVED,
  by: 'p-吴主任',
  preparedBy: 'p-陈科员',
  ...list,
}
const PUBLISHED = [prepared, published]
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
type Result = 'upheld' | 'reassess' | 'notUpheld' | 'notAdmitted'
const settled = (id: string, result: Result, at = IN_TIME): NoticeEvent => ({
  type: 'objectionSettled',
  v: 1,
  at,
  objection: id,
  result,
})
const outcomes = { clear: 'clear', upheld: 'upheld', reassess: 'reassess' }
const settle = (id: string, result: Result, at = IN_TIME, by = outcomes as { clear: string; upheld: string }) =>
  settleObjection({ objection: id, result }, by, head(at))
const line = (name: string, outcome = 'clear', ...objections: string[]) => ({
  ...{ case: name, outcome },
  ...(objections.length > 0 && { objections }),
})
const closed = (...lines: ReturnType<typeof line>[]): NoticeEvent => ({
  type: 'closed',
  v: 1,
  at: DUE,
  by: 'p-陈科员',
  checked: [...CHANNELS_TO_CHECK],
  lines,
})
const CLEAR = closed(line(DAZHUANG), line(XIAOLIANG))
const close = (at = DUE, checked: readonly (typeof CHANNELS_TO_CHECK)[number][] = CHANNELS_TO_CHECK) =>
  closeNotice({ checked, outcomes }, officer(at))
const aside = (name: string, number: number, waits: boolean): NoticeEvent => ({
  type: 'setAside',
  v: 1,
  at: DUE,
  case: name,
  number,
  reason: waits ? '有一票否决待确认，确认或不予确认以后再办理。' : '本件已退出。',
  ...(waits && { waits }),
})
const none = ['elsewhere', '没有待签发的公示；请刷新后再办。', {}]
const changed = ['elsewhere', '您看到的公示稿之后又修改过；请刷新，核对后再办。', {}]

describe('preparing a notice', () => {
  it('lists the cases with period and place, and publishes nothing', () => {
    expect(given(noticeKind).when(prepareNotice(STREAM, list, officer()))).toEqual([prepared])
    expect(given(noticeKind, prepared).state.published).toBeUndefined()
  })
  it('takes the place of an older preparation, and of one that came back', () => {
    const other = { ...list, cases: [DAZHUANG] }
    expect(given(noticeKind, prepared).when(prepareNotice(STREAM, other, officer()))).toHaveLength(1)
    const again = given(noticeKind, prepared, returned).when(
      prepareNotice(STREAM, list, officer('2018-06-11T03:00:00.000Z')),
    )
    expect(again).toHaveLength(1)
    expect(given(noticeKind, prepared, returned, ...again).state.returned).toBeUndefined()
  })
  it('is refused with a unit listed twice, and once it is published', () => {
    const doubled = { ...list, cases: [DAZHUANG, DAZHUANG] }
    expect(given(noticeKind).refused(prepareNotice(STREAM, doubled, officer()))).toEqual([
      'incomplete',
      '同一单位在名单中出现了两次。',
      { cases: '请去掉重复的单位' },
    ])
    expect(given(noticeKind, ...PUBLISHED).refused(prepareNotice(STREAM, list, officer()))).toEqual([
      'conflict',
      '这一期公示已于2018年6月11日发布，共2个单位；请刷新后查看。',
      {},
    ])
  })
  it('names nobody’s number in what everybody reads; an office’s telephone is nobody’s', () => {
    const refused = (change: Partial<NoticeContent>) =>
      given(noticeKind).refused(prepareNotice(STREAM, { ...list, ...change }, officer()))
    const personal = '请去掉手机号码、身份证号'
    expect(refused({ title: '公示，联系139 5557 1234', text: '身份证34222119800101123X。' })).toEqual([
      'incomplete',
      '公示向社会公开，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { title: personal, text: personal },
    ])
    const publication = { ...list.publication, place: '县政府网站，13955571234' }
    expect(refused({ publication })[2]).toEqual({ 'publication.place': personal })
    const text = '联系电话0557-7021234。'
    expect(given(noticeKind).when(prepareNotice(STREAM, { ...list, text }, officer()))).toEqual([{ ...prepared, text }])
  })
  it('has nothing to do with the same content from the same person', () => {
    expect(given(noticeKind, prepared).when(prepareNotice(STREAM, list, officer()))).toEqual([])
  })
})

it('gives way to what another person prepares only where they saw it', () => {
  const { when, refused } = given(noticeKind, prepared)
  expect(refused(prepareNotice(STREAM, list, head()))[0]).toBe('conflict')
  expect(refused(prepareNotice(STREAM, { ...list, replaces: seenAs(prepared, 'notice/2018-2/2') }, head()))).toEqual([
    'conflict',
    '其他人员于2018年6月11日9时00分拟制了公示，您打开页面时还没有；本次没有送签，您填写的内容仍在。请打开那一稿核对，仍要以您的为准的，再次送签。',
    {},
  ])
  const mine = { ...prepared, at: APPROVED, by: head().by }
  expect(when(prepareNotice(STREAM, { ...list, replaces: SEEN }, head()))).toEqual([mine])
})

describe('sending a preparation back', () => {
  const back = (seen = SEEN) => returnPreparation(STREAM, { prepared: seen, reason: '请核对名称。' }, head())
  it('says why, and keeps what went back', () => {
    expect(given(noticeKind, prepared).when(back())).toEqual([returned])
    expect(given(noticeKind, prepared, returned).state).toMatchObject({
      returned: { reason: '请核对名称。', notice: { cases: list.cases } },
    })
  })
  it('is refused to whoever prepared it, without one, on another one than was seen, and once published', () => {
    const own = returnPreparation(STREAM, { prepared: SEEN, reason: '请核对名称。' }, officer())
    expect(given(noticeKind, prepared).refused(own)).toEqual([
      'forbidden',
      '公示是您拟制的，不需要退回；要修改，请直接重新拟制。',
      {},
    ])
    expect(given(noticeKind).refused(back())).toEqual(none)
    expect(given(noticeKind, prepared, other).refused(back())).toEqual(changed)
    expect(given(noticeKind, ...PUBLISHED).refused(back())).toEqual(none)
  })
  it('has nothing to do when it went back so', () => {
    expect(given(noticeKind, prepared, returned).when(back())).toEqual([])
  })
})

describe('approving a notice', () => {
  const approve = (asked = head(), secrecyChecked = true, seen = SEEN) =>
    approveNotice(STREAM, { prepared: seen, secrecyChecked }, asked)
  it('publishes it; the first proof is the start’s', () => {
    expect(given(noticeKind, prepared).when(approve())).toEqual([published])
    expect(given(noticeKind, ...PUBLISHED).state.proofs).toEqual({ start: 'a'.repeat(64) })
  })
  it('is refused to whoever prepared it, without the secrecy check, and on another preparation than was seen', () => {
    expect(given(noticeKind, prepared).refused(approve(officer()))).toEqual([
      'forbidden',
      '公示是您拟制的，不能由您自己签发；请由其他有权人员签发。',
      {},
    ])
    expect(given(noticeKind, prepared).refused(approve(head(), false))).toEqual([
      'incomplete',
      '发布前应当进行保密审查。',
      { secrecyChecked: '请确认已进行保密审查' },
    ])
    expect(given(noticeKind, prepared, other).refused(approve())).toEqual(changed)
    expect(given(noticeKind).refused(approve())).toEqual(none)
    expect(given(noticeKind, prepared, returned).refused(approve())).toEqual(none)
  })
  it('has nothing to do on a second click, and is refused to somebody else’s', () => {
    expect(given(noticeKind, ...PUBLISHED).when(approve())).toEqual([])
    expect(given(noticeKind, ...PUBLISHED).refused(approve({ by: 'p-另一人', received: APPROVED }))).toEqual(none)
  })
})

describe('receiving an objection', () => {
  const page = (at: string) => receiveObjection(objection('o1', { on: '2018-06-17' }), { by: 'public', received: at })
  const letter = (on: string, at: string) => receiveObjection(objection('o1', { channel: 'letter', on }), officer(at))
  const lastInstant = new Date(Date.parse(END) - 1).toISOString()

  it('takes it to the last instant on the page, and by its day for a letter that comes later', () => {
    expect(
      given(noticeKind, ...PUBLISHED).when(receiveObjection(objection('o1'), { by: 'public', received: IN_TIME })),
    ).toEqual([received('o1')])
    expect(given(noticeKind, ...PUBLISHED).when(page(lastInstant))).toHaveLength(1)
    expect(given(noticeKind, ...PUBLISHED).when(letter('2018-06-17', '2018-06-19T01:00:00.000Z'))).toHaveLength(1)
  })
  it('takes what was in time although the notice is closed meanwhile: a letter by its postmark, a call of the last day', () => {
    const { when } = given(noticeKind, ...PUBLISHED, CLEAR)
    expect(when(letter('2018-06-17', '2018-06-19T01:00:00.000Z'))).toMatchObject([
      { objection: 'o1', on: '2018-06-17' },
    ])
    const phone = receiveObjection(objection('o1', { channel: 'phone', on: '2018-06-17' }), officer(LATER))
    expect(when(phone)).toHaveLength(1)
  })
  it('is refused late: whoever objects is told where to turn, the office what date it entered', () => {
    for (const history of [PUBLISHED, [...PUBLISHED, CLEAR]]) {
      const { refused } = given(noticeKind, ...history)
      expect(refused(page(END))).toEqual([
        'late',
        '公示期已于2018年6月17日24时结束，不再接收异议；您仍可依法向有关机关反映。',
        {},
      ])
      expect(refused(letter('2018-06-18', '2018-06-19T01:00:00.000Z'))).toEqual([
        'late',
        '收到日期2018年6月18日在公示期结束（2018年6月17日24时）以后，不是期内异议，没有登记。',
        { on: '期内收到的才能录入，来信以邮戳日期为准；请核对' },
      ])
    }
  })
  it('is refused about a unit not listed, before the notice, and with a day to come', () => {
    const other = receiveObjection(objection('o1', { about: 'case/2018-2/caogou' }), officer(IN_TIME))
    expect(given(noticeKind, ...PUBLISHED).refused(other)).toEqual([
      'incomplete',
      '该单位不在这一期公示名单中。',
      { about: '请选择公示名单中的单位' },
    ])
    for (const history of [[], [prepared]])
      expect(given(noticeKind, ...history).refused(page(IN_TIME))).toEqual(['unknown', '没有这一期公示。', {}])
    expect(given(noticeKind, ...PUBLISHED).refused(letter('2018-06-14', IN_TIME))[2]).toEqual({
      on: '请填写实际收到（来信为邮戳）的日期',
    })
  })
  it('has nothing to do when it was received, also after the end', () => {
    expect(given(noticeKind, ...PUBLISHED, received('o1')).when(page(END))).toEqual([])
  })
})

describe('recording proof', () => {
  const proof = 'd'.repeat(64)
  const recorded: NoticeEvent = { type: 'proofRecorded', v: 1, at: AT, by: 'p-陈科员', when: 'end', proof }
  it('keeps it', () => {
    expect(given(noticeKind, ...PUBLISHED).when(recordProof('end', proof, officer()))).toEqual([recorded])
    expect(given(noticeKind, ...PUBLISHED, recorded).state.proofs).toEqual({ start: 'a'.repeat(64), end: proof })
  })
  it('is refused without a notice, be one prepared', () => {
    expect(given(noticeKind, prepared).refused(recordProof('end', proof, officer()))[0]).toBe('unknown')
  })
  it('has nothing to do when it was recorded', () => {
    expect(given(noticeKind, ...PUBLISHED, recorded).when(recordProof('end', proof, officer()))).toEqual([])
  })
})

describe('closing the notice', () => {
  it('gives every case its line, two minutes after the end', () => {
    expect(given(noticeKind, ...PUBLISHED).when(close())).toEqual([CLEAR])
    const history = [received('o1'), received('o2'), settled('o1', 'upheld'), settled('o2', 'notAdmitted')]
    expect(given(noticeKind, ...PUBLISHED, ...history).when(close())).toMatchObject([
      { lines: [line(DAZHUANG, 'upheld', 'o1'), line(XIAOLIANG)] },
    ])
    expect(given(noticeKind, ...PUBLISHED, received('o1'), settled('o1', 'reassess')).when(close())).toMatchObject([
      { lines: [line(DAZHUANG, 'reassess', 'o1'), line(XIAOLIANG)] },
    ])
  })
  it('keeps only the case with an open objection', () => {
    const { when } = given(noticeKind, ...PUBLISHED, received('o1'))
    expect(when(close())).toMatchObject([{ lines: [line(XIAOLIANG)] }])
    const after = given(noticeKind, ...PUBLISHED, received('o1'), ...when(close()))
    expect([openObjections(after.state).length, waitingLines(after.state)]).toEqual([1, []])
  })
  it('is refused before the end, without a notice, and before every channel was looked through', () => {
    const early = new Date(Date.parse(DUE) - 1).toISOString()
    expect(given(noticeKind, ...PUBLISHED).refused(close(early))).toEqual([
      'early',
      '公示期到2018年6月17日24时为止，现在还不能结束公示。',
      {},
    ])
    for (const channel of CHANNELS_TO_CHECK) {
      const rest = CHANNELS_TO_CHECK.filter((one) => one !== channel)
      expect(given(noticeKind, ...PUBLISHED).refused(close(DUE, rest))).toEqual([
        'incomplete',
        '结束公示前，要逐一核对网页、邮箱、来信和值班记录中有没有期内收到的异议。',
        { checked: '请逐项核对后勾选' },
      ])
    }
    expect(given(noticeKind, prepared).refused(close())[0]).toBe('unknown')
  })
  it('has nothing to do when it is closed and no line waits', () => {
    expect(given(noticeKind, ...PUBLISHED, CLEAR).when(close(LATER))).toEqual([])
    expect(given(noticeKind, ...PUBLISHED, CLEAR, aside(DAZHUANG, 3, false)).when(close(LATER))).toEqual([])
  })
  it('gives a line again that was set aside for something pending, as often as it is', () => {
    const waiting = given(noticeKind, ...PUBLISHED, CLEAR, aside(DAZHUANG, 3, true))
    expect(waitingLines(waiting.state)).toEqual([DAZHUANG])
    const [again] = waiting.when(close(LATER))
    expect(again).toMatchObject({ type: 'closed', at: LATER, lines: [line(DAZHUANG)] })
    const history = [...PUBLISHED, CLEAR, aside(DAZHUANG, 3, true), again as NoticeEvent]
    expect(given(noticeKind, ...history).when(close(LATER))).toEqual([])
    expect(given(noticeKind, ...history, aside(DAZHUANG, 5, true)).when(close(LATER))).toMatchObject([
      { lines: [line(DAZHUANG)] },
    ])
  })
  it('gives no line while an objection that turned up later is open', () => {
    const history = [...PUBLISHED, CLEAR, aside(DAZHUANG, 3, true), received('o1', { channel: 'letter' })]
    expect(waitingLines(given(noticeKind, ...history).state)).toEqual([])
    expect(given(noticeKind, ...history).when(close(LATER))).toEqual([])
  })
})

describe('settling an objection', () => {
  it('follows its own stream', () => {
    const { when } = given(noticeKind, ...PUBLISHED, received('o1'))
    expect(when(settle('o1', 'upheld'))).toEqual([settled('o1', 'upheld')])
  })
  it('is refused for one that the notice does not know, and with another result', () => {
    expect(given(noticeKind, ...PUBLISHED).refused(settle('o1', 'upheld'))[0]).toBe('unknown')
    const { refused } = given(noticeKind, ...PUBLISHED, received('o1'), settled('o1', 'upheld'))
    expect(refused(settle('o1', 'notUpheld'))[0]).toBe('conflict')
  })
  it('has nothing to do when it was settled so', () => {
    const { when } = given(noticeKind, ...PUBLISHED, received('o1'), settled('o1', 'upheld'))
    expect(when(settle('o1', 'upheld'))).toEqual([])
  })

  const CLOSED = [...PUBLISHED, received('o1'), closed(line(XIAOLIANG))]
  it('gives the case its own line once the notice is closed and nothing else is open about it', () => {
    const own = { type: 'lined', v: 1, at: LATER, by: 'p-吴主任' }
    expect(given(noticeKind, ...CLOSED).when(settle('o1', 'notUpheld', LATER))).toEqual([
      settled('o1', 'notUpheld', LATER),
      { ...own, lines: [{ ...line(DAZHUANG), reason: '公示期内收到异议1件：不成立1件。' }] },
    ])
    expect(given(noticeKind, ...CLOSED).when(settle('o1', 'upheld', LATER))[1]).toEqual({
      ...own,
      lines: [line(DAZHUANG, 'upheld', 'o1')],
    })
    const two = [...PUBLISHED, received('o1'), received('o2'), closed(line(XIAOLIANG))]
    expect(given(noticeKind, ...two).when(settle('o1', 'upheld', LATER))).toHaveLength(1)
    const last = given(noticeKind, ...two, settled('o1', 'upheld', LATER)).when(settle('o2', 'notUpheld', LATER))
    expect(last[1]).toMatchObject({ lines: [line(DAZHUANG, 'upheld', 'o1')] })
  })
  it('gives no second line to a case that has taken one: its hold says what follows', () => {
    const late = [...PUBLISHED, CLEAR, received('o1', { channel: 'letter' })]
    expect(given(noticeKind, ...late).when(settle('o1', 'upheld', LATER))).toEqual([settled('o1', 'upheld', LATER)])
  })
  it('means clear by a procedure that does not assess again', () => {
    const { clear, upheld } = outcomes
    expect(given(noticeKind, ...CLOSED).when(settle('o1', 'reassess', LATER, { clear, upheld }))[1]).toMatchObject({
      lines: [line(DAZHUANG)],
    })
  })
})

it('never gives a line to a case with an open objection, nor a second one unless the first was set aside to wait', () => {
  const ids = ['o1', 'o2', 'o3']
  const click = fc.record({
    command: fc.constantFrom('page', 'letter', 'settle', 'close', 'close', 'wait', 'leave'),
    id: fc.constantFrom(...ids),
    about: fc.constantFrom(DAZHUANG, XIAOLIANG),
    result: fc.constantFrom('upheld' as const, 'reassess' as const, 'notUpheld' as const, 'notAdmitted' as const),
    at: fc
      .constantFrom(-86_400_000, -1, 0, 119_999, 120_000, 86_400_000)
      .map((ms) => new Date(Date.parse(END) + ms).toISOString()),
  })
  fc.assert(
    fc.property(fc.array(click, { maxLength: 25 }), (clicks) => {
      let state: Notice = PUBLISHED.reduce((notice, event) => noticeKind.evolve(notice, event), noticeKind.initial)
      let commit = 2
      const open = new Map<string, string>()
      const found = new Map<string, Set<string>>()
      /** Which commit's line of a case stands. */
      const standing = new Map<string, number>()
      for (const { command, id, about, result, at } of clicks) {
        const waits = command === 'wait'
        const decide = {
          page: receiveObjection(objection(id, { about }), { by: 'public', received: at }),
          letter: receiveObjection(objection(id, { about, channel: 'letter', on: '2018-06-16' }), officer(at)),
          settle: settle(id, result, at),
          close: close(at),
          wait: setLineAside({ case: about, number: standing.get(about) ?? 0, reason: '待办。', waits }, at),
          leave: setLineAside({ case: about, number: standing.get(about) ?? 0, reason: '已退出。', waits }, at),
        }[command]!
        if ((waits || command === 'leave') && !standing.has(about)) continue
        try {
          const events = decide(state)
          if (events.length > 0) commit++
          for (const event of events) {
            state = noticeKind.evolve(state, noticeKind.parse(event))
            if (event.type === 'objectionReceived') open.set(event.objection, event.about)
            if (event.type === 'objectionSettled') {
              const name = open.get(event.objection)!
              found.set(name, (found.get(name) ?? new Set()).add(event.result))
              open.delete(event.objection)
            }
            // Somebody who has left keeps the line: nothing follows it.
            if (event.type === 'setAside' && event.waits) standing.delete(event.case)
            if (event.type !== 'closed' && event.type !== 'lined') continue
            expect(event.at >= DUE || event.type === 'lined').toBe(true)
            for (const { case: name, outcome, objections = [] } of event.lines) {
              expect([...open.values()]).not.toContain(name)
              expect(standing.has(name)).toBe(false)
              const results = found.get(name)
              expect(outcome).toBe(results?.has('upheld') ? 'upheld' : results?.has('reassess') ? 'reassess' : 'clear')
              expect(objections.length > 0).toBe(outcome !== 'clear')
              for (const id of objections) expect(state.objections[id]).toMatchObject({ about: name, result: outcome })
              standing.set(name, commit)
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
        // Once it is closed, each case has its line, waits for one that may be given, or has an objection open.
        if (state.closed)
          for (const name of list.cases) {
            const isOpen = [...open.values()].includes(name)
            expect(waitingLines(state).includes(name)).toBe(!isOpen && !standing.has(name))
          }
      }
    }),
    { numRuns: 1000 },
  )
})
