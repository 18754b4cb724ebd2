import { describe, expect, it } from 'vitest'
import { isRepeated, mustApprove, mustGiveWay, mustStandAsRead, mustWait, Overtaken } from './by-two.ts'
import { seenAs } from './seen.ts'

const AT = '2018-05-10T01:00:00.000Z'
const NOTICE = { stream: 'notice/2018-2/1', what: '公示' }
const by = (who: string, title = '公示一', at = AT) => ({ type: 'prepared', at, by: who, title })
const seen = seenAs(by('王一'), NOTICE.stream)

it('is repeated by the same person who says the same, at whatever time', () => {
  expect(isRepeated(by('王一'), by('王一', '公示一', '2018-05-11T01:00:00.000Z'))).toBe(true)
  expect(isRepeated(by('王一'), by('李二'))).toBe(false)
  expect(isRepeated(by('王一'), by('王一', '公示二'))).toBe(false)
  expect(isRepeated(undefined, by('王一'))).toBe(false)
})

describe('what somebody else has prepared', () => {
  const giveWay = (who: string, replaces?: string) => () => mustGiveWay(by('王一'), { by: who, replaces }, NOTICE)
  it('gives way to whoever saw it, and to its own maker', () => {
    expect(giveWay('李二', seen)).not.toThrow()
    expect(giveWay('王一')).not.toThrow()
    expect(() => mustGiveWay(undefined, { by: '李二', replaces: undefined }, NOTICE)).not.toThrow()
  })
  it('is not there for whoever names something else, also of their own', () => {
    for (const standing of [undefined, by('王一')])
      expect(() => mustGiveWay(standing, { by: '王一', replaces: 'x' }, NOTICE)).toThrow(
        '您打开页面时看到的公示稿之后有变动；本次没有送签，请刷新，核对后再办。',
      )
    expect(giveWay('王一', seen)).not.toThrow()
  })
  it('gives way to nobody who did not see it, and says when it was made', () => {
    expect(giveWay('李二')).toThrow(Overtaken)
    expect(giveWay('李二', 'other')).toThrow(/^其他人员于2018年5月10日9时整?.*拟制了公示/)
    const overtaken = new Overtaken('公示', by('王一'))
    expect(overtaken).toMatchObject({ code: 'conflict', by: '王一' })
    expect(overtaken.named('王一')).toMatchObject({ code: 'conflict', message: expect.stringMatching(/^王一于/) })
  })
  it('stands as it was read, or what was looked at before counts no more', () => {
    const stands = (standing?: ReturnType<typeof by>, read?: ReturnType<typeof by>) => () =>
      mustStandAsRead(standing, read, NOTICE)
    expect(stands()).not.toThrow()
    expect(stands(undefined, by('王一'))).not.toThrow()
    expect(stands(by('王一'), { ...by('王一') })).not.toThrow()
    expect(stands(by('王一'))).toThrow(Overtaken)
    expect(stands(by('王一', '公示二'), by('王一'))).toThrow(Overtaken)
  })
})

describe('whoever approves', () => {
  it('approves what waits and was seen', () => {
    expect(mustWait(by('王一'), seen, NOTICE)).toEqual(by('王一'))
    expect(() => mustApprove(by('王一'), '李二', { prepared: seen, secrecyChecked: true }, NOTICE)).not.toThrow()
  })
  it('approves nothing that does not wait, or is newer than what was seen', () => {
    const elsewhere = (sentence: string) => expect.objectContaining({ code: 'elsewhere', message: sentence })
    expect(() => mustWait(undefined, seen, NOTICE)).toThrow(elsewhere('没有待签发的公示；请刷新后再办。'))
    expect(() => mustWait(by('王一', '公示二'), seen, NOTICE)).toThrow(
      elsewhere('您看到的公示稿之后又修改过；请刷新，核对后再办。'),
    )
  })
  it('approves nothing of their own, and nothing before the secrecy check', () => {
    expect(() => mustApprove(by('王一'), '王一', { prepared: seen, secrecyChecked: true }, NOTICE)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
    expect(() => mustApprove(by('王一'), '李二', { prepared: seen, secrecyChecked: false }, NOTICE)).toThrow(
      expect.objectContaining({ code: 'incomplete', fields: { secrecyChecked: '请确认已进行保密审查' } }),
    )
  })
})
