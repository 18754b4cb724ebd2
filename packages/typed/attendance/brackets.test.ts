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
      `王建国、李秀英${label}①陈静②周敏`,
      `王建国、李秀英${label}(1)陈静`,
      `王建国、李秀英${label}1.陈静`,
    ])
      isAsked(text)
  })
  it('are asked of beside one another', () => {
    if (open !== '（' && open !== '(') isAsked(`出席：王建国、李秀英${away}\n陈静、周敏`)
    isAsked(`${away}陈静${came}王建国、李秀英`)
    isAsked(`${came}王建国、李秀英 ${away}陈静`)
    isAsked(`${came}王建国 李秀英 ${away}陈静`)
    for (const blank of [' ', '　', '  ', '\t'])
      for (const label of [came, away, heard]) {
        isAsked(`李秀英${blank}${label}${blank}陈静`)
        isAsked(`王建国、李秀英${blank}${label}${blank}陈静、周敏`)
        isAsked(`王建国${blank}李秀英${blank}${label}${blank}陈静${blank}${label}`)
        isAsked(`王建国\n李秀英${blank}${label}${blank}1.陈静\n周敏`)
      }
    isAsked(`${came}王建国、李秀英${away}陈静${heard}赵明`)
    isAsked(`${came}：王建国、李秀英${away}：陈静`)
  })
})
it.each([
  '王建国、李秀英、陈静（请假）',
  '陈静（请假） 王建国 李秀英',
  '王建国 李秀英 陈静 （请假）',
  '王建国\n陈静 （请假）\n李秀英',
  '陈静（请假）、王建国、李秀英',
  '陈静（请假）\n王建国\n李秀英',
  '【出席】王建国、李秀英\n【请假】陈静',
  '[出席] 王建国、李秀英\n[请假] 陈静',
])('reads %j', (text) => {
  const { wrong, names, absent } = readPeople(text)
  expect([wrong, names.toSorted(), absent]).toEqual([undefined, ['李秀英', '王建国', '陈静'], ['陈静']])
})

it.each(
  words('请假 列席 缺席 因病请假').flatMap((said) => [
    `出席：王建国、李秀英，陈静、周敏（${said}）`,
    `出席：王建国、李秀英  陈静、周敏（${said}）`,
    `出席：王建国、李秀英\t陈静、周敏（${said}）`,
    `出席：王建国、李秀英，\n陈静、周敏（${said}）`,
    `出席：王建国、李秀英，陈静 周敏（${said}）`,
    `王建国、李秀英，陈静、周敏（${said}），赵明`,
    `陈静、周敏（${said}），王建国、李秀英`,
    `王建国、李秀英/陈静、周敏（${said}）`,
    `王建国、李秀英 | 陈静、周敏【${said}】`,
    `陈静、周敏（${said}）\n出席：王建国、李秀英`,
    `陈静、周敏（${said}） 出席：王建国、李秀英`,
    `陈静、周敏（${said}）\n王建国、李秀英`,
  ]),
)('of several whom a mark sets apart is asked: %j', isAsked)
it.each([
  '王建国、李秀英，陈静（请假）',
  '王建国，李秀英，陈静（请假）',
  '王建国  李秀英  陈静（请假）',
  '出席：王建国、李秀英、陈静（请假）',
  '出席：王建国、李秀英，陈 静（请假）',
  '出席：王建国、李秀英，赵明（列席），陈静（请假）',
  '出席：王建国、李秀英  缺席：陈静（因病）',
  '王建国、陈静（请假）、李秀英\n列席：赵明',
])('of one is read: %j', (text) => {
  const { wrong, names, absent } = readPeople(text)
  expect([wrong, names.toSorted(), absent]).toEqual([undefined, ['李秀英', '王建国', '陈静'], ['陈静']])
})
it('stands behind every one of several', () =>
  expect(readPeople('出席：王建国、李秀英，陈静（请假）、周敏 （请假）')).toEqual({
    ...{ names: ['王建国', '李秀英', '陈静', '周敏'], absent: ['陈静', '周敏'], beside: [] },
  }))

describe('behind 请假：', () => {
  it.each(
    words(
      '因公由王伟代 因病王伟代 因公派王伟参加 因病委托王伟 因公王建国 因病王建国 因病，王建国 因公、李伟 因公已到会 因事到会 因公视频参会 因病，后到 因事迟到 因事改列席 因公网上参会 因病书面表决 因病早退 因公晚到 因故后补 因事中途离会 因公已签到 因病线上 在家视频开会 去王伟处开会',
    ),
  )('（%s） is asked', (note) => {
    for (const label of ['请假', '缺席', '因公请假']) isAsked(`出席：王秀英\n${label}：陈静（${note}）、周敏`)
  })
  it.each(
    words(
      '因病 因公 因事 因故 因病住院 因公出差 因公外出 因公外出学习 因事请假 因病请假 因公培训 因公开会 因病手术 因公在市里开会 因公去合肥开会 出差 住院 生病 开会 培训 学习 驻村 下乡 值班 探亲 外出学习 外出考察 党校学习 在市里开会 在县开会 产假 休年假 年假 年休假 休假 婚假 省委党校学习 在党校学习 去合肥开会 赴北京培训 另有公务 另有会议 到县里参加会议 到市里开会 去市里参加培训 扶贫 接访 信访接待 挂职锻炼 脱产学习 脱产培训 帮扶 包村 抗旱 防汛 招商 因公招商 在外招商 援疆 支教 督查 巡察 外出招商 出国',
    ),
  )('（%s） says nothing more', (note) =>
    expect(readPeople(`出席：王秀英\n请假：陈静（${note}）、周敏`)).toEqual({
      ...{ names: ['王秀英', '陈静', '周敏'], absent: ['陈静', '周敏'], beside: [] },
    }),
  )
})

it.each(words('到县里参加会议 到市里开会 去省里参加培训 在市委党校参加学习'))(
  '%s apart from the name is nobody',
  (why) => {
    for (const text of [
      `请假：陈静，${why}`,
      `请假：陈静、${why}`,
      `请假：${why}`,
      `请假：陈静 ${why}`,
      `请假：陈静\t${why}`,
    ])
      expect([text, readPeople(`出席：王秀英\n${text}`).wrong]).toEqual([
        text,
        expect.not.stringContaining(`${why}（姓名）`),
      ])
  },
)

describe('one blank between two lists that stand in 、', () => {
  it.each([' ', '　'])('leaves open of whom the bracket behind the second is said (%j)', (blank) => {
    for (const said of ['请假', '列席', '因病请假'])
      for (const before of ['出席：', '']) isAsked(`${before}张建军、刘海燕${blank}孙丽、钱勇（${said}）`)
    isAsked(`张建军${blank}刘海燕${blank}孙丽、钱勇（请假）`)
  })
  it('parts one name from the next where only it has the bracket', () => {
    expect(readPeople('张建军、刘海燕 孙丽（请假）')).toMatchObject({ absent: ['孙丽'] })
    expect(readPeople('张建军 刘海燕 孙丽（请假）')).toMatchObject({ absent: ['孙丽'] })
    expect(readPeople('张建军、刘海燕、孙丽（请假）')).toMatchObject({ absent: ['孙丽'] })
  })
})
