import { day, must, type PaperForm, prose, signed, text } from '../paper-form.ts'

const fields = {
  证书编号: must(text('证书的编号；以前批次的称号没有，所在的段落不印')),
  单位名称: must(text('获得称号的单位')),
  命名依据: text('如“经泗县第二批依法行政示范单位创建”“根据关于命名的决定（泗政〔2016〕9号）”'),
  县名: text('县的名称'),
  机关: must(text('命名的机关')),
  日期: must(day('命名的日期')),
  查验码: must(text('任何人据以查验证书是否有效')),
  查验地址: text('查验页面的完整网址'),
}
export const CERTIFICATE: PaperForm<typeof fields> = {
  ...{ name: 'certificate', title: '示范单位证书', fields },
  layout: {
    unit: '{{机关}}',
    foot: '查验码{{查验码}}　查验地址{{查验地址}}',
    groups: [
      [{ kind: 'head', annex: '编号：{{证书编号}}', title: ['依法行政示范单位', '证书'] }],
      [{ kind: 'words', as: 'to', text: '{{单位名称}}：' }],
      [prose('{{命名依据}}，你单位于{{日期}}被命名为{{县名}}依法行政示范单位。特发此证。')],
      [
        {
          kind: 'words',
          as: 'small',
          text: '在示范单位名录输入查验码{{查验码}}，可以查验本证书现在是否有效。',
        },
      ],
      [signed('{{机关}}', '{{日期}}')],
    ],
  },
}
