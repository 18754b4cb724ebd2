import { describe, expect, it } from 'vitest'
import { stepOf } from '#procedure/procedure.ts'
import { WHOLE } from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import {
  endMethod,
  type PanelEvent,
  panelKind,
  panelStream,
  type Recorded,
  recordMethod,
  settleInquiry,
} from './panel.ts'

const AT = '2018-11-20T01:00:00.000Z'
const scorer = { by: 'p-郑考核', received: AT }
const leader = { by: 'p-钱组长', received: AT }
const found = stepOf(WHOLE, 'assessment', 'inquiry')
if (!found) throw new Error('the whole procedure has an assessment')
const inquiry = found

const seen = { step: 'assessment', method: 'siteVisit', on: '2018-11-20', findings: '服务窗口公示齐全。', files: [] }
const FILE = `${'a'.repeat(64)} 照片.jpg`
const recorded = (method = 'siteVisit'): PanelEvent => ({
  type: 'recorded',
  v: 1,
  at: AT,
  by: 'p-郑考核',
  ...seen,
  method,
})
const ended = (method = 'siteVisit'): PanelEvent => ({ type: 'methodEnded', v: 1, at: AT, by: 'p-郑考核', method })
const ALL = Object.keys(inquiry.methods).flatMap((method) => [recorded(method), ended(method)])
const result = { step: 'assessment', outcome: 'recommended', reason: '各方式均合格。' }
const settled: PanelEvent = { type: 'settled', v: 1, at: AT, by: 'p-钱组长', ...result }
const aside = (waits: boolean): PanelEvent => ({
  type: 'setAside',
  v: 1,
  at: AT,
  case: 'dazhuang',
  number: ALL.length + 1,
  reason: waits ? '有一票否决待确认。' : '本件已退出。',
  ...(waits && { waits }),
})
const MAKERS = ['p-王经办', 'p-陈科员']
const over = ['elsewhere', '考核结果已经确定；请刷新后查看。', {}]
const stranger = ['unknown', '“验收考核”没有“rumour”这种考核方式；请刷新后再办。', {}]

it('has a stream for each visit', () => {
  expect(panelStream('2018-2', 'dazhuang', 7)).not.toBe(panelStream('2018-2', 'dazhuang', 11))
})

const NO_POINTS = { finds: 'chosenIndicators', counts: false } as const

describe('recording a method', () => {
  it('keeps what was seen, as often as there is something', () => {
    expect(given(panelKind).when(recordMethod(inquiry, seen, scorer, NO_POINTS))).toEqual([recorded()])
    expect(
      given(panelKind, recorded()).when(recordMethod(inquiry, { ...seen, findings: '复查合格。' }, scorer, NO_POINTS)),
    ).toHaveLength(1)
  })
  it('has nothing to do when the same person says the same on the same day, whatever was said in between', () => {
    const later = { ...scorer, received: '2018-11-20T09:30:00.000Z' }
    const between = { ...recorded(), findings: '复查合格。' } as PanelEvent
    expect(given(panelKind, recorded(), between).when(recordMethod(inquiry, seen, later, NO_POINTS))).toEqual([])
    const { when } = given(panelKind, recorded())
    for (const change of [{ on: '2018-11-19' }, { place: '服务大厅' }, { findings: '另有一处。' }, { files: [FILE] }])
      expect(when(recordMethod(inquiry, { ...seen, ...change }, later, NO_POINTS))).toHaveLength(1)
    expect(when(recordMethod(inquiry, seen, { ...scorer, by: 'p-吴考核' }, NO_POINTS))).toHaveLength(1)
    expect(
      when(recordMethod(inquiry, seen, { ...scorer, received: '2018-11-21T01:00:00.000Z' }, NO_POINTS)),
    ).toHaveLength(1)
  })
  it('is refused under a method that the step does not have, once it has ended, and once all is settled', () => {
    expect(given(panelKind).refused(recordMethod(inquiry, { ...seen, method: 'rumour' }, scorer, NO_POINTS))).toEqual(
      stranger,
    )
    expect(
      given(panelKind).refused(recordMethod(inquiry, { ...seen, method: 'constructor' }, scorer, NO_POINTS))[0],
    ).toBe('unknown')
    expect(given(panelKind, recorded(), ended()).refused(recordMethod(inquiry, seen, scorer, NO_POINTS))).toEqual([
      'elsewhere',
      '“现场检查”已经结束，不能再记录；请刷新后核对。',
      {},
    ])
    expect(given(panelKind, ...ALL, settled).refused(recordMethod(inquiry, seen, scorer, NO_POINTS))).toEqual(over)
  })
  it('measures as a whole what its method measures, where points are counted of it', () => {
    const of = (
      method: string,
      measure: Recorded['measure'],
      counts: boolean,
      finds = inquiry.methods[method]!.finds,
    ) => recordMethod(inquiry, { ...seen, method, ...(measure && { measure }) }, scorer, { finds, counts })
    const mark = { of: 'mark', mark: '81.5' } as const
    expect(given(panelKind).when(of('hearing', mark, true))).toMatchObject([{ measure: mark }])
    expect(given(panelKind).when(of('hearing', mark, false))).toMatchObject([{ measure: mark }])
    expect(given(panelKind).when(of('hearing', undefined, false))).toHaveLength(1)
    expect(given(panelKind).when(of('documents', undefined, true))).toHaveLength(1)
    expect(given(panelKind).refused(of('hearing', undefined, true))).toEqual([
      'incomplete',
      '“听取汇报”在本批次计分，请填写评分。',
      { mark: '请填写评分' },
    ])
    expect(given(panelKind).refused(of('lawTest', mark, true))[2]).toEqual({ marks: '请填写成绩' })
    expect(given(panelKind).when(of('documents', mark, true, 'mark'))).toMatchObject([{ measure: mark }])
    expect(given(panelKind).refused(of('documents', mark, true))[2]).toEqual({ mark: '这种方式不另外评分' })
  })
})

