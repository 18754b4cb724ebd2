/** Labels behind which minutes have a mark for nobody, and whoever is named below them. */
import { describe, expect, it } from 'vitest'
import { readPeople } from '../people.ts'
import { FOR_NOBODY } from './fixtures/written.ts'

const MARKS = [...FOR_NOBODY, ' ', '\n\t', '0', '０', '零', '0人']
const came = '出席：王建国、李秀英'

describe.each(['请假', '缺席', '列席', '请假人员', '因病请假', '列席单位'])('behind %s', (label) => {
  it.each(MARKS)('%j closes it', (mark) => {
    expect(readPeople(`${came}\n${label}：${mark}`)).toEqual({ names: ['王建国', '李秀英'], absent: [], beside: [] })
    for (const below of ['\n赵明', '\n\n赵明', '\n陈静、周敏', '\n赵明（县财政局）']) {
      const { wrong, absent, beside } = readPeople(`${came}\n${label}：${mark}${below}`)
      expect([wrong, absent, beside]).toEqual([expect.stringContaining(`是否属于前面的“${label}”`), [], []])
    }
  })
})
it.each([
  '列席：/\n王建国、李秀英',
  '列席：/ 王建国、李秀英',
  '请假：／赵明、陈静',
  '二、请假：/\n赵明',
  '（二）请假人员：/\n赵明',
  `${came}；请假：/；列席：/；赵明`,
  `${came}\n请假：；赵明`,
  `${came}\n请假：/\n列席：/\n赵明`,
  '出席人员\t王建国、李秀英\n请假人员\t/\n赵明',
  '出席人员\n王建国\n请假人员\n\n赵明',
  '王建国、李秀英\n请假。\n',
  '王建国、李秀英\n请假/\n',
  '请 假：/\n赵明',
  '列席人员：（）\n赵明\n应到会2人 实到会2人\n出席：王建国、李秀英',
])('asks of whom a line speaks: %j', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
it.each(['请假：\n赵明、陈静', '请假：\n·赵明\n·陈静', '请假：①赵明②陈静', '请假：\n①赵明②陈静'])(
  'lets a label alone head the line below: %j',
  (text) => expect(readPeople(text)).toEqual({ names: ['赵明', '陈静'], absent: ['赵明', '陈静'], beside: [] }),
)
it.each([
  '出席：/\n王建国、李秀英',
  '出席：\n\n王建国、李秀英',
  '请假：/\n出席：王建国、李秀英',
  '请假：/ 列席：/ 出席：王建国、李秀英',
  '请假：；列席：/；出席：王建国、李秀英',
])('goes on behind the next label: %j', (text) =>
  expect(readPeople(text)).toEqual({ names: ['王建国', '李秀英'], absent: [], beside: [] }),
)

it.each([
  '出席：王建国、李秀英\n缺席：（无）',
  '出席：王建国、李秀英\n缺席：(无)\n列席：（无）',
  '请假：（无）\n出席：王建国、李秀英',
  '出席：王建国、李秀英\n缺席：无 列席：无',
  '出席：王建国、李秀英  缺席：无  列席：暂无',
  '出席：王建国、李秀英.',
  '王建国（到）、李秀英（已到）',
  '王建国（到会）\n李秀英（到会）',
])('reads %j', (text) => expect(readPeople(text)).toEqual({ names: ['王建国', '李秀英'], absent: [], beside: [] }))
it.each([
  '出席：王建国、李秀英\n请假：陈静 列席：无',
  '出席：王建国、李秀英 列席：无 请假：陈静',
  '王建国（到）、李秀英（到）、陈静（未到）',
  '王建国（到）\n李秀英（到）\n陈静（未到）',
  '出席：王建国、李秀英.\n请假：陈静.',
])('reads who is away in %j', (text) =>
  expect(readPeople(text)).toEqual({ names: ['王建国', '李秀英', '陈静'], absent: ['陈静'], beside: [] }),
)
it.each([
  '王建国、李秀英（到）',
  '王建国（到）、李秀英、陈静（未到）',
  '请假：陈静、王建国（到）',
  '缺席：无 王建国',
  '出席：买买提.\n艾力',
  '王建国\t是\n陈静\t否',
])('asks of %j as well', (text) => expect(readPeople(text)).toHaveProperty('wrong'))

it.each([
  '出席：\t请假：\n\n王建国\t陈静',
  '出席：\t缺席：\n\n王建国\t陈静\n李秀英\t周敏',
  '列席人员：\t出席人员：\n\n陈静\t王建国\n周敏\t李秀英',
  '列席：　　　　出席：\n \n\n陈静　　　　王建国',
  '出席：王建国、李秀英\t\n请假：\t列席：\n\n陈静\t赵明',
])('asks of columns below an empty line: %j', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
it('does not ask of paragraphs that an empty line parts', () =>
  expect(readPeople('出席：王建国、李秀英　请假：陈静\n\n列席：赵明')).toEqual({
    ...{ names: ['王建国', '李秀英', '陈静'], absent: ['陈静'], beside: ['赵明'] },
  }))
