/** What goes to an objector: that it is taken up, or is not, or what was found. */
import { day, must, name, type PaperForm, prose, signed, text } from '../paper-form.ts'

const about = {
  异议编号: must(text('异议的编号')),
  异议人: must(name('查看过异议内容的为异议人姓名，没有查看的留空，手写')),
  异议日期: must(text('提出异议的日期')),
  公示标题: text('所异议的公示的标题'),
  异议对象: must(text('所异议的单位')),
  机关: must(text('办理异议的机关')),
  日期: must(day('作出决定的日期')),
  批次名称: text('创建批次的名称'),
}
const WHAT = '你（单位）于{{异议日期}}对“{{公示标题}}”所列{{异议对象}}提出的异议（编号{{异议编号}}）'

const layoutOf = (title: string, said: readonly string[]): PaperForm['layout'] => ({
  unit: '{{机关}}',
  foot: '{{批次名称}}',
  groups: [
    [{ kind: 'head', annex: '编号：{{异议编号}}', title: [title] }],
    [{ kind: 'words', as: 'to', text: '{{异议人}}：' }],
    ...said.map((one) => [prose(one)]),
    [signed('{{机关}}', '{{日期}}')],
  ],
})

const admitted = { ...about, 答复期限: must(text('不迟于哪一天答复')) }
export const OBJECTION_ADMITTED: PaperForm<typeof admitted> = {
  ...{ name: 'objection-admitted', title: '异议受理告知书', fields: admitted },
  layout: layoutOf('异议受理告知书', [
    `${WHAT}，本机关已受理。`,
    '本机关将调查核实，不迟于{{答复期限}}（含当日）作出认定并答复。',
  ]),
}

const declined = { ...about, 不予受理理由: must(text('告知异议人的理由')) }
export const OBJECTION_DECLINED: PaperForm<typeof declined> = {
  ...{ name: 'objection-declined', title: '异议不予受理告知书', fields: declined },
  layout: layoutOf('异议不予受理告知书', [`${WHAT}，本机关决定不予受理，理由如下：`, '{{不予受理理由}}']),
}

const answer = { ...about, 认定结果: must(text('异议成立、不成立等')), 答复: must(text('告知异议人的答复')) }
export const OBJECTION_ANSWER: PaperForm<typeof answer> = {
  ...{ name: 'objection-answer', title: '异议答复书', fields: answer },
  layout: layoutOf('异议答复书', [`${WHAT}，经调查核实，认定结果为：{{认定结果}}。答复如下：`, '{{答复}}']),
}
