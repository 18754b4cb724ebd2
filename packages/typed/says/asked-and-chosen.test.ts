/** What a form asks, offers or leaves room for, and nobody answered. */
import { expect, it } from 'vitest'
import { unfilledInReason } from './reason.ts'
import { hasWords, isSentence } from './says.ts'

const isTaken = (text: string) => isSentence(text) && unfilledInReason(text) === undefined

it.each([
  '点击此处添加内容',
  '点击此处添加文字',
  '双击此处添加标题',
  '退回理由：点击此处添加文字',
  '经核查，点击此处添加内容。',
  '请选择',
  '请选择一个选项',
  '请选择一个选项。',
  '退回理由：请选择',
  '退回理由：请选择一个选项',
  '请从下拉列表中选择',
  '单位意见：（盖章）',
  '单位意见：（公章）\n年　月　日',
  '审核意见：（签字）',
  '主管部门意见：\n（盖章）',
  '单位意见：\n负责人：\n（盖章）',
])('%j is no answer', (text) => expect([text, isTaken(text)]).toEqual([text, false]))
it.each(['单位意见：（盖章）', '审核意见：（签字）', '请选择一个选项', '请选择'])('%j is no opinion', (text) =>
  expect(hasWords(text)).toBe(false),
)
it.each([
  '请选择正确的指标后重报',
  '请选择一个乡镇作为试点',
  '请添加附件目录',
  '点击此处添加附件的按钮打不开，请核查。',
  '选项没有选择，请补正',
  '单位意见：同意（盖章）',
  '单位意见栏没有盖章',
  '主管部门意见未签字盖章',
  '审核意见：同意\n（签字）',
  '单位意见与主管部门意见不一致',
  '负责人签字、盖章日期不符',
  '单位盖章不清',
  '下拉列表中没有该乡镇，请添加',
  '请补充选择依据',
])('%j is one', (text) => expect([text, isTaken(text)]).toEqual([text, true]))

it.each([
  'XX镇人民政府：\n你单位材料不全',
  '××镇人民政府：你单位材料不全',
  '××局：\n你单位材料不全',
  'xx单位：\n你单位材料不全',
  '××同志：\n您反映的问题属实。',
  '×××先生：\n您反映的问题属实。',
  '尊敬的XX先生：您好，经查属实。',
  '○○乡：材料不全',
])('%j speaks to nobody', (text) => expect([text, unfilledInReason(text) !== undefined]).toEqual([text, true]))
it.each([
  '大庄镇人民政府：\n你单位材料不全',
  '王××同志：\n您反映的问题属实。',
  '李××先生：您反映的问题属实。',
  '××公司：投诉属实',
  '××村：道路未修',
  '××小区：物业收费未公示',
  'XX光学仪器厂：合同未备案'.replace('XX', '新华'),
  '县司法局：材料不全',
])('%j speaks to somebody', (text) => expect([text, unfilledInReason(text)]).toEqual([text, undefined]))

it.each([
  '整改到位/整改不到位',
  '整改到位、整改不到位',
  '整改到位 整改不到位',
  '整改到位\n整改不到位',
  '通过/不通过',
  '通过；不通过',
  '通过 不通过',
  '通过\n不通过',
  '核查结论：整改到位/整改不到位',
  '情况属实/情况不属实',
  '材料齐全/材料不齐全',
  '已整改/未整改',
  '整改完成/整改未完成',
  '同意推荐/不同意推荐',
  '符合条件/不符合条件/基本符合条件',
])('%j was not chosen', (text) => expect([text, isTaken(text)]).toEqual([text, false]))
it.each([
  '整改到位2处，整改不到位1处',
  '整改到位率与整改不到位率之和不是100%',
  '已整改、未整改的问题分别列出',
  '第1项整改到位、第2项整改不到位',
  '整改到位/整改不到位两栏均为空白',
  '“整改到位/整改不到位”没有勾选',
  '通过/不通过人数写反了',
  '第一次通过，第二次不通过',
  '张三通过、李四不通过',
  '应公开未公开',
  '应整改/已整改数据有误',
  '培训合格、考试不合格',
  '一项属实\n一项不属实',
  '附件一齐全\n附件二不齐全',
  '前期同意、后期不同意',
])('%j tells', (text) => expect([text, isTaken(text)]).toEqual([text, true]))

it.each([
  '缺少（材料名称）',
  '请补充（材料名称）。',
  '请提供（文件名称）后再报',
  '未提交（证明材料名称）',
  '经审核，（写明原因）',
  '退回，（写明理由）。',
  '不予推荐。（写明原因）',
  '不予推荐：（说明原因）',
  '（写明原因）退回',
  '存在以下问题：（列明问题）',
  '不符合（条款名称）的规定',
])('%j asks in brackets', (text) => expect([text, isTaken(text)]).toEqual([text, false]))
it.each([
  '目录（材料名称）与附件不一致',
  '表头第二列（材料名称）未填',
  '请补充（材料名称）一栏',
  '缺少（材料名称）栏',
  '请补充（附件2）',
  '缺少公示材料（照片、截图）',
  '不予推荐（已写明原因）',
  '请补正（详见附件3第2页）',
  '请补充说明（写明整改时间）的材料'.replace('（写明整改时间）', '（含整改时间）'),
  '依据《办法》（试行）第三条退回',
])('%j says in brackets', (text) => expect([text, unfilledInReason(text)]).toEqual([text, undefined]))

it.each([
  '限日内补正',
  '限日内整改',
  '请于日内补正',
  '限个工作日内补正',
  '请在个工作日内补正。',
  '请于年月日前补正',
  '请于月日前补正材料',
  '于年月日前报送',
  '延期至年月日',
  '延期至月日。',
  '收到通知后日内补正',
  '自年月起未报送',
  '会议于年月日召开',
  '该单位于年月被通报',
])('%j lost its blank', (text) => expect([text, unfilledInReason(text) !== undefined]).toEqual([text, true]))
it.each([
  '限3日内补正',
  '限期内未补正',
  '于日前已完成整改',
  '该局于日前整改完毕',
  '出生年月日填错',
  '落款没有写年月日',
  '请在年月日处填写实际日期',
  '落款年月日与公章不符',
  '请补充到年月日',
  '当日内补正',
  '限当日内补正',
  '次日内报送',
  '限日内瓦代表团抵达前报送',
  '工作日内未受理',
  '请在五个工作日内补正',
  '两个工作日内答复',
  '限每个工作日内完成一次核查',
])('%j lost none', (text) => expect([text, unfilledInReason(text)]).toEqual([text, undefined]))
