import { describe, expect, it } from 'vitest'
import { seenAs } from '#ledger/seen.ts'
import { given } from '../../test/given/given.ts'
import { recheck, recordPlaque, recordTitleMeeting } from './after-naming.ts'
import { certificateIn, codeOf, readCode } from './certificate.ts'
import { approveMeasure, dropMeasure, prepareMeasure, returnMeasure } from './measures.ts'
import { proposalOf, titleKind } from './title.ts'
import type { Measure, TitleEvent } from './title-events.ts'

const STREAM = 'title/dazhuang/2018-2'
const AT = '2019-03-04T01:00:00.000Z'
const [OFFICER, HEAD] = [
  { by: 'officer', received: AT },
  { by: 'head', received: AT },
]
const FILE = `${'a'.repeat(64)} 记录.pdf`
const conferred: TitleEvent = {
  ...{ type: 'conferred', v: 1, at: '2018-12-25T01:00:00.000Z', unit: 'dazhuang', batch: '2018-2', on: '2018-12-20' },
  act: { stream: 'decision/2018-2/1', number: 2 },
}
const warn: Measure = { kind: 'warn', on: '2019-03-01', text: '执法案卷评查两次不合格，限三个月内整改。' }
const propose: Measure = {
  ...{ kind: 'propose', on: '2019-03-04', ground: 'veto', situation: '发生有重大影响的违法行政案件' },
  ...{ happened: '2018-06-01', discovered: '2019-02-20', heard: '2019-02-25', said: '单位承认事实，请求从轻。' },
  text: '2018年6月违法强制拆除，法院判决确认违法。',
}
const prepared = (measure: Measure): TitleEvent => ({ type: 'measurePrepared', v: 1, at: AT, by: 'officer', measure })
const taken = (measure: Measure): TitleEvent => ({
  ...{ type: 'measureTaken', v: 1, at: AT, by: 'head', preparedBy: 'officer', measure },
})
const met = (revokes: boolean): TitleEvent => ({
  ...{ type: 'meetingRecorded', v: 1, at: AT, by: 'secretary', meeting: '县政府第30次常务会议', number: '30号' },
  ...{ date: '2019-03-04', minutes: FILE, attendance: 'b'.repeat(64), how: { kind: 'discussion' }, revokes },
  ...(!revokes && { reason: '情节轻微，已经整改。' }),
})
const revoke: Measure = { kind: 'revoke', on: '2019-03-04', number: '泗政〔2019〕5号', text: '发现一票否决情形。' }
const of = (...events: readonly TitleEvent[]) => given(titleKind, conferred, ...events)
const seen = (event: TitleEvent) => ({ prepared: seenAs(event, STREAM), secrecyChecked: true })
const prepare = (measure: Measure, replaces?: string) => prepareMeasure(STREAM, { measure, replaces }, OFFICER)

