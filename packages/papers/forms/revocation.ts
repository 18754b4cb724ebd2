import { day, must, type PaperForm, prose, signed, text } from '../paper-form.ts'

const fields = {
  标题: must(text('如“关于取消××镇人民政府依法行政示范单位资格的决定”')),
  文号: must(text('决定的文号')),
  机关: must(text('作出决定的机关')),
  日期: must(day('成文日期')),
  正文: must(text('拟制决定时填写的正文')),
  单位名称: text('被取消资格的单位'),
  批次名称: text('获得称号的批次'),
}
export const REVOCATION: PaperForm<typeof fields> = {
  ...{ name: 'revocation', title: '取消示范单位资格的决定', fields },
  layout: {
    unit: '{{机关}}',
    foot: '{{批次名称}}',
    groups: [
      [{ kind: 'head', annex: '{{文号}}', title: ['{{标题}}'] }],
      [prose('{{正文}}')],
      [signed('{{机关}}', '{{日期}}')],
    ],
  },
}
