/** What stands between the marks of minutes and is no name, or more than one: asked, never a member. */
import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { readPeople } from './people.ts'
import { whyNotNoted, withNote } from './plain-names.ts'
import { asTyped } from './sure-names.ts'

const words = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '))
it.each(
  words(
    '何英参加了会议 何英参加会议 何英也参加 何英三人 何英四位 何英共四人 何英等四人 何英等 何英等同志 何英等人 会议成员许建国 县委书记许建国 县委副书记许建国 县长许建国 许建国县长 常务副县长宋志远',
    '副县长、公安局局长王伟 公安局长王伟 财政局王伟 县财政局局长王伟 财政局局长王伟 法制办王伟 法制办主任王伟 县政府办王伟 县府办王伟 政府党组成员王伟 党组书记王伟 县政府党组成员王伟 四级调研员王伟',
    '县人武部部长王伟 县人武部政委王伟 人武部王伟 挂职副县长王伟 王伟挂职 王伟副县长 王伟常委 王伟部长 王伟主任科员 王伟股长 王伟镇长 大庄镇镇长王伟 大庄镇王伟 草沟镇党委书记王伟',
    '县直有关部门负责人 有关部门负责人 各乡镇主要负责人 相关单位负责同志 各成员单位负责人 领导小组成员 领导小组全体成员 常务会议组成人员 县政府领导 政府领导班子 县长办公会成员 其他领导 其他同志',
    '班子其他成员 其余人员 其余同志均到会 其余均到 其他人到齐 全部到齐 全部到会 无人缺席 无缺席 无请假 没有请假的 没有人请假 没有缺席人员 没人请假 均未缺席 县政府县长 监察局局长 局长 主任 代县长',
    '县长助理 王伟县长助理 助理王伟 办公室主任 记录员周敏 记录人周敏 记录周敏 书记员周敏 秘书周敏 列席周敏 列席王刚 邀请王刚 特邀王刚 特邀代表王刚 首席法律顾问王刚 法律顾问王刚 律师王刚 王刚律师',
    '专家王刚 王刚教授 王刚老师 人大代表王刚 政协委员王刚 委员王刚 王刚委员 组长许建国 副组长宋志远 成员何英 组长：许建国 副组长：宋志远 组员何英 许建国组长 主席许建国 召集人许建国 主任委员许建国',
    '常务副组长许建国 第一副组长许建国 会议主持许建国 许建国主持 许建国主持会议 参会许建国 到会许建国 出席许建国 缺席何英 请假何英 因病何英 何英因病 何英因事 何英出差 何英外出 何英学习 何英党校学习',
    '何英在外学习 何英外出学习 何英公出 何英探亲 何英休产假 何英产假 何英下乡 何英去合肥 何英到省里开会 何英赴省开会 何英另有会议 何英另有公务 何英有公务 何英临时有会 何英因会 何英已请假 何英请了假',
    '何英缺会 何英未出席 何英未参会 何英没参加 何英未能参加 何英没能到 何英未能到会 何英代表参会 何英代会 何英代签 何英签名 何英签字 何英已签到 何英补签 何英后到 何英先退 何英提前离会 何英中途退场',
    '何英离席 何英列会 何英远程 何英线上 何英视频 何英电话参会 何英书面意见 何英书面委托王伟 何英弃权 何英同意 何英反对 何英赞成 何英口头同意 何英以下空白 以下空白 以下无正文 此处空白 共四人',
    '共计四人 合计四人 四人 三人 计四人 男何英 何英男 何英女 女何英 汉族 何英汉族 何英回族 某某 何某 何某某 何×× 何XX 何x 何○○ 何〇〇 待补充 待核实 姓名待补 名单另附',
    '名单见附件 附名单 另附 详见附件 详见签到表 见签到簿 签到表 略 从略 从缺 空缺 缺位 缺员 未配备 未任命 暂未明确 暂空 出缺 不详 同上 同前 同第一次会议 同上次会议 与上次相同 照旧 如前',
    '本人 我 自己 同志 各位领导 领导 何英领导 何英同志 何英（兼） 何英兼 兼何英 何英代 代何英 何英替王伟 何英及王伟 何英暨王伟 何英并王伟 何英同王伟 何英跟王伟 何英加王伟 何英或王伟',
    '何英外加王伟 何英连同王伟 何英另有王伟 何英还有王伟 何英与王伟 还有何英 以及何英 和何英 另有何英 另何英 其中何英 除何英 除何英外 何英除外 何英不含 何英以外 包括何英 含何英 即何英',
    '何英即将到会 何英稍后到 何英晚到 何英晚来 何英未来 何英不来 何英不到 何英没在 何英缺 何英假 何英退 何英（退） 何英已退休 何英退休 何英调离 何英已调走 原局长何英 原副县长何英 何英原任',
    '前任何英 何英离任 何英新任 新任何英 何英候补 候补何英 许建国宋志远 许建国何英 何英王伟 王伟何英许建国 许建国宋志远何英 许建国宋志远何英王伟',
    // Words of minutes that begin as a surname does, and a name that goes on in another one.
    '全部 全县 全国 时间 方面 解决 方案 任务 周五 党委 党政办 党组 干部 水利局 宣传部 纪委 安监局 黄圩镇 公安局 司法所 文化馆 应到 申报人',
    '单位 计划 关于 王氏 李某 何英等 何英到 何英缺 何〇〇 阿依古丽 依布拉音江 老王 小何 阿依古丽·吐尔逊许建国 王伟·李四 许建国·宋志远·何英',
    '阿依古丽·买买提·艾力 买买提·艾力代 test asdf ªªªº PPT ئۇيغۇر 计四人 全到 都到 何人 应到人 何英共 何英缺',
  ),
)('%j beside a name is asked, and is nobody', (said) => {
  for (const text of [`出席：许志成、${said}`, `许志成、${said}`]) {
    const { names, beside, wrong } = readPeople(text)
    expect([names, beside, wrong]).toEqual([['许志成'], [], expect.stringMatching(/请|不是|分不清/)])
  }
})

