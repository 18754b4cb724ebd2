/** Numbers that stand beside a list, words in a bracket, and lists that go on in a second line. */
import { describe, expect, it } from 'vitest'
import { readPeople } from '../people.ts'
import { NO_NAMES } from './fixtures/written.ts'

const seven = '李明、王志强、赵红卫、孙伟、周建华、吴霞、马俊'
const nine = [...seven.split('、'), '何英', '钱卫东']
const away = { absent: ['何英', '钱卫东'], beside: [] }

it.each([
  `应到9人，实到7人。出席：${seven}；请假2人：何英、钱卫东。`,
  `应到9人，实到7人。\n出席：${seven}\n请假：何英、钱卫东`,
  `会议应到九人，实到七人，请假2人。\n出席：${seven}\n请假：何英、钱卫东`,
  `应到会９人 实到会７人\n出席：${seven}。请假：何英、钱卫东`,
  `应到：9人 实到：7人\n出席：${seven}\n请假：何英、钱卫东`,
  `出席（应到9人，实到7人）：${seven}\n请假：何英、钱卫东`,
  `出席：${seven}\n请假：何英、钱卫东\n（应到9人，实到7人）`,
  `出席7人，请假2人。出席：${seven}。请假：何英、钱卫东`,
])('sets numbers of a list aside that fit it: %j', (text) => expect(readPeople(text)).toEqual({ names: nine, ...away }))

