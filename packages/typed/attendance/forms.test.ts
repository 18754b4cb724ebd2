/** Lines of minutes that speak of who was away or heard, in forms that are read and in others, which are asked. */
import { describe, expect, it } from 'vitest'
import { readPeople } from '../people.ts'

const words = (said: string) => said.split(' ')
const LABELS = words('请假 缺席 病假 列席 请假人员')
const isAsked = (text: string) => expect([text, readPeople(text).wrong]).toEqual([text, expect.stringContaining('请')])

describe.each(words('· • - ● ○ ◆ ■ * ▪ – √'))('%s before names', (sign) => {
  it.each(LABELS)('below %s and a name does not go on with them', (label) => {
    for (const [first, gap] of [
      ['', '\n'],
      ['', '\n\n'],
      [sign, '\n'],
    ])
      isAsked(`${label}：${first}陈静${gap}${sign}王建国\n${sign}李秀英`)
  })
  it.each(LABELS)('below %s alone begins each of its names, one a line', (label) => {
    const read = readPeople(`出席：周敏\n${label}：\n${sign}王建国\n${sign}李秀英`)
    expect([...read.absent, ...read.beside].length === 2 || read.wrong !== undefined).toBe(true)
    isAsked(`${label}：\n${sign} 王建国、李秀英`)
    isAsked(`${label}：\n${sign}王建国\n李秀英`)
  })
  it('and none or another one before others is asked', () => {
    isAsked(`王建国\n李秀英\n${sign}陈静`)
    isAsked(`${sign}王建国\n${sign}李秀英\n□陈静`)
    isAsked(`${sign}王建国、李秀英\n陈静`)
  })
})

describe.each([...LABELS.map((label) => `${label}：`), '列席人员', '请假', '因公外出：'])('%s', (label) => {
  it.each(words('/ ／ // 、 ， 。 ； | \\ ① - 1. 1、 · * —— 0 ╱ … ※'))('with %s in the line below it', (mark) => {
    for (const below of ['王建国', '王建国、李秀英', '\n王建国']) isAsked(`${label}\n${mark}\n${below}`)
    isAsked(`出席：周敏\n${label}\n${mark}\n王建国`)
  })
  it.each(
    words('0人 0 〇 — —— 没有 暂无 零 × /、 /， …… NA 〔无〕 = . o ー 丶 ０人 ※ -无- ◎ 不涉及 略 同上 空 没有人 无'),
  )('with %s before names in its line', (mark) => {
    for (const between of ['，', '、', ' ', '\t']) isAsked(`${label}${mark}${between}王建国、李秀英`)
    if (!label.endsWith('：')) isAsked(`${label}\t${mark}\t王建国`)
  })
})

describe.each(words('出席 参加 与会 委员 成员 人员 县领导 参加会议人员 出席会议的领导及有关单位人员'))(
  'columns of %s and',
  (came) => {
    it.each(words('请假 病假 事假 公假 休假 外出 出差 列席 缺席 未与会人员 因病请假或者外出的同志'))('%s', (away) => {
      for (const between of ['\t', '　　　　', '  '])
        for (const below of ['\n', '\n\n', '\n \n']) {
          isAsked(`${came}：${between}${away}：${below}王建国${between}陈静`)
          isAsked(`${away}：${between}${came}：${below}陈静${between}王建国\n周敏${between}李秀英`)
        }
    })
  },
)

it.each(words('■○ ●□ •○ ●◇ *○ -○ ■□ ☑□ √○'))('asks what %s mean', ([one, other]) => {
  for (const between of ['\n', ' ', '、']) isAsked(`${one}王建国${between}${one}李秀英${between}${other}陈静`)
  isAsked(`出席：\n${one}王建国\n${other}陈静`)
})

describe('members among those who were heard', () => {
  it.each(
    words(
      '领导小组成员 本会委员 其他委员 全体委员 评委 表决人 有表决权的 召集人 领导小组组长 评审组成员 党组成员 班子成员 会议成员 专家组组长 县领导 委员 组员 主任委员',
    ),
  )('%s', (office) => {
    for (const said of [`${office}王建国`, `王建国（${office}）`, `${office} 王建国`, `王建国、${office}李秀英`]) {
      isAsked(`列席：县财政局局长赵明，${said}`)
      isAsked(`出席：陈静\n列席：${said}、赵明`)
    }
  })
  it.each(words('县政协委员王建国 县财政局党组成员赵明 大庄镇党委委员李敏 县人大常委会委员赵明 大庄村第三组组长赵明'))(
    'of another body: %s',
    (heard) =>
      expect(readPeople(`出席：陈静\n列席：${heard}`)).toEqual({ names: ['陈静'], absent: [], beside: [heard] }),
  )
})

