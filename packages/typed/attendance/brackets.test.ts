/** Brackets that say whether somebody came, with a name directly behind them, and what a bracket behind a name says. */
import { describe, expect, it } from 'vitest'
import { readPeople } from '../people.ts'

const words = (said: string) => said.split(' ')
const isAsked = (text: string) => expect([text, readPeople(text).wrong]).toEqual([text, expect.stringContaining('请')])

describe.each(['【】', '[]', '［］', '（）', '()'])('labels in %s within a line', ([open, close]) => {
  const [came, away, heard] = ['出席', '请假', '列席'].map((label) => `${open}${label}${close}`)
  it.each(words('请假 缺席 因病请假 请假人员 未到会 出差 列席 出席 实到'))('%s is asked before a name', (said) => {
    const label = `${open}${said}${close}`
    for (const text of [
      `王建国、李秀英${label}陈静、周敏`,
      `王建国、李秀英、${label}陈静`,
      `王建国 ${label}陈静\n李秀英 ${label}周敏`,
      `王建国　　${label}陈静`,
      `出席：王建国、李秀英${label}陈静`,
      `出席：王建国、李秀英 ${label}：陈静`,
      `王建国${label}陈静`,
    ])
      isAsked(text)
  })
  it('are asked of beside one another', () => {
    isAsked(`${away}陈静${came}王建国、李秀英`)
    isAsked(`${came}王建国、李秀英 ${away}陈静`)
    isAsked(`${came}王建国 李秀英 ${away}陈静`)
    isAsked(`${came}王建国、李秀英${away}陈静${heard}赵明`)
    isAsked(`${came}：王建国、李秀英${away}：陈静`)
  })
})
it.each([
  '王建国、李秀英、陈静（请假）',
  '陈静（请假）、王建国、李秀英',
  '陈静（请假）\n王建国\n李秀英',
  '【出席】王建国、李秀英\n【请假】陈静',
  '[出席] 王建国、李秀英\n[请假] 陈静',
])('reads %j', (text) => {
  const { wrong, names, absent } = readPeople(text)
  expect([wrong, names.toSorted(), absent]).toEqual([undefined, ['李秀英', '王建国', '陈静'], ['陈静']])
})
