import { array, assert, boolean, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNames, readPeople } from './people.ts'
import { asTyped } from './sure-names.ts'

describe('several persons', () => {
  it.each([
    ['许建国、宋志远、何　英、王　伟', ['许建国', '宋志远', '何英', '王伟']],
    [' 许建国、宋志远\n何秀英； 王明， ', ['许建国', '宋志远', '何秀英', '王明']],
    ['许建国 宋志远 何秀英', ['许建国', '宋志远', '何秀英']],
    ['许建国　宋志远　何　英　王　伟', ['许建国', '宋志远', '何英', '王伟']],
    ['王 小 明', ['王小明']],
    ['许 建国', ['许建国']],
    ['许建国 何 秀英', ['许建国', '何秀英']],
    ['何　英\t王　伟', ['何英', '王伟']],
    ['⻢建国，\u200b何英;王伟。', ['马建国', '何英', '王伟']],
    ['买买提·艾力、欧阳修', ['买买提·艾力', '欧阳修']],
    ['John Smith、王伟', ['John Smith', '王伟']],
    ['张 三、李 四', ['张三', '李四']],
    ['许建国\n宋志远\r\n何　英\u0085王　伟\u2028李四', ['许建国', '宋志远', '何英', '王伟', '李四']],
    ['许建国\t宋志远\t何　英\t王　伟', ['许建国', '宋志远', '何英', '王伟']],
    ['何 英 王 伟', ['何英', '王伟']],
    ['欧阳 修', ['欧阳修']],
    ['张三丰 李四光', ['张三丰', '李四光']],
    ['阿依古丽 ·买买提、王伟', ['阿依古丽·买买提', '王伟']],
    ['阿依古丽· 买买提、王伟', ['阿依古丽·买买提', '王伟']],
    ['阿依古丽 • 买买提 王伟', ['阿依古丽·买买提', '王伟']],
    ['许建国﹑宋志远､何英﹐王伟｡李四\\赵六＼钱七', ['许建国', '宋志远', '何英', '王伟', '李四', '赵六', '钱七']],
    ['①许建国②宋志远', ['许建国', '宋志远']],
    ['• 许建国\n• 宋志远', ['许建国', '宋志远']],
    ['·许建国 ·宋志远', ['许建国', '宋志远']],
    ['- 许建国\n- 宋志远', ['许建国', '宋志远']],
    ['', []],
    ['、 ，\u200b', []],
  ])('%j are %j', (text, names) => {
    expect(readPeople(text)).toEqual({ names, absent: [], beside: [] })
  })

  it('are sorted by a label that says whether they were there; the label is nobody', () => {
    expect(readPeople('出席：许建国、宋志远；请假：何　英、王伟')).toEqual({
      names: ['许建国', '宋志远', '何英', '王伟'],
      absent: ['何英', '王伟'],
      beside: [],
    })
    expect(readPeople('出席人员:许建国\n因公请假（2人）：何英 宋志远')).toEqual({
      names: ['许建国', '何英', '宋志远'],
      absent: ['何英', '宋志远'],
      beside: [],
    })
    expect(readPeople('出席人员\n许建国、宋志远\n请假 何英')).toEqual({
      names: ['许建国', '宋志远', '何英'],
      absent: ['何英'],
      beside: [],
    })
    expect(readPeople('出席：许建国。请假：无')).toEqual({ names: ['许建国'], absent: [], beside: [] })
    expect(readPeople('成员：许建国')).toEqual({ names: ['许建国'], absent: [], beside: [] })
    expect(readPeople('缺席：何英\n出席：许建国')).toMatchObject({ absent: ['何英'] })
  })

  it.each([
    ['出席：许建国 宋志远 请假：何英', ['许建国', '宋志远'], ['何英'], []],
    ['出席：许建国 请 假 人员：何　英', ['许建国'], ['何英'], []],
    ['许建国、何英（请假）', ['许建国'], ['何英'], []],
    ['许建国 何　英（因公请假） 王伟', ['许建国', '王伟'], ['何英'], []],
    ['何英[病假]；王伟(出席)', ['王伟'], ['何英'], []],
    ['请假何英、王伟', [], ['何英', '王伟'], []],
    ['出席会议的有：许建国；无故缺席：何英；出差：王伟', ['许建国'], ['何英', '王伟'], []],
    ['出席2人：许建国、宋志远；请假1人：何英', ['许建国', '宋志远'], ['何英'], []],
    ['出席 许建国 请假 何英', ['许建国'], ['何英'], []],
    ['出席\n许建国\n请假\n何英', ['许建国'], ['何英'], []],
    ['许建国\n请假人员\n何英', ['许建国'], ['何英'], []],
    ['一、出席：许建国\n二、请假：何英', ['许建国'], ['何英'], []],
    ['列席：赵六、钱七', [], [], ['赵六', '钱七']],
    ['出席：许建国，列席赵六 钱七', ['许建国'], [], ['赵六', '钱七']],
    ['许建国；列席 何英', ['许建国'], [], ['何英']],
    ['出席：许建国；缺席：无；列席：无', ['许建国'], [], []],
    ['请假：\n出席：许建国', ['许建国'], [], []],
  ])('%j are there, absent, and heard beside: %j %j %j', (text, present, absent, beside) => {
    const read = readPeople(text)
    expect({ ...read, names: read.names.filter((one) => !read.absent.includes(one)) }).toEqual({
      names: present,
      absent,
      beside,
    })
  })

  it.each([
    ['许建国、请假何英', '“请假何英”不只是姓名'],
    ['许建国、何英请假', '“何英请假”不只是姓名'],
    ['许建国 何英 请假', '分不清“请假”说的是谁'],
    ['许建国、请假、何英', '分不清“请假”说的是谁'],
    ['何英\t请假\n王伟\t出席', '分不清“请假”说的是谁'],
    ['何英\n请假\n王伟', '分不清“请假”说的是谁'],
    ['许建国，请假', '分不清“请假”说的是谁'],
    ['出席：许建国 请假 何英', '分不清“请假”说的是谁'],
    ['（请假）何英', '（请假）'],
    ['许建国 何　英 （因公请假） 王伟', '（因公请假）'],
    ['许建国（县长）、王伟', '“许建国（县长）”：不能判断括号里是什么'],
    ['许建国（县长、书记）', '括号'],
    ['县长 许建国', '“县长”是职务，不是姓名'],
    ['副县长许建国', '“副县长许建国”中有职务'],
    ['何英同志', '“何英同志”中有职务或称呼'],
    ['公安局 何英', '“公安局”是单位'],
    ['许建国和宋志远', '“许建国和宋志远”不像一个人'],
    ['许建国等', '“等”是谁'],
    ['同上', '“同上”不是姓名'],
    ['出席：许建国；请假：许　建国', '“许建国”既列为出席，又列为请假或缺席'],
    ['许建国、何英（请假）、何英', '“何英”既列为出席'],
    ['出席：许建国；列席：许建国', '“许建国”既列为列席'],
    ['许建国、主持：宋志远', '“主持”'],
    ['许建国、何', '“何”只有一个字'],
    ['何 英 王 伟 许', '无法判断是几个人'],
    // More than one reading.
    [
      '张 三 丰 李 四 光',
      '“张 三 丰 李 四 光”无法判断是几个人（“张三、丰李、四光”还是“张三丰、李四光”），请用顿号分开',
    ],
    ['何 英 许 建国', '“何英、许建国”还是“何英许、建国”'],
    ['欧阳 修 王 伟', '“欧阳、修王伟”还是“欧阳修、王伟”'],
    ['欧阳 文忠', '“欧阳、文忠”还是“欧阳文忠”'],
    ['欧 阳 文 忠', '还是“欧阳文忠”'],
    ['何 英 王 伟 李 四 赵 六', '请用顿号分开'],
    ['张三丰 李', '无法判断是几个人'],
    ['李四 John Smith', '“李四 John Smith”无法判断是几个人'],
    ['John Smith Anne Bell', '无法判断是几个人'],
    ['许建国.宋志远', '“.”'],
    ['许建国-宋志远', '“-”'],
    ['许建国……', '“…”'],
    ['许建国、何英×', '“×”'],
    ['许建国√', '“√”'],
    ['“王伟”', '““”'],
    ['全体', '“全体”不是姓名'],
    ['许建国、全体同志', '“全体同志”'],
    ['同志', '“同志”'],
    ['许建国、何英没来', '“何英没来”'],
    ['许建国、#N/A', '#N/A'],
    ['许建国、王?', '“王?”'],
    ['许建国等9人', '9人'],
    [`许建国${'长'.repeat(40)}`, '超过30字'],
  ])('%j is not all names, and says what is none', (text, why) => {
    expect(readPeople(text).wrong).toContain(why)
  })
})