it.each([
  ['应到9人，实到8人。', '写明“实到8人”，从名单中读到出席的7人'],
  ['应到10人，实到7人。', '写明“应到10人”，从名单中读到出席和请假、缺席的共9人'],
  ['应到九人，实到七人，请假3人。\n', '写明“请假3人”，从名单中读到请假、缺席的2人'],
])('says where %j does not fit the list, and what to do', (said, why) =>
  expect(readPeople(`${said}出席：${seven}；请假：何英、钱卫东`)).toEqual({
    ...{ names: nine, ...away },
    wrong: `${why}；请核对名单，人数写错的请改正或删去。`,
  }),
)
it('asks for nobody who was not there and is not named', () => {
  expect(readPeople(`应到9人，实到7人。出席：${seven}`)).not.toHaveProperty('wrong')
  expect(readPeople(`应到9人。出席：${seven}`).wrong).toContain('写明“应到9人”')
})
it.each([
  ...['请假1人', '请假人员1人', '缺席人员1人', '未到1人', '因病请假1人', '请假2名', '请假共2人'].flatMap((said) => [
    `出席人员：许建国、宋志远\n${said}\n何秀英`,
    `${said}\n何秀英\n出席：许建国、宋志远`,
    `出席：许建国、宋志远。${said}\n何秀英`,
  ]),
])('lets a number head the names of the next line: %j', (text) => {
  const { names, absent, wrong } = readPeople(text)
  expect([names.length, wrong === undefined ? absent : ['何秀英']]).toEqual([3, ['何秀英']])
})
it.each([
  '应到3人，请假1人。\n张建国、李卫东、赵红',
  '出席2人：张建国、李卫东、赵红',
  '出席人员（2人）：张建国、李卫东、赵红',
  '请假2人：赵红。出席：张建国',
])('compares the number of a label with whom it names: %j', (text) =>
  expect(readPeople(text).wrong).toMatch(/“.+2?人）?”后面有\d人；请核对/u),
)
it.each([
  '张建国、李卫东、王秀英（出席3人），赵红、陈静（请假2人）',
  '出席：张建国、李卫东、王秀英（请假2人）',
  '出席：张建国、李卫东（缺席0人）',
  '请假：赵红、陈静（到会5人）',
  '出席：张建国、李卫东；刘军、黄磊（列席2人）',
  '张建国、李卫东、赵红（请假人员）',
  '郑敏杰，周海涛（出席）；何建华，林晓燕（病假）',
  '张建国 李卫东 （出席）\n赵红卫 周海涛 （请假）',
  '许建国、宋志远\n何英、王伟（请假）',
  '出席：许建国、宋志远；何英、王伟（请假）',
  '出席：许建国\n缺席人员：陈静文\n　　　　　　　　　　李小红',
  '出席：\t缺席：\n张建国\t赵红',
  '出席人员：\t请假人员：\n张建国、李卫东\t赵红',
  '出席：张建国        请假：赵红\n　　　李卫东        　　　陈静',
  '出席：张建国、李卫东；请假：赵红\n　　　王秀英、周涛',
  '请假：赵红\n\n　　　张建国、李卫东',
  '列席1人：刘军、张建国、李卫东',
  '列席：韩雪梅 实到张建国、李卫东',
])('asks where nobody can tell who was there: %j', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
it.each(['请假人员（两人）：何英、钱卫东', '请假（2人）：何英、钱卫东', '请假2人：何英、钱卫东'])(
  'takes %j, whose number fits',
  (text) =>
    expect(readPeople(`出席：李明\n${text}`)).toEqual({
      ...{ names: ['李明', '何英', '钱卫东'], absent: ['何英', '钱卫东'], beside: [] },
    }),
)
it('asks who is away where nobody was read to be, and the numbers do not agree without', () => {
  expect(readPeople('应到3人，请假1人\n出席：张建国、李卫东、赵红')).toHaveProperty('wrong')
  expect(readPeople('出席：张建国、李卫东、赵红。请假1人')).toHaveProperty('wrong')
  expect(readPeople('应到4人，请假1人\n出席：张建国、李卫东、赵红')).not.toHaveProperty('wrong')
  expect(readPeople('应到4人，实到3人，请假1人\n出席：张建国、李卫东、赵红')).not.toHaveProperty('wrong')
})
it('takes no name for a number, and keeps whom a number stands before', () => {
  expect(readPeople('请假1人，何英')).toEqual({ names: ['何英'], absent: ['何英'], beside: [] })
  expect(readPeople('出席2人：李明、王伟')).toEqual({ names: ['李明', '王伟'], absent: [], beside: [] })
  expect(readPeople('应到李明、王伟')).toHaveProperty('wrong')
})

it.each(['石磊（县市场监管局，代）', '石磊（请假、出差）', '石磊（县公安局；出差）', '石磊（县财政局/国资办）'])(
  'asks about %s as a whole',
  (name) => {
    const { names, wrong } = readPeople(`出席：王志强（县政府）、${name}、李明`)
    expect(names).toEqual(['王志强（县政府）', '李明'])
    expect(wrong?.match(/“[^”]*”：/g)).toEqual([`“${name}”：`])
  },
)
it('loses nobody of a bracket that holds persons', () => {
  expect(readPeople('列席：县政府办（张亮、王伟）、县财政局钱七').beside).toEqual([
    ...['县政府办', '张亮', '王伟', '县财政局钱七'],
  ])
  expect(readPeople('出席：许建国（李明、王志强）')).toHaveProperty('wrong')
})

it.each(['\u3000\u3000\u3000', '        ', '\t\t'])('goes on with a list in a line that is set in by %j', (blanks) => {
  expect(
    readPeople(
      `列席：张　亮（县政府办）  刘海燕（县财政局）\n${blanks}陈　静（县司法局）\n请假：何英\n${blanks}钱卫东\n出席：李明`,
    ),
  ).toEqual({
    ...{ names: ['何英', '钱卫东', '李明'], absent: ['何英', '钱卫东'], beside: ['张亮', '刘海燕', '陈静'] },
  })
})
it.each([
  '列席：张亮\n李明、王志强',
  '　　列席：张亮\n　　李明、王志强',
  '列席：张亮\n　　李明、王志强',
  '　　　列席：张亮\n　　　李明',
])('asks of whom a line speaks that is set in as a paragraph is, or not at all: %j', (text) =>
  expect(readPeople(text).wrong).toContain('分不清“李明”是否属于前面的“列席”'),
)

describe('a number of those away, before the list', () => {
  it.each([
    '应到6人，请假3人。\n张建国、李卫东、王秀英\n请假：周海涛、孙丽娟、吴志刚',
    '请假3人，应到6人：张建国、李卫东、王秀英\n请假：周海涛、孙丽娟、吴志刚',
    '缺席3人\n张建国、李卫东、王秀英\n请假：周海涛、孙丽娟、吴志刚',
    '请假3人。张建国、李卫东、王秀英',
  ])('%j makes nobody who was there absent', (text) => expect(readPeople(text).wrong).toBeDefined())
  it('with another number behind it counts each of them', () => {
    const read = readPeople('出席：张建国、李卫东\n请假1人：周海涛\n缺席2人：孙丽娟、吴志刚')
    expect([read.wrong, read.absent]).toEqual([undefined, ['周海涛', '孙丽娟', '吴志刚']])
  })
})
describe('a name that stands apart', () => {
  it.each([
    '出席：张建国、李卫东、王秀英\n　　　　　　　　　　李小红',
    '张建国、李卫东、王秀英\n                    李小红',
    '出席人员：张建国  李卫东  余志\n华  王秀英',
  ])('%j is asked about', (text) => expect(readPeople(text).wrong).toBeDefined())
  it('below the others goes on with them', () => {
    const text = '参加会议人员：张建国、李卫东、\n　　　　　　　王秀英'
    expect(readPeople(text)).toMatchObject({ names: ['张建国', '李卫东', '王秀英'] })
  })
})
it.each([
  '请假人员：\n成员：何英、钱卫东',
  '缺席：何英。委员：钱卫东、李明',
  '会议应到6人，请假3人。李明、孙伟、吴霞。缺席人员：何英、钱卫东、马俊',
  '何英、孙伟。缺席2人\n李明、吴霞。实到2人',
  '李明\n孙伟（实到）；吴霞\n何英（未到）',
  '李明、何英（请假）；孙伟、吴霞',
  '出席：李明　孙伟　吴霞\n　　　　　　　　　　何英',
  '出席：李明  孙伟  曾庆\n华  吴建霞',
  '出席：李明  孙伟  曾庆\n华  孙涛',
  '出席：蔡明亮·主志',
  '请假：张　磊　赵\n　　　红卫',
  '出席：李明　孙　伟　一、请假：何英',
])('asks of what may be read in two ways: %j', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
it('takes a bracket behind the last of the only clause for the last one', () => {
  expect(readPeople('李明、孙伟、何英（请假）')).toEqual({
    ...{ names: ['李明', '孙伟', '何英'], absent: ['何英'], beside: [] },
  })
})
it.each(['委员', '党组成员', '参会领导', '到会委员', '出席情况', '各位领导', '出席单位'])(
  'knows the label %s',
  (label) => expect(readPeople(`${label}：李明、孙伟`)).toEqual({ names: ['李明', '孙伟'], absent: [], beside: [] }),
)

describe('a unit before a name', () => {
  const read = (text: string) => readPeople(text, ['大庄镇人民政府', '县财政局'])
  it('is of the one name behind it', () => {
    const names = ['张伟（大庄镇政府）', '李明（县财政局）', '王志强']
    expect(read('出席：大庄镇政府 张伟、县财政局 李　明、王志强')).toEqual({ names, absent: [], beside: [] })
  })
  it.each([
    '大庄镇政府 张伟 李明',
    '县财政局 局长 张伟',
    '张伟 县财政局',
    '县财政局张伟',
    '县财政局 张伟 大庄镇政府 李明',
    '县财政局 请假',
    '王伟 县财政局、李明 大庄镇政府',
    '县财政局 张伟县财政局',
  ])('%j is asked about', (text) => expect(read(text).wrong).toBeDefined())
})

describe('signs at the beginning of a line', () => {
  it.each(['·', '•', '-', '·\t', '- ', '　·'])('%j stand before a name, and part none', (bullet) => {
    const names = ['王建国', '古丽·马明', '买买提·艾力']
    expect(readPeople(names.map((name) => bullet + name).join('\n'))).toEqual({ names, absent: [], beside: [] })
  })
  it.each(['■□', '□■', '●○', '◆◇', '▪▫', '☑☐'])('%j may say who came', ([one, other]) => {
    for (const text of [
      `${one}王建国\n${one}李秀英\n${other}陈静`,
      `${one}王建国 ${one}李秀英\n${other}陈静 ${other}周敏`,
    ])
      expect(readPeople(text).wrong).toContain('各表示什么')
    expect(readPeople(`●王建国\n●李秀英`)).toEqual({ names: ['王建国', '李秀英'], absent: [], beside: [] })
  })
})
describe('what is no name', () => {
  it.each(
    [
      '谢谢 明白 祝好 祝安 安好 成功 多谢 支书 司仪 安保 管家 齐全 全满 收到 辛苦 谢意 祝福 敬礼 郑重',
      NO_NAMES.join(' '),
      '党建 党史 史志 方志 农经 农水 农科 农牧 农开 农行 农信 高新 国安 水文 海洋 石化',
    ].flatMap((line) => line.split(' ')),
  )('%s is asked about', (word) => {
    for (const text of [
      `王建国、李秀英。${word}`,
      `参会：王建国、${word}、陈静`,
      `王建国\n陈静\n${word}`,
      `王建国  ${word}  陈静`,
    ])
      expect(readPeople(text).wrong).toContain(word)
  })
  it.each([...'旷差训列主记出无否忙婚丧值副代假缺驻学援借挂辞免探公年避换歇返回会培下开托听视抽'])(
    'one character behind a name: %s',
    (said) => {
      expect(readPeople(`王建国、李强${said}、陈静`).wrong).toContain(`李强${said}`)
      expect(readPeople(`出席：王建国、李秀英${said}`)).toHaveProperty('wrong')
    },
  )
})
it.each(['李鹤年', '李延年', '王丰年', '张百年', '王云开', '李年', '王开'])('%s is a name', (name) =>
  expect(readPeople(`王建国、${name}、陈静`)).toMatchObject({ names: ['王建国', name, '陈静'] }),
)
describe('members among those who were heard', () => {
  it.each([
    '列席：财政局赵明，司法局刘洋，委员王建国、李秀英',
    '列席：赵明，王建国、李秀英为委员',
    '列席：赵明、王建国（委员）',
    '列席：赵明；成员 王建国',
    '列席：赵明；各位委员王建国',
  ])('%j is asked about', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
  it.each(['县政协委员王建国', '县委常委、李敏', '县人大主任委员王建国'])('%s belongs to another body', (heard) =>
    expect(readPeople(`出席：陈静\n列席：${heard}`)).not.toHaveProperty('wrong'),
  )
})
describe('what stands beside names and says nothing of who came', () => {
  const two = { names: ['王建国', '李秀英'], absent: [], beside: [] }
  it.each([
    '王建国、李秀英，共2人',
    '王建国、李秀英（共两人）。',
    '王建国、李秀英\n合计2人',
    '王建国（主持）、李秀英（女）',
    '序号 姓名\n1 王建国\n2 李秀英',
    '参会人员签字：王建国、李秀英',
  ])('%j', (text) => expect(readPeople(text)).toEqual(two))
  it.each([
    '王建国、李秀英，共3人',
    '王建国、李秀英等共2人',
    '出席：李秀英\n请假：王建国（主持）',
    '出席：王伟（男）、王伟（女）',
    '王建国、李秀英\n请假（共1人）',
    '王建国 李秀英（共1人）',
    '张　磊　　王　　伟',
    '欧　　阳　修　　李　敏',
  ])('%j is asked about', (text) => expect(readPeople(text)).toHaveProperty('wrong'))
  it.each(['未参会', '未与会', '未参会人员'])('%s are those who did not come', (label) =>
    expect(readPeople(`${label}：王建国`)).toEqual({ names: ['王建国'], absent: ['王建国'], beside: [] }),
  )
  it('are blanks within names, which wider ones part', () =>
    expect(readPeople('出席：张　磊　　王　伟　　李建国　　李　敏')).toEqual({
      ...{ names: ['张磊', '王伟', '李建国', '李敏'], absent: [], beside: [] },
    }))
})
