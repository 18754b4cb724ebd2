import { day, list, must, type PaperForm, prose, signed, text } from '../paper-form.ts'

const fields = {
  标题: must(text('如“关于提请研究确定培育对象的请示”')),
  主送机关: must(text('审议的机关或者会议')),
  机关: must(text('提请的机关')),
  日期: must(day('提请的日期；还没有提请的留空，手写')),
  批次名称: text('创建批次的名称'),
  通知文号: text('创建通知的文号，连同括号；没有文号的为空'),
  环节: text('提请审议的环节'),
  已完成: text('已经完成的环节，如“初审已经完成，”；没有的为空'),
  单位数: must(text('名单上的单位个数')),
  提请事项: must(text('如“提请研究确定培育对象”')),
  名额情况: text('本批次的名额和已使用的名额；没有名额的为空'),
  说明: must(text('提请时填写的说明；没有填写的为空，所在的段落不印')),
  名单: must(
    list('提请审议的单位，每个一行', {
      序号: text('从1起'),
      单位名称: must(text('单位名称')),
      单位类别: text('乡镇、行政执法部门等'),
      申报内容: text('申请表中列入名单的内容'),
      办理结论: must(text('此前各环节的结论和理由')),
    }),
  ),
}
export const SUBMISSION: PaperForm<typeof fields> = {
  ...{ name: 'submission', title: '提请审议的请示', fields },
  layout: {
    unit: '{{机关}}',
    foot: '{{批次名称}}　{{环节}}',
    groups: [
      [{ kind: 'head', annex: '', title: ['{{标题}}'] }],
      [{ kind: 'words', as: 'to', text: '{{主送机关}}：' }],
      [prose('按照{{批次名称}}{{通知文号}}的程序，{{已完成}}现将{{单位数}}个单位的名单和有关情况报上，{{提请事项}}。')],
      [prose('{{名额情况}}')],
      [prose('{{说明}}')],
      [prose('妥否，请批示。')],
      [prose('附：提请审议的单位（共{{单位数}}个）')],
      [signed('{{机关}}', '{{日期}}')],
      {
        each: '名单',
        blocks: [
          {
            kind: 'entry',
            list: {
              caption: '提请审议的单位（共{{单位数}}个）',
              columns: [
                { title: '序号', width: 12, as: 'centred' },
                { title: '单位', width: 34 },
                { title: '类别', width: 28 },
                { title: '申报内容', width: 32 },
                { title: '办理结论和理由', width: 56 },
              ],
            },
            cells: ['{{序号}}', '{{单位名称}}', '{{单位类别}}', '{{申报内容}}', '{{办理结论}}'],
          },
        ],
      },
    ],
  },
}