it.each(
  words(
    '王伟 何英 许建国 宋志远 欧阳修 诸葛孔明 上官婉儿 司马光 买买提·艾力 阿依古丽·吐尔逊 王〇 葛\u{e0100}明 王县长 李副县长',
    '李春来 王福来 张东来 王亚男 李万代 赵登科 王新村 王自在 时建军 成军 应红 党卫国 和建军 全志强 水淼 席明 应建国 褚雨田 花向东 昌建平 柏长青',
  ),
)('%j is surely somebody, present, absent or heard', (name) => {
  expect(readPeople(name)).toEqual({ names: [name], absent: [], beside: [] })
  expect(readPeople(`出席：许志成；请假：${name}`)).toEqual({ names: ['许志成', name], absent: [name], beside: [] })
  expect(readPeople(`出席：许志成；列席：${name}`)).toEqual({ names: ['许志成'], absent: [], beside: [name] })
})

it('takes a rare name where the text says that it is one', () => {
  for (const name of words('阿依古丽 依布拉音江 及向东 何英来 王国科 阿依古丽·买买提·艾力 白音孟和')) {
    expect([name, readPeople(`许建国、${name}`).wrong]).toEqual([
      name,
      expect.stringContaining(`写作“${name}（姓名）”`),
    ])
    for (const text of [`许建国、${name}（姓名）`, `许建国、${name} ( 姓 名 )`, `许建国、${asTyped(name)}`])
      expect(readPeople(text)).toEqual({ names: ['许建国', name], absent: [], beside: [] })
    for (const text of [
      `许建国；请假：${name}（姓名）`,
      `许建国、${name}（姓名）（请假）`,
      `许建国、${name}（请假）（姓名）`,
    ])
      expect(readPeople(text)).toEqual({ names: ['许建国', name], absent: [name], beside: [] })
  }
  expect(asTyped('许建国')).toBe('许建国')
  // It makes no name of what is none.
  for (const text of ['县长（姓名）', '王?（姓名）', '何英请假（姓名）', '许建国宋志远（姓名）', '（姓名）'])
    expect([text, readPeople(text).names, readPeople(text).wrong]).toEqual([text, [], expect.any(String)])
})

