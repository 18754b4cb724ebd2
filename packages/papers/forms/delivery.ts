/** The proof of delivery 送达回证, signed by whoever receives the paper. */
import type { Cell, Line } from '../paper.ts'
import { must, name, type PaperForm, text } from '../paper-form.ts'

const fields = {
  异议编号: must(text('异议的编号')),
  送达文书: must(text('送达的文书和编号')),
  受送达人: must(name('查看过异议内容的为异议人姓名，没有查看的留空，手写')),
  机关: text('送达的机关'),
  批次名称: text('创建批次的名称'),
}
const row = (label: string, answer: string, height: number, note?: string): Line => {
  const cells: readonly Cell[] = [
    { kind: 'label', columns: 1, text: label },
    { kind: 'answer', columns: 5, text: answer, prose: false, ...(note && { note }) },
  ]
  return { kind: 'line', cells, height }
}
const [LOW, HIGH] = [12, 26]
export const DELIVERY: PaperForm<typeof fields> = {
  ...{ name: 'delivery', title: '送达回证', fields },
  layout: {
    unit: '{{机关}}',
    foot: '{{批次名称}}',
    groups: [
      [{ kind: 'head', annex: '编号：{{异议编号}}', title: ['送达回证'] }],
      [
        row('送达文书', '{{送达文书}}', LOW),
        row('受送达人', '{{受送达人}}', LOW),
        row('送达地点', '', LOW),
        row('送达方式', '□直接送达　□邮寄送达　□留置送达　□电子送达', LOW),
        row('受送达人签收', '', HIGH, '签名或者盖章：　　　　　　　　　年　　月　　日'),
        row('代收人签收', '', HIGH, '签名、与受送达人的关系：　　　　　　　　　年　　月　　日'),
        row('拒收或不能送达的情况', '', HIGH),
        row('送达人', '', HIGH, '签名（两人以上）：　　　　　　　　　年　　月　　日'),
        row('备注', '', LOW),
      ],
    ],
  },
}
