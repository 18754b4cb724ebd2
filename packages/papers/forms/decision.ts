import { day, list, must, type PaperForm, prose, signed, text } from '../paper-form.ts'

const fields = {
  标题: must(text('决定的标题')),
  文号: must(text('决定的文号')),
  机关: must(text('作出决定的机关')),
  日期: must(day('成文日期')),
  正文: must(text('拟制决定时填写的正文')),
  表彰: must(text('予以表彰的为“并予以表彰”，不表彰的为空')),
  批次名称: text('创建批次的名称'),
  环节: text('命名环节的名称'),
  单位数: text('命名的单位个数'),
  名单: must(list('命名的单位，每个一行', { 序号: text('从1起'), 单位名称: must(text('单位名称')) })),
}
export const DECISION: PaperForm<typeof fields> = {
  ...{ name: 'decision', title: '命名决定', fields },
  layout: {
    unit: '{{机关}}',
    foot: '{{批次名称}}　{{环节}}',
    groups: [
      [{ kind: 'head', annex: '{{文号}}', title: ['{{标题}}'] }],
      [prose('{{正文}}')],
      {
        each: '名单',
        blocks: [
          {
            kind: 'entry',
            list: {
              caption: '命名{{表彰}}的单位，共{{单位数}}个',
              columns: [
                { title: '序号', width: 22, as: 'centred' },
                { title: '单位', width: 140 },
              ],
            },
            cells: ['{{序号}}', '{{单位名称}}'],
          },
        ],
      },
      [signed('{{机关}}', '{{日期}}')],
    ],
  },
}
