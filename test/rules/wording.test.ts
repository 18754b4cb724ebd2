/** Words that an office would not write, and what it writes instead. What was once noticed stays out. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isTest, sources } from './source.ts'

/** `was` is what was once read there, by which the pattern is tried. */
type Rule = { readonly not: RegExp; readonly was: string; readonly but: string; readonly where?: RegExp }

const RULES: readonly Rule[] = [
  { not: /未申请/, was: '未申请', but: '逾期未报' },
  { not: /已否决/, was: '已否决', but: '一票否决' },
  { not: /追溯/, was: '追溯2年', but: '两年内发现' },
  { not: /缺省/, was: '缺省', but: '未写明期限的' },
  { not: /退回的问题/, was: '退回的问题', but: '需补正的栏目' },
  { not: /本题/, was: '本题', but: '本栏' },
  { not: /吗[？?]/, was: '确定退出吗？', but: '是否……？' },
  { not: /可以向您核实/, was: '可以向您核实', but: '便于向您核实情况、反馈结果' },
  { not: /不再受理异议/, was: '不再受理异议', but: '不再接收异议' },
  { not: /没有受理/, was: '没有受理', but: '未予接收' },
  { not: /到访/, was: '到访', but: '来访' },
  { not: /决定文号/, was: '会议决定文号', but: '会议纪要编号' },
  { not: /(?<!行政)(首长|负责人)决定(?!办理)/, was: '集体讨论、负责人决定', but: '行政首长决定' },
  { not: /点一下/, was: '点一下', but: '请点选' },
  { not: /再想想|再看看|暂不退出/, was: '暂不退出', but: '取消', where: /^(services\/console|packages\/local-cloud)/ },
  { not: /[}\d]家单位/, was: '共3家单位', but: '个单位' },
  { not: /要办的事/, was: '要办的事', but: '我的待办' },
  { not: /公示与名录/, was: '公示与名录', but: '公开页面' },
  { not: /没有办成/, was: '没有办成', but: '办理未成功' },
  { not: /没有回音/, was: '没有回音', but: '未收到系统反馈的' },
  { not: /办错/, was: '办错', but: '结论有误的，可以更正' },
  { not: /内容属实|情况属实，记录/, was: '情况属实，记录完整', but: '经核对未发现不符' },
  { not: /不是同一份/, was: '不是同一份', but: '与所选文件不一致' },
  { not: /不是JSON，系统/, was: '请求内容不是JSON，系统读不懂', but: '提交内容格式有误' },
  { not: /本单位主要负责人意见/, was: '本单位主要负责人意见', but: '单位主要负责人意见' },
  { not: /可诉/, was: '可诉', but: '可投诉' },
  { not: /撤销.{0,6}(资格|称号|示范)/, was: '撤销示范单位称号', but: '取消示范单位资格' },
  {
    not: /未通过(?!核验|，)|不通过(?!。|；|：|\$)/,
    was: 'label: 未通过',
    but: '不予通过',
    where: /variants|services\/console/,
  },
  { not: /已退出(?!登录)/, was: '已办结（已退出）', but: '主动退出' },
  { not: /批次终止/, was: '批次终止', but: '批次取消' },
  { not: /登录编号/, was: '登录编号', but: '账号' },
  { not: /控制台/, was: '正在构建控制台', but: '工作台', where: /^(packages|services)/ },
  { not: /(?<!资源|文件|的|记录)校验(?!链|不通过)/, was: '没有通过校验', but: '核验' },
  { not: /推后/, was: '推后', but: '推迟' },
  { not: /(看|读|听)不懂/, was: '系统读不懂', but: '无法识别' },
  { not: /打不开|读不[了到出]|写不了|进不了系统/, was: '打不开这个文件', but: '无法打开、无法读取、无法写入' },
  { not: /没有拿到|没有传上去|没有登录成功/, was: '没有拿到许可', but: '未取得、未成功' },
  { not: /(提交|上传|保存|登录|办理)失败/, was: '提交失败', but: '未成功' },
  { not: /网络断/, was: '网络断了', but: '网络中断' },
  { not: /该到的地方/, was: '该到的地方', but: '与预期相符' },
  { not: /字段|无效的|异常|只读|空值|非法/, was: '没有这个字段', but: '栏、项；不用开发者的词' },
  { not: /命令(?!行)/, was: '由负责人用命令发布', but: '办理', where: /^services\// },
  { not: /稿子/, was: '稿子', but: '文稿' },
  { not: /系统不收|可收：/, was: '可收：pdf', but: '不接收、可接收' },
  { not: /告诉|弄|搞/, was: '告诉管理员', but: '告知' },
  { not: /[Ss]elect all|\b(OK|Cancel)\b(?=[\p{Script=Han}])/u, was: 'Select all', but: '全选、确定、取消' },
  { not: /(?<![如成—\d])\d{4}-\d{2}-\d{2}(?=[\p{Script=Han}])/u, was: '放假2027-01-01不在', but: '2018年11月5日' },
]

const HAN = /\p{Script=Han}/u
const COMMENT = /^\s*(\/\/|\/?\*|\{\/\*|#)/

/** Every line that a person may come to read, where it stands. */
const lines = [
  // What takes English out of controls has to name it.
  ...sources.filter(({ path }) => !isTest(path) && path !== 'services/console/in-chinese.ts'),
  ...globSync([
    'packages/procedure/{variants,forms}/*.json',
    'packages/catalogue/packs/*.yaml',
    'packages/cli/*.mjs',
    'counties/*.{json,csv}',
    'docs/{runbook,commands-*,line-by-line-*}.md',
    '*.zh-CN.md',
  ]).map((path) => ({ path, text: readFileSync(path, 'utf8') })),
].flatMap(({ path, text }) =>
  text
    .split('\n')
    .filter((line) => HAN.test(line) && (path.endsWith('.md') || !COMMENT.test(line)))
    .map((line) => ({ path, line: line.replace(/\s\/\/\s.*$|\/\*.*\*\//, '').trim() })),
)

it('reads the product’s sentences', () => expect(lines.length).toBeGreaterThan(3000))

it.each(RULES)('$was → $but', ({ not, was, where }) => {
  expect(was).toMatch(not)
  const found = lines.filter(({ path, line }) => (where?.test(path) ?? true) && not.test(line))
  expect(found.map(({ path, line }) => `${path}: ${line}`)).toEqual([])
})
