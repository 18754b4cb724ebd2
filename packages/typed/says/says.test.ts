// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as programs leave it behind

import { expect, it } from 'vitest'
import { hasWords, isAccount, isSentence } from './says.ts'
import { whatIsUnsaid } from './what-is-unsaid.ts'

it('tells a sentence from a mark that only fills the field', () => {
  for (const text of ['', '。', '----', '1', '2018', '无', '没有', '无无无无', 'aaaa', '一\u200b\u200b\u200b二'])
    expect([text, isSentence(text)]).toEqual([text, false])
  for (const text of ['无须修改', '第3页补盖', '𠮷甲𠮷乙', '材 料 不 全', '情　况　属　实'])
    expect([text, isSentence(text)]).toEqual([text, true])
})

it('tells an opinion from marks', () => {
  for (const text of ['', '。', '。。。', '1', 'aaaa', '同同', '同 同', 'a b', '\u200b'])
    expect([text, hasWords(text)]).toEqual([text, false])
  for (const text of ['同意', '阅。', '准', '同意上报', '同　意', '同\n意', '情 况 属 实'])
    expect([text, hasWords(text)]).toEqual([text, true])
})

const EMPTY_TALK = [
  ...[
    '没有理由',
    '无理由',
    '同上同上',
    '如题如题',
    '如上所述',
    '无无无略',
    '测试一下',
    '测试测试',
    '嗯嗯嗯啊',
    '一二三四',
    '甲乙丙丁',
  ],
  ...[
    'asdf',
    'test',
    'ªªªº',
    'asdf asdf',
    'test test',
    'qwer asdf',
    '#REF!',
    '#VALUE!',
    '没有什么理由',
    '理由同上',
    '原因：同上',
    '意见如上',
  ],
  ...[
    '以上所述',
    '综上所述',
    '随便写写',
    '随便填的',
    '仅供测试',
    '测试数据',
    '阿斯顿发',
    '研究研究',
    '哈哈哈哈',
    '呵呵，呵呵',
    '见上文',
    '内容待补充',
  ],
  ...[
    '１２３４５',
    '二〇一八',
    '……同上……同上',
    'ａｓｄｆ',
    'null',
    'undefined',
    '理由理由',
    '的的的了',
    '暂无暂无',
    '没有内容',
  ],
]
it.each(EMPTY_TALK)('%j is no reason, and no opinion', (text) => {
  expect([isSentence(text), hasWords(text)]).toEqual([false, false])
})
it.each([
  ...['请填写理由', '（请在此填写意见）', '此处填写意见', '请输入文字', '点击输入', '单击此处输入文字', '示例文本'],
  ...['{{reason}}', '经审核{{reason}}，同意通过', '${x}', '同意${x}上报', '<%= 理由 %>', '{% if 同意 %}', '【理由】'],
  ...['理由无', '理由：略', '略。理由略', '意见：无', '理由如下：', '意见如下', '同意/不同意', '□同意 □不同意'],
  ...['阿斯顿', '阿斯蒂芬', '阿斯顿发斯蒂芬', '阿萨德阿萨德', '啊实打实打'],
  ...['OK', 'ok ok', 'approved', 'I agree with it', 'Lorem ipsum dolor', 'see annex 2'],
])('%j leaves the blank as it was, or is not in Chinese', (text) => {
  expect([isSentence(text), hasWords(text)]).toEqual([false, false])
})
it.each([
  ...[
    '请填写申请理由',
    '请填写退回理由',
    '请输入审核意见',
    '请在此填写不同意的理由',
    '请说明退回理由',
    '请写明延期理由',
  ],
  ...[
    '先空着',
    '暂时空着',
    '留空',
    '占位符',
    '占位文字',
    '暂时没想好',
    '还没想好',
    '没想好怎么写',
    '我不知道',
    '不知道写什么',
  ],
  ...[
    '暂时没有理由',
    '目前没有理由',
    '我没有什么理由',
    '见上面内容',
    '详见上文',
    '请见上文',
    '见上述理由',
    '参见前面内容',
  ],
  ...[
    '无可说明',
    '没有可说明的',
    '没什么可说明的',
    '单位意见：',
    '审核意见：',
    '单位意见',
    '审核意见',
    '领导意见：',
    '初审意见:',
    '理由说明：',
  ],
])('%j is a prompt, or talk that fills the field', (text) => {
  expect([isSentence(text), hasWords(text), isAccount(text)]).toEqual([false, false, false])
})
it.each([
  ...[
    '请填写申请理由并补盖公章',
    '申请理由没有填写',
    '申请表理由栏空着',
    '空着三栏未填',
    '不知道有此规定',
    '我不知道该处罚已撤销',
  ],
  ...[
    '上文所列案件未结',
    '详见上文第三页所附判决',
    '见上级批复',
    '单位意见不一致',
    '审核意见：同意',
    '单位意见未盖章',
    '领导意见不一',
  ],
  ...['占位经营属实', '暂时没有执法证', '无可执行内容', '没想好整改措施就上报', '暂时没有理由撤销其资格'],
])('%j is no such talk', (text) => expect([isSentence(text), hasWords(text)]).toEqual([true, true]))
it.each([
  ...[
    '阿斯顿公司投诉属实',
    '阿斯顿·马丁经销商投诉',
    '阿斯达克园区不在范围',
    '请填写完整后再报',
    '请按附件填写2018年数据',
  ],
  ...['请补充说明材料', '理由充分，同意', '内容如附件所列不全', '示范作用不足', '同意，不需补正', '填写有误，退回'],
  ...['请在此基础上完善', '输入法故障，录入有误', '原因如下：公章不清'],
])('%j is a reason, however it begins', (text) => expect([isSentence(text), hasWords(text)]).toEqual([true, true]))
it('hears whoever objects in their own language', () => {
  for (const text of ['The list is wrong', 'ok', '名单有误', '阅'])
    expect([text, isAccount(text)]).toEqual([text, true])
  for (const text of ['asdf asdf', '{{summary}}', '请填写内容', '。。。', 'test'])
    expect([text, isAccount(text)]).toEqual([text, false])
})
const REASONS = [
  ...[
    '材料不齐',
    '未盖公章',
    '证据不足',
    '与事实不符',
    '超过期限',
    '不符合条件',
    '单位撤并',
    '机构改革',
    '人员调动',
    '领导出差',
    '网络中断',
    '洪涝灾害',
  ],
  ...[
    '情况属实',
    '经查属实',
    '查无实据',
    '没有新的材料',
    '无正当理由逾期',
    '没有理由不予通过',
    '原因不明',
    '理由不充分',
    '内容不全',
    '意见不统一',
  ],
  ...[
    '同上级要求不符',
    '如上级所述，需延期',
    '一票否决',
    '三项不达标',
    '2018年度考核不合格',
    '第一项未达标',
    '十九大期间暂停',
    '缺少第2页',
    '测试系统未通过验收',
  ],
  ...[
    '试点单位撤销',
    '略有不足',
    '空白处未填',
    '待定岗位多',
    '无新增材料',
    '没有收到通知书',
    '以上材料均已核对',
    '标题与正文不一致',
    '编号重复登记',
    '阿斯哈提已调离',
    '方方面面都已整改',
  ],
  ...[
    '多数人认为应当缓议',
    '申请单位主动撤回',
    '名称有误',
    '重复申报',
    '涉密不公开',
    '职责已划转',
    '办公地点搬迁',
    '主要负责人变更',
    '见annex 2',
    '按OA流程办',
    '该单位有1起行政复议被撤销',
    '缓办，待核',
  ],
]
it.each(REASONS)('%j is a reason', (text) => expect(isSentence(text)).toBe(true))

