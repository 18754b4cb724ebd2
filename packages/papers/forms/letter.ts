import { day, list, must, name, type PaperForm, prose, signed, text } from '../paper-form.ts'

const TITLE = '关于商请核查有关单位情况的函'
const fields = {
  函号: must(text('函的编号')),
  主送机关: must(text('受函机关的全称')),
  机关: must(text('发函的机关')),
  日期: must(day('发函日期')),
  复函期限: must(text('不迟于哪一天复函')),
  批次名称: text('创建批次的名称'),
  单位数: text('请予核查的单位个数'),
  联系电话: name('发函机关的电话；县文件没有写的留空，手写'),
  名单: must(list('请予核查的单位，每个一行', { 序号: text('从1起'), 单位名称: must(text('单位名称')) })),
}
export const LETTER: PaperForm<typeof fields> & { readonly subject: string } = {
  ...{ name: 'letter', title: '函询函', subject: TITLE, fields },
  layout: {
    unit: '{{机关}}',
    foot: '{{批次名称}}',
    groups: [
      [{ kind: 'head', annex: '{{函号}}', title: [TITLE] }],
      [{ kind: 'words', as: 'to', text: '{{主送机关}}：' }],
      [
        prose(
          '按照{{批次名称}}的程序，现将{{单位数}}个单位的名单送上，商请结合职责核查各单位有无违纪违法、行政行为被撤销或者确认违法、集体访和审计发现严重问题等不宜认定的情况。',
        ),
      ],
      [prose('请不迟于{{复函期限}}（含当日）书面函复，并注明本函函号；没有掌握有关情况的，也请函复。')],
      [prose('附件：请予核查的单位（共{{单位数}}个）')],
      // Who of the office it is is written in by hand.
      [prose(`联系人：${'　'.repeat(8)}联系电话：{{联系电话}}`)],
      [signed('{{机关}}', '{{日期}}')],
      {
        each: '名单',
        blocks: [
          {
            kind: 'entry',
            list: {
              caption: '请予核查的单位（共{{单位数}}个）',
              columns: [
                { title: '序号', width: 22, as: 'centred' },
                { title: '单位', width: 140 },
              ],
            },
            cells: ['{{序号}}', '{{单位名称}}'],
          },
        ],
      },
    ],
  },
}