describe('a measure', () => {
  it('is prepared by one and approved by another: the title then stands so', () => {
    expect(of().when(prepare(warn))).toEqual([prepared(warn)])
    const { when } = of(prepared(warn))
    expect(when(approveMeasure(STREAM, seen(prepared(warn)), HEAD))).toEqual([taken(warn)])
    expect(of(prepared(warn), taken(warn)).state).toMatchObject({ standing: 'warned', happened: [taken(warn)] })
  })
  it('has nothing to do when asked again', () => {
    expect(of(prepared(warn)).when(prepare(warn))).toEqual([])
    expect(of(prepared(warn), taken(warn)).when(approveMeasure(STREAM, seen(prepared(warn)), HEAD))).toEqual([])
  })
  it('is not approved by whoever prepared it, unread, or before the secrecy check', () => {
    const { when } = of(prepared(warn))
    expect(() => when(approveMeasure(STREAM, seen(prepared(warn)), OFFICER))).toThrow('不能由您自己签发')
    expect(() => when(approveMeasure(STREAM, { ...seen(prepared(warn)), prepared: 'x' }, HEAD))).toThrow('又修改过')
    expect(() => when(approveMeasure(STREAM, { ...seen(prepared(warn)), secrecyChecked: false }, HEAD))).toThrow(
      '保密审查',
    )
  })
  it('goes back with a reason, by another than its author', () => {
    const back = (by: string) =>
      returnMeasure(
        STREAM,
        { prepared: seenAs(prepared(warn), STREAM), reason: '事由请写明哪两次评查。' },
        { by, received: AT },
      )
    const returned = of(prepared(warn)).when(back('head'))
    expect(returned).toMatchObject([{ type: 'preparationReturned', by: 'head' }])
    expect(of(prepared(warn), ...returned).when(back('head'))).toEqual([])
    expect(() => of(prepared(warn)).when(back('officer'))).toThrow('不需要退回')
    expect(of(prepared(warn), ...returned).state.prepared).toBeUndefined()
  })
  it('that came back is dropped with a reason, by whoever saw it', () => {
    const back: TitleEvent = { type: 'preparationReturned', v: 1, at: AT, by: 'head', reason: '请写明。' }
    const drop = (reason = '经核实没有这件事。', of = prepared(warn)) =>
      dropMeasure(STREAM, { prepared: seen(of).prepared, reason }, OFFICER)
    const dropped = of(prepared(warn), back).when(drop())
    expect(dropped).toEqual([{ type: 'preparationDropped', v: 1, at: AT, by: 'officer', reason: '经核实没有这件事。' }])
    const after = of(prepared(warn), back, ...dropped)
    expect(after.state).toMatchObject({ standing: 'held', dropped: [{ prepared: prepared(warn) }] })
    expect([after.state.returned, after.state.prepared]).toEqual([undefined, undefined])
    expect(after.when(drop())).toEqual([])
    expect(() => after.when(drop('换一个理由。'))).toThrow('没有您看到的')
    expect(() => of(prepared(warn)).when(drop())).toThrow('没有您看到的')
    expect(() => of(prepared(warn), back).when(drop('不办。', prepared(propose)))).toThrow('没有您看到的')
    expect(() => of(prepared(warn), back).when(drop('已与13955571234的张某核实。'))).toThrow('手机号码或身份证号')
  })
  it.each<[string, readonly TitleEvent[], Measure, string]>([
    [
      'lifts nothing where nothing was imposed',
      [],
      { kind: 'lift', on: '2019-03-01', text: '整改到位。' },
      '现在“有效”',
    ],
    ['enters nothing that is there', [], { ...warn, kind: 'enter', number: '1号', scan: FILE }, '已经命名并列入名录'],
    ['revokes nothing before the meeting', [taken(propose)], revoke, '会议还没有决定取消'],
    ['revokes nothing that the meeting kept', [taken(propose), met(false)], revoke, '会议还没有决定取消'],
    ['proposes nothing twice', [taken(propose)], propose, '正等待会议决定'],
    ['touches nothing that was revoked', [taken(propose), met(true), taken(revoke)], warn, '现在“已取消”'],
    ['is of no day before the naming', [], { ...warn, on: '2018-12-01' }, '有1处需要修改'],
    [
      'is of no day before what was done last',
      [taken({ ...warn, kind: 'suspend', on: '2019-03-02' })],
      { ...warn, kind: 'lift' },
      '有1处需要修改',
    ],
    [
      'hears nobody before the naming',
      [],
      { ...propose, ground: 'requirement', heard: '2018-12-19', discovered: undefined },
      '有1处需要修改',
    ],
    [
      'is of no day before a re-check',
      [{ type: 'rechecked', v: 1, at: AT, by: 'officer', year: 2019, on: '2019-03-03', text: '保留称号。' }],
      warn,
      '有1处需要修改',
    ],
    [
      'has a number of the year of its day',
      [taken(propose), met(true)],
      { ...revoke, number: '泗政〔1998〕5号' },
      '有1处需要修改',
    ],
    ['is of no day to come', [], { ...warn, on: '2019-03-05' }, '有1处需要修改'],
    ['names nobody’s number', [], { ...warn, text: '请联系13955571234的张某。' }, '手机号码或身份证号'],
    ['hears the unit first', [], { ...propose, heard: '2019-03-05' }, '有1处需要修改'],
    ['hears the unit of what was discovered', [], { ...propose, heard: '2019-02-19' }, '有1处需要修改'],
    ['says which veto', [], { ...propose, situation: undefined, discovered: undefined }, '有2处需要修改'],
  ])('%s', (_, events, measure, why) => {
    expect(() => of(...events).when(prepare(measure))).toThrow(why)
  })
  it('is for nobody who holds no title, but to enter one of an earlier batch', () => {
    const none = given(titleKind)
    expect(() => none.when(prepare(warn))).toThrow('没有这个称号')
    const enter: Measure = {
      kind: 'enter',
      on: '2016-12-01',
      text: '关于命名的决定',
      number: '泗政〔2016〕9号',
      scan: FILE,
    }
    expect(none.when(prepare(enter))).toEqual([prepared(enter)])
    const entered = given(titleKind, prepared(enter), taken(enter)).state
    expect(entered).toMatchObject({ standing: 'held', entered: { measure: enter } })
    const code = codeOf('title/dunji/2016-1', entered)
    expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)
    // It is corrected by entering it again, under the same code, until something else was done about it.
    const right: Measure = { ...enter, number: '泗政〔2016〕19号' }
    const later = { ...taken(right), at: '2019-05-04T01:00:00.000Z' }
    expect(given(titleKind, prepared(enter), taken(enter)).when(prepare(right))).toEqual([prepared(right)])
    const corrected = given(titleKind, taken(enter), later).state
    expect([corrected.entered?.measure.number, codeOf('title/dunji/2016-1', corrected)]).toEqual([right.number, code])
    expect(() => given(titleKind, taken(enter), taken(warn)).when(prepare(right))).toThrow('不能再更正补录的内容')
    // A naming that came under the same number takes nothing back, and has no other code.
    const ended = given(titleKind, taken(enter), taken({ ...warn, kind: 'expire' }), {
      ...conferred,
      batch: '2016-1',
    }).state
    expect([ended.standing, codeOf('title/dunji/2016-1', ended)]).toEqual(['expired', code])
  })
  it('of two people: what somebody else prepared gives way only to whoever saw it', () => {
    const other = prepareMeasure(STREAM, { measure: warn }, { by: 'officer-2', received: AT })
    expect(() => of(prepared(propose)).when(other)).toThrow('您打开页面时还没有')
  })
})