it.each(['无', '略', '同上', '一', '的', '嗯', '嗯嗯啊', '——', '#N/A', '待定', '暂无', '12', '二', '空'])(
  '%j is no opinion',
  (text) => expect(hasWords(text)).toBe(false),
)
it.each([
  '同意',
  '全体同意',
  '无异议',
  '无意见',
  '没有意见',
  '不同意',
  '阅',
  '可',
  '行。',
  '准',
  '否',
  '已阅',
  '情况属实',
  '拟同意',
  '好的',
  '照办',
  ...['知', '收。', '退', '发', '存', '已阅', '知悉', '属实。', '收悉', '不同意，材料不全。'],
])('%j is an opinion', (text) => expect(hasWords(text)).toBe(true))

it.each([
  ...[
    '？',
    '无',
    '——',
    '#N/A',
    '×',
    '。。',
    '王?',
    '待定',
    '/',
    '略',
    '同上',
    '#REF!',
    '？？？？',
    '王？',
    '□□□',
    '甲\uFFFD',
    '=A1',
    '2027',
    '规范??执法',
    '暂无',
    '(无)',
    'TBD',
    'xxx',
    '请填写名称',
    '请输入标题',
    '关于{{title}}的通知',
    '${organ}',
    '【标题】',
  ],
])('%j is no title', (text) => expect(whatIsUnsaid(text, 'text', true)).toBeTruthy())
it.each([
  ...[
    '关于开展2018年度依法行政示范单位创建活动的通知',
    '全体会议',
    '某镇行政执法规范化',
    '县政府第38次常务会议',
    '无证经营专项整治',
    '空调维修行政处罚规范',
    '“放管服”改革',
  ],
  ...[
    'http://www.sixian.gov.cn/content.html?id=3',
    '县政府网站“公示公告”栏',
    '谁执法谁普法？怎样做',
    '其他行政权力清单',
    '略论规范执法',
    '待遇落实',
    'OA系统',
    '无无为而治',
    '填写指南',
    '录入工作方案',
    '示范单位名称',
  ],
])('%j is a title', (text) => expect(whatIsUnsaid(text, 'text', true)).toBeUndefined())

it('takes digits alone where a number is asked for, and 无 where there may be none', () => {
  for (const text of ['38', '泗政办秘〔2018〕22号', '考核组名单1号', '2018-2', '0557-7021234'])
    expect([text, whatIsUnsaid(text, 'number', true)]).toEqual([text, undefined])
  for (const text of ['无', '×', '——', '#N/A', '?', '同上', '〔〕'])
    expect([text, whatIsUnsaid(text, 'number', true)]).not.toEqual([text, undefined])
  for (const text of ['无', '暂无。', '没有', '2017年县级先进'])
    expect([text, whatIsUnsaid(text, 'facts', false)]).toEqual([text, undefined])
  for (const text of ['同上', '——', '#REF!', '待定'])
    expect([text, whatIsUnsaid(text, 'facts', false)]).not.toEqual([text, undefined])
})
it('leaves a long text its questions and boxes', () => {
  for (const text of ['是否公开?\n是。', '□是 ☑否', '为何??'])
    expect([text, whatIsUnsaid(text, 'text', false)]).toEqual([text, undefined])
  for (const text of ['。。', '\uFFFD制度', '？？？'])
    expect([text, whatIsUnsaid(text, 'text', false)]).not.toEqual([text, undefined])
})

it.each(['扣2分', '缺3页', '少2份', '超期2天', '扣 2 分'])('%s is a reason as well as an opinion', (text) =>
  expect([isSentence(text), hasWords(text)]).toEqual([true, true]),
)