describe('ending a method', () => {
  it('closes it', () => {
    expect(given(panelKind, recorded()).when(endMethod(inquiry, { method: 'siteVisit', seen: 1 }, scorer))).toEqual([
      ended(),
    ])
  })
  it('is refused without any record, for a method that is none, and once all is settled', () => {
    expect(
      given(panelKind, recorded('hearing')).refused(endMethod(inquiry, { method: 'siteVisit', seen: 1 }, scorer)),
    ).toEqual(['incomplete', '“现场检查”还没有任何记录，不能结束。', { method: '请先记录考核情况' }])
    expect(given(panelKind).refused(endMethod(inquiry, { method: 'rumour', seen: 1 }, scorer))).toEqual(stranger)
    expect(
      given(panelKind, ...ALL, settled).refused(endMethod(inquiry, { method: 'siteVisit', seen: 1 }, scorer)),
    ).toEqual(over)
  })
  it('is refused to whoever has not seen a record that came meanwhile, whatever they count', () => {
    for (const seen of [0, 1, 3])
      expect(
        given(panelKind, recorded(), recorded()).refused(endMethod(inquiry, { method: 'siteVisit', seen }, scorer)),
      ).toEqual([
        'elsewhere',
        `“现场检查”现有2份记录，您打开页面时有${seen}份，本次没有结束；请看过全部记录后再结束。`,
        {},
      ])
    const both = endMethod(inquiry, { method: 'siteVisit', seen: 2 }, scorer)
    expect(given(panelKind, recorded(), recorded(), recorded('hearing')).when(both)).toEqual([ended()])
  })
  it('has nothing to do when it has ended', () => {
    expect(
      given(panelKind, recorded(), ended()).when(endMethod(inquiry, { method: 'siteVisit', seen: 1 }, scorer)),
    ).toEqual([])
  })
})

describe('settling the inquiry', () => {
  const settle = (change: Partial<typeof result> = {}) =>
    settleInquiry(inquiry, { ...result, ...change }, leader, MAKERS)
  it('gives the result once every method has ended', () => {
    expect(given(panelKind, ...ALL).when(settle())).toEqual([settled])
    expect(given(panelKind, ...ALL).when(settle({ outcome: 'notRecommended' }))).toMatchObject([
      { outcome: 'notRecommended' },
    ])
  })
  it('is refused while a method goes on, naming it, and with a result that is none', () => {
    expect(given(panelKind, ...ALL.slice(0, -2)).refused(settle())).toEqual([
      'elsewhere',
      '“走访服务对象”还没有结束，不能确定考核结果。',
      {},
    ])
    expect(given(panelKind, ...ALL).refused(settle({ outcome: 'candidate' }))[2]).toEqual({
      outcome: '请从列出的结果中选择',
    })
    expect(given(panelKind, ...ALL, settled).refused(settle({ outcome: 'notRecommended' }))).toEqual(over)
  })
  it('is refused as long as the case could not follow', () => {
    const waits = settleInquiry(inquiry, result, leader, MAKERS, '有一票否决待确认，确认或不予确认以后再办理。')
    expect(given(panelKind, ...ALL).refused(waits)).toEqual([
      'conflict',
      '现在不能确定考核结果：有一票否决待确认，确认或不予确认以后再办理。',
      {},
    ])
  })
  it('is refused to whoever had a hand in a form of the case', () => {
    const maker = { by: 'p-陈科员', received: AT }
    expect(given(panelKind, ...ALL).refused(settleInquiry(inquiry, result, maker, MAKERS))).toEqual([
      'forbidden',
      '您填写、代录、签署或提交过本件，不能确定考核结果；请由其他有权人员办理。',
      {},
    ])
  })
  it('has nothing to do when just this is settled', () => {
    expect(given(panelKind, ...ALL, settled).when(settle())).toEqual([])
    // Another one who comes to the same has settled nothing.
    const other = settleInquiry(inquiry, result, { ...leader, by: 'p-另一组长' }, MAKERS)
    expect(given(panelKind, ...ALL, settled).refused(other)).toEqual(over)
  })
  it('may be done again when its line waits for something, and not when the case has left', () => {
    expect(given(panelKind, ...ALL, settled, aside(true)).when(settle())).toEqual([settled])
    expect(given(panelKind, ...ALL, settled, aside(true)).when(settle({ outcome: 'notRecommended' }))).toHaveLength(1)
    expect(given(panelKind, ...ALL, settled, aside(true), settled).when(settle())).toEqual([])
    expect(given(panelKind, ...ALL, settled, aside(false)).refused(settle({ outcome: 'notRecommended' }))).toEqual(over)
  })
})