it.each([
  ['出席：许建国、宋志远。列席：王刚、李强。何英因病请假。', '何英因病请假'],
  ['出席：许建国、宋志远。列席：王刚、李强\n何英请假', '何英请假'],
  ['出席：许建国、宋志远。列席：王刚、李强，何英缺席', '何英缺席'],
  ['出席：许建国。列席：王刚、会议成员何英、王伟请假', '会议成员何英'],
  ['出席：许建国。列席：王刚、何英未能参加', '何英未能参加'],
  ['列席：王刚。许建国、宋志远出席会议', '许建国'],
  ['列席：王刚\n许建国、宋志远', '许建国'],
  ['列席：王刚；许建国、宋志远', '许建国'],
  ['列席：赵六（因病未能参加）、钱七', '赵六（因病未能参加）'],
  ['列席：无许建国', '无许建国'],
  ['列席：无。许建国', '许建国'],
  ['出席：许建国、宋志远。请假：无。何英、王伟', '何英'],
  ['请假：无\n许建国、宋志远', '许建国'],
  ['请假：无、许建国', '许建国'],
  ['请假 无，许建国', '许建国'],
  ['请假：何英。许建国、宋志远', '许建国'],
  ['请假：何英\n许建国', '许建国'],
  ['请假：何英；许建国', '许建国'],
  ['缺席：无许建国', '无许建国'],
])('does not let the label before it speak of %j', (text, said) => {
  const { names, absent, beside, wrong } = readPeople(text)
  expect(wrong).toContain(`“${said}”`)
  for (const name of ['许建国', '宋志远', '何英', '王伟'])
    if (absent.includes(name) || beside.includes(name)) expect(text).toMatch(`请假：${name}`)
  if (!text.startsWith('出席')) expect(names.filter((name) => !absent.includes(name))).toEqual([])
})
it.each([
  ['请假：无人', [], [], []],
  ['出席：许建国。请假：无。列席：无人', ['许建国'], [], []],
  ['请假：无。出席：许建国', ['许建国'], [], []],
  ['请假：何英、\n王伟\n出席：许建国', ['何英', '王伟', '许建国'], ['何英', '王伟'], []],
  ['请假：何英。王伟（出席）', ['何英', '王伟'], ['何英'], []],
  ['出席：许建国。宋志远\n何英', ['许建国', '宋志远', '何英'], [], []],
  ['请假人员\n何英\n出席人员\n许建国\n宋志远', ['何英', '许建国', '宋志远'], ['何英'], []],
])('knows of %j whom each label speaks of', (text, names, absent, beside) => {
  expect(readPeople(text)).toEqual({ names, absent, beside })
})

const HAN = /[\p{Script=Han}]/u
// 外 before 出席来 is 外出 before 席来 as well.
const LABELS = /外出|未?(?:出席|请假|列席|缺席|到会)(?:人员|三人)*|姓名|无/g
const fragment = constantFrom(
  ...words(
    '王伟 何英 许建国 宋志远 欧阳修 买买提·艾力 阿依古丽 阿依古丽（姓名） 何英（请假） 县司法局赵六 赵六 何英未到 何英代 无 出席 请假 列席',
    '出席： 请假： 列席： 缺席： 请假人员： 何英等 其余 到会 财政局王伟 李四王五 何　英 许　建国 代 外 来 及 和 三人 未 、 。',
  ),
)
const between = constantFrom('、', '，', '。', '；', '\n', ' ', '', '　')
it('names nobody who does not stand there in one run, and leaves no character out without asking', () => {
  let sure = 0
  assert(
    property(array(tuple(fragment, between), { maxLength: 8 }), (parts) => {
      const text = parts.flat().join('')
      const { names, beside, wrong } = readPeople(text)
      const close = text.replace(/[ 　]/g, '')
      for (const name of [...names, ...beside]) expect(close).toContain(name)
      if (wrong !== undefined) return
      sure += 1
      let left = close
      for (const name of [...names, ...beside].toSorted((a, b) => b.length - a.length)) left = left.replaceAll(name, '')
      // Of who was heard it is shown as it stands, whatever is a name in it.
      // 王伟 和 何英: what stands apart between two names is none.
      const isBetween = (one: string) => new RegExp(`[ 　][和及]*${one}[和及]*[ 　]`).test(text) && '和及'.includes(one)
      const lost = [...left.replace(LABELS, '')].filter(
        (one) => HAN.test(one) && !beside.join('').includes(one) && !isBetween(one),
      )
      expect([text, lost]).toEqual([text, []])
    }),
    { numRuns: 5000 },
  )
  expect(sure).toBeGreaterThan(300)
})