describe('a revocation', () => {
  const { type, v, at, by, ...meeting } = met(true) as Extract<TitleEvent, { type: 'meetingRecorded' }>
  const SECRETARY = { by: 'secretary', received: AT }
  it('is proposed, decided by a meeting, published by a decision; then the plaque comes back', () => {
    expect(of(taken(propose)).when(recordTitleMeeting(STREAM, meeting, SECRETARY))).toEqual([met(true)])
    expect(of(taken(propose), met(true)).when(recordTitleMeeting(STREAM, meeting, SECRETARY))).toEqual([])
    expect(of(taken(propose), met(true)).when(prepare(revoke))).toEqual([prepared(revoke)])
    const revoked = of(taken(propose), met(true), prepared(revoke), taken(revoke))
    expect(revoked.state).toMatchObject({ standing: 'revoked', revoked: { measure: revoke } })
    const plaque = recordPlaque({ on: '2019-03-04' }, OFFICER)
    expect(revoked.when(plaque)).toMatchObject([{ type: 'plaqueReturned', on: '2019-03-04' }])
    expect(() => revoked.when(recordPlaque({ on: '2019-03-03' }, OFFICER))).toThrow('收回牌匾有1处')
    expect(() => of().when(plaque)).toThrow('称号没有取消')
  })
  it('is decided on nothing that was not proposed, not before it, not by votes, and not kept without a reason', () => {
    expect(() => of().when(recordTitleMeeting(STREAM, meeting, SECRETARY))).toThrow('没有提请取消')
    const at = (more: object) => () =>
      of(taken(propose)).when(recordTitleMeeting(STREAM, { ...meeting, ...more }, SECRETARY))
    expect(at({ date: '2019-03-03' })).toThrow('会议决定有1处')
    expect(at({ revokes: false })).toThrow('会议决定有1处')
    expect(at({ how: { kind: 'vote', inFavour: 5, against: 0, abstained: 0 } })).toThrow('会议决定有1处')
  })
  it('entered wrongly is entered again until the decision waits for approval', () => {
    const again = recordTitleMeeting(STREAM, { ...meeting, number: '31号' }, SECRETARY)
    expect(of(taken(propose), met(true)).when(again)).toHaveLength(1)
    expect(() => of(taken(propose), met(true), prepared(revoke)).when(again)).toThrow('取消决定正在送签')
    expect(() => of(taken(propose), met(true), taken(revoke)).when(again)).toThrow('取消决定已经公布')
  })
  it('entered as it was before a correction is entered again: what was entered last counts', () => {
    const again = of(taken(propose), met(false), met(true))
    const {
      type: _type,
      v: _v,
      at: _at,
      by: _by,
      ...kept
    } = met(false) as Extract<TitleEvent, { type: 'meetingRecorded' }>
    expect(again.when(recordTitleMeeting(STREAM, kept, SECRETARY))).toEqual([met(false)])
    expect(of(taken(propose), met(true), met(false)).when(recordTitleMeeting(STREAM, kept, SECRETARY))).toEqual([])
    // On another proposal it is another meeting's decision, though it says the same.
    const anew = of(taken(propose), met(false), taken(propose))
    expect(anew.when(recordTitleMeeting(STREAM, kept, SECRETARY))).toEqual([met(false)])
  })
  it('that one secretary entered gives way only to whoever saw it', () => {
    const other = { by: 'secretary-2', received: AT }
    const again = { ...meeting, number: '31号' }
    const entered = of(taken(propose), met(true))
    expect(() => entered.when(recordTitleMeeting(STREAM, again, other))).toThrow(
      '登记了会议决定，您打开页面时还没有；本次没有登记',
    )
    const replaces = seenAs(met(true), STREAM)
    expect(entered.when(recordTitleMeeting(STREAM, { ...again, replaces }, other))).toMatchObject([again])
    expect(() => of(taken(propose)).when(recordTitleMeeting(STREAM, { ...again, replaces }, other))).toThrow(
      '看到的会议决定之后有变动；本次没有登记',
    )
  })
  it('that the meeting refused leaves the title, and may be proposed anew', () => {
    const kept = of(taken(propose), met(false))
    expect(kept.state).toMatchObject({ standing: 'held' })
    expect(proposalOf(kept.state)).toBeUndefined()
    expect(kept.when(prepare(propose))).toHaveLength(1)
    // Entered by mistake, it is entered again, and the first one stays.
    expect(kept.when(recordTitleMeeting(STREAM, meeting, SECRETARY))).toEqual([met(true)])
    expect(proposalOf(of(taken(propose), met(false), met(true)).state)).toBe('agreed')
  })
})

