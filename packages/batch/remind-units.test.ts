import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given } from '../../test/given/given.ts'
import { lastReminders, remindersKind, remindUnits, type UnitsReminded } from './remind-units.ts'

const AT = '2018-05-08T02:30:00.000Z'
const minutes = (later: number) => new Date(Date.parse(AT) + later * 60_000).toISOString()
const text = '请在2018年5月15日24时前提交创建申请。'
const remind = (units: readonly string[], { seen = 0, received = AT, by = 'p-陈科员', said = text } = {}) =>
  remindUnits({ units, text: said, seen }, { by, received })
const reminded = (units: string[], at = AT): UnitsReminded => ({
  type: 'unitsReminded',
  v: 1,
  at,
  by: 'p-陈科员',
  units,
  text,
})

describe('reminding units', () => {
  it('is one act over all of them, each once', () => {
    expect(given(remindersKind).when(remind(['caogou', 'dunji', 'caogou']))).toEqual([reminded(['caogou', 'dunji'])])
  })
  it.each(['有事打13955571234', '电话：13955571234。', '证号34132419800101123X'])('is refused with “%s”', (said) => {
    expect(given(remindersKind).refused(remind(['caogou'], { said }))).toEqual([
      'incomplete',
      '提醒没有发出，其中有手机号码或身份证号；请改写，需要时留办公电话。',
      { text: '请去掉手机号码、身份证号' },
    ])
  })
  it('takes an office telephone and document numbers', () => {
    const said = '按泗政办秘〔2018〕22号，详询0557-7021234；编号20180515000012345。'
    expect(given(remindersKind).when(remind(['caogou'], { said }))).toHaveLength(1)
  })
  it('has nothing to do when no unit is left', () => {
    expect(given(remindersKind).when(remind([]))).toEqual([])
  })
})

describe('a reminder that the officer did not see', () => {
  const history = [reminded(['caogou', 'dunji'])]
  it('within the hour stops the next one, and says when it was', () => {
    const again = remind(['dunji', 'heita'], { received: minutes(59) })
    expect(given(remindersKind, ...history).refused(again)).toEqual([
      'conflict',
      '选中的单位里有1个刚在2018年5月8日10时30分提醒过；请查看提醒记录，再决定是否需要提醒。',
      {},
    ])
  })
  it('cannot have been seen where there is none', () => {
    for (const seen of [2, 99])
      expect(given(remindersKind, ...history).refused(remind(['heita'], { seen }))).toEqual([
        'elsewhere',
        `您所见的提醒有${seen}次，记录中只有1次；请刷新后再办。`,
        {},
      ])
    expect(given(remindersKind).refused(remind(['caogou'], { seen: 1 }))[0]).toBe('elsewhere')
  })
  it('stops nothing when it was seen, was an hour ago, or went to others', () => {
    const { when } = given(remindersKind, ...history)
    expect(when(remind(['dunji'], { received: minutes(59), seen: 1 }))).toHaveLength(1)
    expect(when(remind(['dunji'], { received: minutes(60) }))).toHaveLength(1)
    expect(when(remind(['heita'], { received: minutes(1) }))).toHaveLength(1)
  })
})

it('lists of each unit exactly its last reminder', () => {
  const unit = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(unit, { minLength: 1 })), (acts) => {
      const all = acts.map((units, n) => reminded(units, minutes(n)))
      const listed = lastReminders({ all }).flatMap(({ at, units }) => units.map((one) => [one, at]))
      expect(new Map(listed.map(([one = '', at]) => [one, at])).size).toBe(listed.length)
      for (const one of new Set(acts.flat()))
        expect(listed).toContainEqual([one, all.findLast(({ units }) => units.includes(one))?.at])
    }),
  )
})