/** Ten bodies as they sit, in ten ways in which their minutes list them. */
const BODIES = words(
  '许建国,宋志远,何英,王伟,赵六 欧阳修,司马光,诸葛亮,李明哲,钱七 买买提·艾力,许志成,魏国梁,鲁秀珍,孙八 马文清,韩正明,韦晓燕,陈一鸣,周敏',
  '褚雨田,袁晓燕,蒋思远,葛向东,苗青 苏佩兰,花向东,罗文清,章建平,柏杨 窦国梁,秦守信,潘永年,滕永年,汤明 沈玉兰,汤书琴,柳玉兰,昌建平,卞之 尤春生,孔若水,姜立新,喻书琴,云飞 戚佩兰,彭长青,倪建国,俞雨田,曾子',
).map((line) => line.split(','))
const apart = (name: string): string => ([...name].length === 2 ? [...name].join('　') : name)
const MINUTES: readonly ((...body: string[]) => string)[] = [
  (a, b, c, d, e) => `出席：${a}、${b}、${c}\n请假：${d}\n列席：${e}`,
  (a, b, c, d, e) => `出席人员：${a}、${b}、${c}。请假人员：${d}。列席人员：${e}。`,
  (a, b, c, d, e) => `出　席：${a}　${b}　${c}\n请　假：${d}\n列　席：${e}`,
  (a, b, c, d, e) => `出席：${[a, b, c].map(apart).join('、')}；缺席：${apart(d)}；列席：${apart(e)}`,
  (a, b, c, d, e) => `一、出席：${a}、${b}、${c}\n二、因公请假：${d}\n三、列席：${e}`,
  (a, b, c, d, e) => `出席（3人）：${a}，${b}，${c}；请假（1人）：${d}；列席（1人）：${e}`,
  (a, b, c, d, e) => `出席会议的有：${a}、${b}、${c}；未到：${d}；列席：${e}`,
  (a, b, c, d, e) => `出席：${a}、${b}、\n${c}、${d}（请假）\n列席：${e}（县司法局）`,
  (a, b, c, d, e) => `参加人员：\n• ${a}\n• ${b}\n• ${c}\n请假：${d}\n列席人员：${e}`,
  (a, b, c, d, e) => `列席：${e}\n请假：${d}\n出席：${a}、${b}、${c}`,
]
it.each(BODIES.flatMap((body) => MINUTES.map((write) => [write(...body), body] as const)))(
  'reads %j as it is meant',
  (text, [a = '', b = '', c = '', d = '', e = '']) => {
    const { names, ...others } = readPeople(text)
    expect(new Set(names)).toEqual(new Set([a, b, c, d]))
    expect(others).toEqual({ absent: [d], beside: [e] })
  },
)

it.each([
  '应出席：许建国、何英；实到：许建国',
  '应出席人员：许建国、何英',
  '应参会：许建国、何英',
  '应参加许建国、何英，出席许建国',
  '许建国、何英（应出席）',
  '应请假：何英。出席：许建国',
])('%j does not say who came, and is asked', (text) => {
  const { names, absent, wrong } = readPeople(text)
  expect([names.includes('何英'), absent, wrong]).toEqual([false, [], expect.stringContaining('应')])
})

it.each(['请假', '未到', '缺席', '出席'])('nobody who was heard becomes a member by the note %s', (note) => {
  const { names, absent, wrong } = readPeople(`出席：许建国。列席：周敏、吴涛（${note}）`)
  expect([names, absent, wrong]).toEqual([['许建国'], [], expect.stringContaining(`“吴涛（${note}）”`)])
})

it('does not take for a name what is said of many, whatever note stands behind it', () => {
  for (const said of ['各乡镇负责人', '乡镇负责人', '县直部门', '工作人员', '乡镇代表', '村民'])
    expect(readPeople(`许建国、${said}（姓名）`).wrong).toBe(`“${said}”不是一个人的姓名；请逐一填写姓名，没有的留空。`)
})
it('asks of a name of two surnames whether it is one', () => {
  expect(readPeople('许建国、马林高娃').wrong).toContain('请写作“马林高娃（姓名）”')
  expect(readPeople('许建国、马林高娃（姓名）').names).toEqual(['许建国', '马林高娃'])
})