describe('a yearly re-check', () => {
  const checked = { year: 2019, on: '2019-03-01', text: '制度健全，执法规范，保留称号。' }
  it('keeps the title, once for the same words', () => {
    const events = of().when(recheck(checked, OFFICER))
    expect(events).toEqual([{ type: 'rechecked', v: 1, at: AT, by: 'officer', ...checked }])
    expect(of(...events).when(recheck(checked, OFFICER))).toEqual([])
  })
  it('is made once a year, in it or afterwards', () => {
    const done = of({ type: 'rechecked', v: 1, at: AT, by: 'officer', ...checked })
    expect(() => done.when(recheck({ ...checked, text: '制度不健全，要求整改。' }, OFFICER))).toThrow(
      '2019年度的复查已经登记过',
    )
    expect(() => of().when(recheck({ ...checked, on: '2018-12-31' }, OFFICER))).toThrow('年度复查有1处')
  })
  it('is of no day before what was done last', () => {
    const suspended = of(taken({ ...warn, kind: 'suspend', on: '2019-03-04' }))
    expect(() => suspended.when(recheck({ ...checked, year: 2018, on: '2018-12-25' }, OFFICER))).toThrow(
      '年度复查有1处',
    )
    expect(suspended.when(recheck({ ...checked, on: '2019-03-04' }, OFFICER))).toHaveLength(1)
  })
  it('is of no year before the naming or to come, and of nothing that was revoked', () => {
    expect(() => of().when(recheck({ ...checked, year: 2017 }, OFFICER))).toThrow('年度复查有1处')
    expect(() => of().when(recheck({ ...checked, year: 2020 }, OFFICER))).toThrow('年度复查有1处')
    expect(() => of(taken(propose), met(true), taken(revoke)).when(recheck(checked, OFFICER))).toThrow('不再复查')
    expect(() => given(titleKind).when(recheck(checked, OFFICER))).toThrow('没有这个称号')
  })
})

describe('a certificate', () => {
  it('is numbered by the act and the unit’s place there', () => {
    expect(certificateIn('2018-2', { stream: 'decision/2018-2/1', number: 2 }, ['a', 'b', 'c'], 'c')).toBe(
      '2018-2-1-03',
    )
    expect(certificateIn('2018-2', { stream: 'resolution/2018-2/executiveMeeting', number: 4 }, ['a'], 'a')).toBe(
      '2018-2-4-01',
    )
  })
  it('has a code that is read as people copy it', () => {
    const code = codeOf(STREAM, of().state) ?? ''
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', '－')} `])
      expect(readCode(typed)).toBe(code)
    for (const typed of ['', '7F3A-91C0', '7G3A-91C0-22DE', '../../etc']) expect(readCode(typed)).toBeUndefined()
    expect(codeOf(STREAM, given(titleKind).state)).toBeUndefined()
  })
})