it.each([
  '全体成员：王建国、李秀英',
  '领导小组全体成员：王建国、李秀英',
  '√王建国\n√李秀英',
  '王建国√\n李秀英√',
  '✓ 王建国、✓ 李秀英',
  '王建国 √ 李秀英 √',
  '√王建国 √李秀英',
  '☑王建国\n☑李秀英\n',
])('reads whoever came: %j', (text) =>
  expect(readPeople(text)).toEqual({ names: ['王建国', '李秀英'], absent: [], beside: [] }),
)
it.each([
  '√王建国\n李秀英',
  '王建国√\n李秀英',
  '√王建国\n×李秀英',
  '√王建国√\n李秀英√',
  '√王建国\n李秀英√',
  '√王建国\n✓李秀英',
  '√王建国、李秀英\n√陈静',
  '请假：√王建国\n√李秀英',
  '王建国√李秀英',
  '王建国√李秀英√',
  '王建国\n【请假】',
  '王建国\n【请假】\n陈静',
  '【出席】王建国\n陈静\n【请假】',
  '请假：陈静\n全体成员：王建国',
])('asks of %j as well', isAsked)
it.each([
  '出席：王建国\n陈静\n请假\n\n列席：赵明',
  '王建国\n陈静\n请假/\n列席：赵明',
  '王建国\n陈静\n缺席\n出席：周敏',
  '请假：陈静，\n王建国、李秀英',
  '列席：赵明\n　　· 王建国',
  '缺席：陈静\n  、李小红',
  '出席：周敏。请假：\n。\n王建国',
  '请假：陈静\n王建国',
  '请假\t\n王建国\t李秀英',
  '缺席、陈静',
  '请假人员\n- 李　强\t李秀英',
  '列席：赵明、陈静（因病）',
  '请假：\n王建国、、李秀英',
])('asks of %j', isAsked)

const [present, absent] = [['王建国', '李秀英'], ['陈静']]
it.each([
  ['王建国、李秀英\n请假：陈静', present, absent, []],
  ['出席人员： \n王建国、李秀英\n请假人员： \n陈静', present, absent, []],
  ['请假人员\t\n陈静', [], absent, []],
  ['出席：（1）王建国（2）李秀英\n请假：（1）陈静（2）周敏', present, ['陈静', '周敏'], []],
  ['【出席】王建国、李秀英\n【请假】陈静', present, absent, []],
  ['[出席人员]\n王建国、李秀英\n[请假人员]\n陈静', present, absent, []],
  ['【出席】\n王建国、李秀英\n【请假】\n陈静', present, absent, []],
  ['[出席]\n王建国、李秀英\n[缺席]\n陈静\n[列席]\n县财政局赵明', present, absent, ['县财政局赵明']],
  ['【出席】\n王建国、李秀英\n【请假】\n', present, [], []],
  ['会议出席人员：王建国、李秀英\n会议请假人员：陈静', present, absent, []],
  [
    '本次会议出席人员：王建国、李秀英。本次会议缺席人员：陈静。会议列席人员：县财政局赵明',
    present,
    absent,
    ['县财政局赵明'],
  ],
  ['会议出席：王建国、李秀英\n会议缺席：陈静', present, absent, []],
  ['会议出席人员\n王建国、李秀英\n会议请假人员\n陈静', present, absent, []],
  ['全体委员：王建国、李秀英\n请假：陈静', present, absent, []],
  ['组长：王建国\n副组长：李秀英\n请假：陈静', present, absent, []],
  ['出席：王建国、李秀英\n缺席：陈静（因病）', present, absent, []],
  ['出席：王建国（会议主持）、李秀英\n缺席：陈静（在市里开会）', present, absent, []],
  ['出席：王建国、李秀英，共2人\n请假：陈静，共1人', present, absent, []],
  ['出席：王建国、李秀英（共2人）。请假：陈静（共1人）。', present, absent, []],
  ['出席：王建国、李秀英\n请假：陈静，共1人', present, absent, []],
  ['出席：王建国、李秀英\n请假：陈静，共3人', present, absent, []],
  ['出席：王建国、李秀英\n列席：暂无\n请假：×', present, [], []],
  ['出席：王建国、李秀英。列席：\n县财政局赵明', present, [], ['县财政局赵明']],
  ['●出席：王建国、李秀英\n●请假：陈静', present, absent, []],
  ['出席：\n· 王建国\n· 李秀英\n请假：\n· 陈静', present, absent, []],
])('reads %j', (text, came, away, heard) =>
  expect(readPeople(text)).toEqual({ names: [...came, ...away], absent: away, beside: heard }),
)
it.each(['出席：王建国、李秀英，共3人\n请假：陈静，共1人', '出席：王建国、李秀英\n请假：陈静，共2人'])(
  'says where the number behind names is another one: %j',
  (text) => expect(readPeople(text).wrong).toMatch(/请核对/u),
)