it('are names alone where a field asks for nothing else', () => {
  expect(readNames('何　英、王伟')).toEqual({ names: ['何英', '王伟'] })
  for (const text of ['请假：何英', '何英（请假）', '列席：何英'])
    expect(readNames(text).wrong).toContain('这里只填姓名')
  for (const text of [
    '王建国因亲属关系',
    '王建国（回避）',
    '回避：王建国',
    '王建国（县财政局）、张伟（系亲属）',
    '出席：王建国',
    '王建国（请假）',
  ]) {
    const { wrong = '' } = readNames(text)
    expect([text, wrong]).toEqual([text, expect.not.stringMatching(/请假|[出列缺]席|到会|参会/)])
  }
  expect(readNames('王建国、易大军').wrong).toMatch(/^“易大军”不能确定/)
})

/** As minutes write it: characters apart or not. */
const written = record({
  name: constantFrom('王伟', '何英', '许建国', '宋志远', '欧阳修', '买买提·艾力', '诸葛孔明'),
  spread: boolean(),
})
const typed = ({ name, spread }: { name: string; spread: boolean }) =>
  spread ? [...name].join('　').replaceAll('　·　', ' ·') : name
it('is each of them, or is asked: nobody becomes somebody else', () => {
  assert(
    property(
      array(written, { maxLength: 5 }),
      constantFrom(' ', '　', '、', '\n', '\t', '，', ' 、', '﹑'),
      (people, between) => {
        const { names, wrong } = readPeople(people.map(typed).join(between))
        const all = [...new Set(people.map(({ name }) => name))]
        if (wrong === undefined) expect(names).toEqual(all)
        else expect(wrong).toMatch(/无法判断是几个人|还是|写了不止一次/)
        const isOnce = all.length === people.length
        if (!isOnce) expect(wrong).toBeDefined()
        if (isOnce && between.trim() !== '' && people.every(({ name }) => [...name].length < 4))
          expect(wrong).toBeUndefined()
      },
    ),
    { numRuns: 2000 },
  )
})