it('takes plain names from a program, and asks for the note with all others; with it each is taken', () => {
  for (const name of ['许建国', '何英', '欧阳修', '王县长', '李副县长', '买买提·艾力', 'John Smith', '葛\u{e0100}明'])
    expect([name, whyNotNoted(withNote(name))]).toEqual([name, undefined])
  for (const name of ['全县经济', '马林高娃', '阿依古丽', '闪国强', '代表发言'])
    expect([name, whyNotNoted(name), whyNotNoted(withNote(name))]).toEqual([
      name,
      `“${name}”不能确定是不是一个人的姓名；确是一个人姓名的，请写作“${name}（姓名）”`,
      undefined,
    ])
  for (const name of ['许建国', '王县长', '买买提·艾力', '欧阳修']) expect(withNote(name)).toBe(name)
  for (const name of words('计票 应邀 宣读 公章 同意 大庄镇 县政府 主要领导 王教授 李师傅 路长 林长'))
    expect([name, whyNotNoted(name)]).toEqual([name, expect.stringContaining(`“${name}”`)])
})

it.each([
  ...[
    '计票 赵六',
    '应邀 王刚',
    '宣读 何英',
    '党代表 王刚',
    '文联 王刚',
    '农机 王刚',
    '史志 王刚',
    '房产 王刚',
    '路政 王刚',
    '双拥 王刚',
  ],
  ...[
    '王刚 安全员',
    '李强 农技员',
    '王刚 顾问',
    '王刚\t顾问',
    '王刚\t安全员',
    '刘圩 王刚',
    '杨集 李强',
    '水厂 王刚',
    '平安办 王刚',
  ],
  ...[
    '许可科 王刚',
    '江河 王刚',
    '温泉 王刚',
    '陈述 王刚',
    '罗列 王刚',
    '宋体 王刚',
    '金库 王刚',
    '和平 王刚',
    '连长 王刚',
    '文教 王刚',
  ],
  ...words('第五组 高工 王老师 刘圩 杨集 丁湖 纪检 宣传 党群 农办 安大 石龙湖 顾问 安全员 计票 买买提。艾力'),
  ...words(
    '王刚\t路长 路长\t王刚 王刚　河长 王刚\t林长 王刚\t湖长 王刚\t田长 王刚\t段长 林长 路长 江长 王刚\t教授 王刚\t师傅',
  ),
  ...words('王教授 王医生 王经理 李师傅 赵总经理 欧阳教授 夏医生 王博士 张会计 李司机 张老板'),
])('asks of a role, a place or a verb beside a name: %j', (said) => {
  for (const text of [said, `出席：许志成、宋志远\n${said}`, `许志成；${said}`]) {
    const { wrong, names } = readPeople(text)
    expect([text, wrong]).toEqual([text, expect.stringContaining('请')])
    for (const one of words(
      '计票 应邀 宣读 党代表 文联 农机 史志 房产 路政 顾问 安全员 农技员 刘圩 杨集 高工 买买提 路长 河长 林长 湖长 王教授 王医生 王经理 李师傅',
    ))
      expect(names).not.toContain(one)
  }
})
it.each([
  ...[
    '许建国 宋志远',
    '许建国 何英 王伟',
    '王伟 何英',
    '许建国 江涛 叶飞',
    '褚雨田 袁晓燕 蒋思远',
    '花向东 柏长青',
    '苏佩兰　罗文清',
  ],
  ...['窦国梁 秦守信 潘永年', '欧阳修 司马光 诸葛亮', '买买提·艾力 许志成', '高明 许强', '时建军 应建国 和建军'],
])('takes a row of names with nothing but blanks between them: %j', (text) =>
  expect(readPeople(text)).toEqual({ names: text.split(/[ 　]/), absent: [], beside: [] }),
)
it.each(words('会议主持许建国 许建国主持 许建国主持会议 许建国记录 何英驻村 王伟在合肥 王伟赴省开会 何英去宿州'))(
  'does not lose a member among those who were heard: %s',
  (said) => {
    const { beside, wrong } = readPeople(`出席：宋志远。列席：赵六，${said}`)
    expect([beside, wrong]).toEqual([['赵六'], expect.stringContaining(`“${said}”列在“列席”之后`)])
  },
)
it.each(
  words(
    '县司法局局长赵六 安徽大学教授王刚 主持工作的副局长王刚 大庄镇驻村第一书记李强 王自在 马公店村书记王刚 石龙湖管理处主任王刚',
  ),
)('hears %s as it stands', (said) =>
  expect(readPeople(`出席：宋志远。列席：${said}`)).toEqual({ names: ['宋志远'], absent: [], beside: [said] }),
)
