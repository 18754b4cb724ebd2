import { beforeEach, describe, expect, it } from 'vitest'
import { callPage } from '#contracts/call.ts'
import { BY_POINTS } from '../../../test/given/scoring.ts'
import { type County, intakeCounty, wholeTerms } from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
})
const byGates = { way: 'gateThenDeduct', takenOff: 3, combined: 'median', atLeast: 85 }
const calling = (scoring: unknown, more: object = {}) =>
  county.call({ ...wholeTerms, standard: county.conditions, scoring, ...more })
const frozen = async () =>
  (await county.events('batch/2018-2')).flatMap((event) =>
    'terms' in (event as object) ? [(event as { terms: { scoring?: unknown } }).terms.scoring] : [],
  )
const first = { id: 'conditions-1', place: '一第1项', title: '机构健全' }
const second = { id: 'conditions-2', place: '一第2项', title: '经费落实' }

describe('a call freezes the way in which it assesses', () => {
  it('as it was sent', async () => {
    expect((await calling(BY_POINTS)).status).toBe(200)
    expect(await frozen()).toEqual([BY_POINTS])
  })
  it.each([
    ['by number', ['第2项', '一第1项'], [first, second]],
    ['by title, each once', ['经费落实', '一 第2项', '第２项'], [second]],
    ['as its form shows them when it is mended', ['一第1项 机构健全', '一第2项 经费落实'], [first, second]],
  ])('with gates of its standard that are named %s, in the standard’s order', async (_, gates, found) => {
    expect((await calling({ ...byGates, gates })).status).toBe(200)
    expect(await frozen()).toEqual([{ ...byGates, gates: found }])
  })
  it.each([
    '一第1项、一第2项',
    '第1、2项',
    '第1-2项',
    '一第1项以外的全部',
    '一第1项（含第2项）',
    '1.2.1',
    '1/2',
    '1. 经费落实',
    '一第1项 经费落实',
    '一（一）第1项',
    '3',
  ])('and not by %j, of which something would be left over', async (line) => {
    const answer = await calling({ ...byGates, gates: ['第2项', line] })
    expect(answer.refusal().fields).toEqual({
      'scoring.gates': `《基本条件》中没有“${line}”。请每行只写一项，照标准的编号，如一第1项`,
    })
    expect(await frozen()).toEqual([])
  })
  it('and shows it to whoever opens it, and in its form when it is mended', async () => {
    const body = { ...wholeTerms, standard: county.conditions, scoring: { ...byGates, gates: ['第2项', '第1项'] } }
    const prepared = await county.post('officer', 'batches/2018-2/call', body)
    const { inHand, shown } = callPage.parse(prepared.body)
    expect(inHand?.terms?.scoring).toEqual({ ...byGates, gates: ['一第1项 机构健全', '一第2项 经费落实'] })
    expect(shown.find(({ title }) => title === '考核评定办法')).toMatchObject({
      lines: expect.arrayContaining([{ label: '先决指标', said: '下列2项，有一项未达标的，不予推荐' }]),
      items: ['一第1项 机构健全', '一第2项 经费落实'],
    })
  })
})

describe('is refused', () => {
  it.each([
    ['nothing', undefined, { 'scoring.way': '请选择考核评定办法' }],
    ['no way that there is', { way: 'lottery' }, { 'scoring.way': '请选择考核评定办法' }],
    [
      'numbers out of bounds',
      { way: 'reach', notReached: -1 },
      { 'scoring.notReached': '可以未达标的指标数应为0至200的整数，收到-1；请改正' },
    ],
    ['no gates', { ...byGates, gates: [] }, { 'scoring.gates': '请填写先决指标，每行一项' }],
    [
      'a veto as a gate, which is none of the indicators',
      { ...byGates, gates: ['第3项'] },
      { 'scoring.gates': expect.stringContaining('“第3项”') },
    ],
    [
      'as many that need not be reached as the standard has',
      { way: 'reach', notReached: 2 },
      { 'scoring.notReached': '标准共2项指标，可以未达标的应少于2项，收到2；请改正' },
    ],
    ['nobody who would not be recommended', { ...BY_POINTS, atLeast: 0 }, expect.anything()],
    ['a part of another way', { ...BY_POINTS, notReached: 3 }, expect.anything()],
  ])('with %s', async (_, scoring, fields) => {
    const answer = await calling(scoring)
    expect(answer.status).toBe(422)
    expect(answer.refusal().fields).toEqual(fields)
    expect(await frozen()).toEqual([])
  })
  it('with indicators where no standard was chosen', async () => {
    const without = { standard: undefined }
    expect((await calling({ ...byGates, gates: ['第1项'] }, without)).refusal().fields).toEqual({
      standard: '请选择标准',
    })
    expect((await calling({ way: 'reach', notReached: 0 }, without)).refusal().fields).toEqual({
      'scoring.way': '没有选用标准的，没有指标可以认定达标；请选用标准，或者选择计分评定',
    })
  })
  it('by a procedure that assesses nobody', async () => {
    expect((await county.call({ scoring: BY_POINTS })).refusal().fields).toEqual({
      scoring: '程序中没有考核环节，不需要评定办法',
    })
  })
})