it.each([
  ['列席：县司法局局长赵六', ['县司法局局长赵六']],
  ['列席人员：赵六（县司法局）', ['赵六']],
  ['列席：县司法局局长 赵六、县财政局副局长 钱七', ['县司法局局长赵六', '县财政局副局长钱七']],
  ['列席：赵六（县司法局局长）、钱　七（县财政局）', ['赵六', '钱七']],
  ['列席县司法局局长赵六', ['县司法局局长赵六']],
  // A name set wide behind an office is one person's.
  ['列席：县委办公室张　伟、县财政局钱　七', ['县委办公室张伟', '县财政局钱七']],
  ['列席：县委办公室张　伟　县财政局钱　七', ['县委办公室张伟', '县财政局钱七']],
  ['列席：副县长张 伟、县司法局局长欧阳　修，大庄镇王 建国', ['副县长张伟', '县司法局局长欧阳修', '大庄镇王建国']],
  ['列席：县财政局王 小 明、县委办公室主任 张　伟', ['县财政局王小明', '县委办公室主任张伟']],
  ['列席：县财政局张　伟　王　五', ['县财政局张伟', '王五']],
  ['列席：县财政局王伟 李四、县司法局 钱　七', ['县财政局王伟', '李四', '县司法局钱七']],
  ['列席：各股室负责人', ['各股室负责人']],
])('asks nothing of who was heard beside: %s', (text, beside) => {
  expect(readPeople(`出席：许建国、宋志远。${text}`)).toEqual({ names: ['许建国', '宋志远'], absent: [], beside })
})
it('reads of the members behind them as strictly as before', () => {
  expect(readPeople('列席：县司法局局长赵六。出席：县司法局局长赵六')).toHaveProperty('wrong')
  expect(readPeople('列席：赵六（县司法局）；请假：何英').absent).toEqual(['何英'])
})

describe('two members of one name', () => {
  it('are asked about, and never made one in silence', () => {
    const twice = '“张伟”写了不止一次；是同一个人的，请只留一个；是同名的人，请分别写明单位，如“张伟（财政局）”。'
    for (const text of ['张伟、李敏、张伟', '张伟 李敏 张　伟', '请假：张伟、张伟', '张伟、张　伟'])
      expect(readPeople(text).wrong).toBe(twice)
  })
  it('are told apart by their units, which are kept with the names', () => {
    expect(readPeople('张伟（财政局）、张伟（大庄镇）、李敏')).toEqual({
      ...{ names: ['张伟（财政局）', '张伟（大庄镇）', '李敏'], absent: [], beside: [] },
    })
    expect(readPeople('出席：李敏；请假：张伟（县财政局）')).toMatchObject({ absent: ['张伟（县财政局）'] })
    expect(readPeople('张伟（副县长）').wrong).toContain('不能判断括号里是什么')
    expect(readPeople(['张伟（财政局）'].map(asTyped).join('、')).names).toEqual(['张伟（财政局）'])
  })
})

it('reads no minutes as a list of names', () => {
  expect(readPeople('王 '.repeat(1501))).toEqual({
    ...{ names: [], absent: [], beside: [] },
    wrong: '收到3002个字，名单一次最多识别3000个字；请只填姓名，会议的其他内容请放在纪要中。',
  })
  expect(readPeople('\n'.repeat(20_000))).toEqual({ names: [], absent: [], beside: [] })
})

it.each(['王伟、王书记', '王书记、李县长、王伟', '出席：陈静、周书记\n请假：周明', '出席：陈静、李县长\n列席：李强'])(
  'asks whether somebody is named twice, by name and by office: %j',
  (text) => expect(readPeople(text).wrong).toMatch(/可能就是“.+”；是同一个人的，请只留一个/u),
)
it.each(['王书记、李县长、陈静', '王书记、王县长', '出席：王伟\n列席：李书记'])(
  'takes %j for several persons',
  (text) => expect(readPeople(text)).not.toHaveProperty('wrong'),
)
