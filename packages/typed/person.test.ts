import { assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { nameKey, tidyPerson } from './names.ts'
import { maySayWhyAway, whyNoPerson, whyNotRegistered, withoutUnit } from './person.ts'
import { asEntered, whyNotOnePerson } from './plain-names.ts'

it.each(
  [
    ['张三、李四', '张三,李四', '张三/李四', '张三和李四', '请假：何英', '出席：许建国', '何英（请假）', '何英请假'],
    [
      '同上',
      '待定',
      '无',
      'NULL',
      'N/A',
      '姓名',
      '许建国等',
      '许建国等3人',
      '县长',
      '副县长',
      '县长许建国',
      '许建国县长',
      '县委书记',
      '何英同志',
    ],
    // Two persons, or one with what parts persons or says something of them.
    [
      '王伟 李四',
      '王伟\n李四',
      '王伟\u0085李四',
      '王伟\u3000何 英',
      '何 英 王 伟',
      '李四 John Smith',
      'John Smith 李四',
    ],
    [
      '许建国﹑宋志远',
      '许建国､宋志远',
      '许建国﹐宋志远',
      '许建国｡宋志远',
      '许建国\\宋志远',
      '许建国＼宋志远',
      '许建国.宋志远',
    ],
    [
      '许建国-宋志远',
      '许建国—宋志远',
      '许建国_宋志远',
      '许建国~宋志远',
      '许建国…',
      '①许建国',
      '①许建国②宋志远',
      '何英×',
      '许建国√',
    ],
    [
      '“王伟”',
      '王伟!',
      '王伟*',
      '王伟✓',
      '何英○',
      '全体',
      '全体同志',
      '同志',
      '何英没来',
      '何英不在',
      '其他',
      '某某',
      '（无）',
      '无。',
    ],
    // What a form prints beside the blank, who signs for another, several as one.
    '空缺 待补充 领导 本人 负责人 主要负责人 经办人 制表人 填表人 审核人 联系人 签字 盖章 单位盖章 以下为空 先生 不署名 代县长'.split(
      ' ',
    ),
    '王伟代 何英代签 何英三人 何英共三人 何英等人 李四王五 王伟李四 许建国宋志远 许建国宋志远何英王伟 许建国·宋志远·何英'.split(
      ' ',
    ),
    '不愿透露姓名 各乡镇主要负责人 组员何英 成员何英 律师王刚 何英请了假 何英或王伟 测试'.split(' '),
    '各乡镇负责人 乡镇负责人 各部门负责同志 县直部门 工作人员 乡镇代表 村民 机关干部 有关人员'.split(' '),
    ['县公安局', '王', '王1', '王\ue863', '王■', '王?', '#SPILL!', '#N/A', '=A1', '＝A1', '###', '——'],
  ].flat(),
)('%j is no name of one person, and says why', (name) => {
  const kept = tidyPerson(name)
  expect([kept, whyNoPerson(kept)]).toEqual([kept, expect.stringContaining(`“${kept}”`)])
})

it.each(
  [
    [
      '王伟',
      '何英',
      '欧阳和平',
      '王和平',
      '买买提·艾力',
      '依布拉音江',
      'John Smith',
      '葛\u{e0100}明',
      '𠮷田',
      '方民长',
    ],
    [
      '王〇',
      '何　英',
      '王 小 明',
      '许 建国',
      '欧阳 修',
      '欧阳 文忠',
      '欧 阳 文 忠',
      '王\n伟',
      '买买提 · 艾力',
      '李未来',
      '王健在',
    ],
    ['Anne-Marie O’Neil', 'J. R. Smith', '阿依古丽•买买提', '王\u0000伟', '吾买尔江'],
    // Names without a dot, of two surnames, and such as end in what says something elsewhere.
    '阿不都热西提 努尔买买提 古丽米热 白音孟和 白玉高娃 马合木提江 木拉提别克 扎西多吉 乌兰图雅 斯琴高娃 马木提·苏来曼'.split(
      ' ',
    ),
    '阿依努尔·买买提·艾力 陈方安生 范徐丽泰 张王若水 李万代 张金代 王一人 李春来 王女 党代表 何到 赵外 验收经办人 验收法制机构负责人'.split(
      ' ',
    ),
    ['王家长', '王县长', '李副县长', '李及', '张和', '于无', '贾空谷', '王局', '程序', '党卫国', '院长江'],
  ].flat(),
)('%j may be one', (name) => {
  expect(whyNoPerson(tidyPerson(name))).toBeUndefined()
})

const NAMES = [
  '王伟',
  '何英',
  '许建国',
  '宋志远',
  '欧阳修',
  '诸葛孔明',
  '买买提·艾力',
  '阿依古丽',
  'John Smith',
  '葛\u{e0100}明',
]
const BETWEEN = [...' \n\t\u3000\u0085\u2028、，,;；。.．·•-—_~/\\|+&＆…﹑､﹐｡①②×√"“”()（）[]【】<>:：*#@!'].filter(
  (one) => one !== '·' && one !== '•',
)
it('no two names become one, whatever stands between them', () => {
  const name = constantFrom(...NAMES)
  assert(
    property(name, name, constantFrom(...BETWEEN), constantFrom('', ' '), (one, other, mark, blank) => {
      // Two names in Latin letters with a blank or a hyphen may be one person's.
      if (/^[A-Z]/.test(one) && /^[A-Z]/.test(other)) return true
      const kept = tidyPerson(`${one}${blank}${mark}${other}`)
      return whyNoPerson(kept) !== undefined
    }),
    { numRuns: 2000 },
  )
})
it('is kept as it is kept, and is the same name as what was typed', () => {
  for (const typed of ['何　英', '许 建国', '王伟 李四', '买买提 • 艾力', 'John  Smith'])
    expect([tidyPerson(tidyPerson(typed)), nameKey(tidyPerson(typed))]).toEqual([tidyPerson(typed), nameKey(typed)])
})

it('takes for one what may be a name of two surnames and two characters, and not what holds two names', () => {
  for (const name of ['王李小明', '欧阳万里', '马林高娃', '刘杨林森', '张陈林高', '范徐丽泰', '司马王林'])
    expect([name, whyNoPerson(tidyPerson(name))]).toEqual([name, undefined])
  for (const name of ['李四王五', '王伟李四', '许建国宋志远'])
    expect([name, whyNoPerson(name)]).toEqual([name, `“${name}”不像一个人的姓名；几个人的，请分开填写`])
})

const REAL_NAMES =
  '王伟 许建国 欧阳正华 司马相如 诸葛孔明 令狐冲 慕容垂 端木赐 尉迟敬德 皇甫冉 夏侯渊 长孙无忌 宇文泰 百里奚 澹台灭明 濮阳兴 单于明 太叔雄 子车明 颛孙明 第五伦 闾丘露薇 司空图 鲜于仲通 ' +
  '仉督 佟丽娅 逯明 乜明 仇和 查良镛 解晓东 单田芳 冼星海 缪荃 宓明 訾明 隗明 亓明 郗鉴 芈明 朴正熙 商国忠 丁一 万里 王十三 钱三强 陈方安生 范徐丽泰 ' +
  '买买提·艾力 古丽娜尔·吐尔逊 阿沛·阿旺晋美 阿依古丽 迪丽热巴 哈斯巴根 布和巴特尔 乌云其木格 娜仁高娃 其其格 腾格尔 扎西次仁 才让卓玛 多吉才旦 尼玛次仁 洛桑江村 吉狄马加 沙马拉毅 乌兰夫 ' +
  '颜伟 于为民 方银花 任丹 高雷 金鑫 许晶晶 程浩然 曾浩然 阿不都热西提 努尔买买提 古丽米热 斯琴高娃 依布拉音江 张王若水 王县长 罗文清 闪国强 葛\u{e0100}明 周\u{e0100}联系'
it.each(REAL_NAMES.split(' '))('%j is taken in a field for one person', (name) => {
  expect(whyNotOnePerson(tidyPerson(name))).toBeUndefined()
  expect(asEntered(name)).toBe(name)
})
it.each([...'John Smith|Anne-Marie O’Neil|欧阳 修|何　英'.split('|')])('%j as well', (name) =>
  expect(whyNotOnePerson(tidyPerson(name))).toBeUndefined(),
)
it.each([...'J. Smith|J. R. R. Tolkien|Li Wei|Ludwig van Beethoven|Bo Xu|Okonkwo|Noah|No Thu'.split('|')])(
  '%j, in Latin letters, as well',
  (name) => expect(whyNotOnePerson(tidyPerson(name))).toBeUndefined(),
)
it.each([
  ...'OK|Ok|ok|X|x|A B|A.|A. B.|X.Y|NO|No|YES|N/A|NA|na|T|W X|X Smith|Smith X|Smith A B|ＯＫ|王教授|张医生|王经理|李师傅'.split(
    '|',
  ),
])('%j is asked or refused in a field for one person as well', (name) =>
  expect(whyNotOnePerson(tidyPerson(name))).toContain(`“${tidyPerson(name)}”`),
)
it('takes no note for a name of one letter, or for a word of agreement', () => {
  for (const name of ['OK（姓名）', 'X（姓名）', 'NO（姓名）', 'A B（姓名）', 'N/A（姓名）'])
    expect([name, whyNotOnePerson(tidyPerson(name))]).toEqual([name, expect.stringContaining('请')])
})
const NOBODYS =
  '同意 大庄镇 县政府 办公室 公章 主要领导 分管领导 领导签字 本人签字 手签 未签 法人 群众 系统管理员 管理员 情况属实 部署验收 张某 张某某 zhangsan admin 会计 出纳 司机 门卫 董事长 老师 专家 医生 经手人 知情人 无名氏 拟定张三 大庄镇张三 司法所张三 小张三'
it.each(NOBODYS.split(' '))('%j is asked or refused in a field for one person', (name) => {
  const kept = tidyPerson(name)
  expect(whyNotOnePerson(kept)).toContain(`“${kept}”`)
})
it('takes whatever may be a name with the note, and nothing else by it', () => {
  for (const name of ['热地', '刀美香兰', '一明', '同意']) {
    expect(whyNotOnePerson(name)).toBe(`“${name}”不能确定是不是一个人的姓名；确是一个人姓名的，请写作“${name}（姓名）”`)
    expect([whyNotOnePerson(`${name}（姓名）`), asEntered(name)]).toEqual([undefined, `${name}（姓名）`])
  }
  for (const name of ['县长', '王伟、李四', '县公安局', '无', '王?'])
    expect([name, whyNotOnePerson(`${name}（姓名）`)]).toEqual([name, expect.any(String)])
  expect(asEntered('（已封存）')).toBe('（已封存）')
})

it('says of what has no letters that it is no person’s name', () => {
  expect(whyNoPerson('×××')).toBe('“×××”中没有文字，不是姓名；请填写姓名')
})

it.each([
  '',
  '住院',
  '请假',
  '外出招商',
  '在县委',
  '请假回局',
  '省委党校学习',
  '因公',
  '没来',
  '驻村',
  '借调',
  '回县财政局',
])('said to be a unit and none is refused, since it may say why somebody is missing: %s', (note) =>
  expect(whyNoPerson(withoutUnit(`周文斌（单位：${note}）`))).toContain('缺席人员'),
)
it.each(['石龙湖', '回龙镇', '回民区', '到滘镇', '往流镇', '县招商局', '外出务工服务中心', '县防汛办公室'])(
  'said to be a unit and not known is taken: %s',
  (unit) => expect(whyNoPerson(withoutUnit(`张伟（单位：${unit}）`))).toBeUndefined(),
)

it.each(
  '下乡 援疆 探亲 病休 年休 体检 迎检 督查 救灾 抢险 扶贫 包村 走访 接待 下派 县委有会 后到 市里 省城 外地 住院 因公出差 驻村'.split(
    ' ',
  ),
)('何英（单位：%s） is away, and of no unit', (why) => {
  expect([why, maySayWhyAway(why)]).toEqual([why, true])
  expect(whyNoPerson(`何英（单位：${why}）`)).toContain('括号里写的不是单位')
})
it.each(
  '县防汛办 县扶贫办 驻村工作队 县委督查室 县接待办 县招商局 大庄镇 下塘镇 回龙镇 县体检中心 县救灾办 县干部培训中心'.split(
    ' ',
  ),
)('何英（单位：%s） is of a unit', (unit) => expect([unit, maySayWhyAway(unit)]).toEqual([unit, false]))
it.each(
  '感冒 公干 支教 化疗 内退 二线 蹲点 进京 抗洪 车祸 授课 巡察 就诊 开人代会 参加两会 联系不上 中途离场 出差北京市司法局 跟班市司法局 开庭县人民法院 下派大庄镇 驻大庄村 请假去医院 13955551234 县长 主任 王明 不详 待定 同上 ×局 单位 旁听 代 无 出席 主持'.split(
    ' ',
  ),
)('何英（单位：%s） is no unit', (note) => expect(whyNoPerson(`何英（单位：${note}）`)).toContain('括号里写的不是单位'))
it.each(
  '县教育督导室 督导室 援疆办 公务员局 县委总值班室 疗养院 离退休科 督办科 县救灾物资储备库 驻村办 迎检办 县医院手术室 回龙镇政府 回民街道办事处 回郭镇派出所 到滘镇政府 往流镇司法所 石龙湖 三棵树镇 县体校 县农行'.split(
    ' ',
  ),
)('何英（单位：%s） is of a unit as well', (unit) => expect([unit, maySayWhyAway(unit)]).toEqual([unit, false]))

it.each([
  ['谭勇已退休', '谭勇', '已退休'],
  ['谭勇退休', '谭勇', '退休'],
  ['谭江离职', '谭江', '离职'],
  ['谭勇现已调离', '谭勇', '现已调离'],
  ['谭勇借调', '谭勇', '借调'],
  ['谭勇停职', '谭勇', '停职'],
  ['谭勇病故', '谭勇', '病故'],
  ['欧阳慧已故', '欧阳慧', '已故'],
  ['吐尔逊·买买提退休了', '吐尔逊·买买提', '退休了'],
])('asks whether %s is a name, and takes it as one where it is said to be', (name, own, said) => {
  for (const whyNot of [whyNotRegistered, whyNotOnePerson]) {
    expect(whyNot(name)).toContain(`在姓名“${own}”后面写了“${said}”；请只写姓名`)
    expect(whyNot(name)).toContain(`请写作“${name}（姓名）”`)
    expect(whyNot(`${name}（姓名）`)).toBeUndefined()
  }
  expect(asEntered(name)).toBe(`${name}（姓名）`)
})
it.each(['谭勇', '王离休', '安在岗', '古丽加娜提', '铁木尔·达瓦买提', '谭已', '宇文静'])(
  'does not ask whether %s has left',
  (name) => expect(whyNotRegistered(name)).toBeUndefined(),
)
it.each('代张伟 代何英 张伟签 何英签 代王强'.split(' '))('asks whether %s is a name or says who signed', (name) => {
  expect(whyNotOnePerson(name)).toContain('不能确定是不是一个人的姓名')
  expect(whyNotOnePerson(`${name}（姓名）`)).toBeUndefined()
})
it.each('代文 代小红 张文章 代玉兰'.split(' '))('takes %s for a name', (name) =>
  expect(whyNotOnePerson(name)).toBeUndefined(),
)
it.each(['王庄小学', '李庄中学', '张庄学校', '王庄社区', '马庄医院', '王庄法庭', '王庄村', '李庄镇', '马店乡'])(
  '%s is no name of one person',
  (name) => expect(whyNotOnePerson(name)).toContain('请'),
)
it.each(['陈方安生', '马林高娃', '王志学', '刘大学', '王庄', '李晓村', '张家园', '徐小镇', '王庄重', '黄马小兰'])(
  '%s is one',
  (name) => expect(whyNotOnePerson(name)).toBeUndefined(),
)
