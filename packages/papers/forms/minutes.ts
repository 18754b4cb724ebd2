import { day, list, must, type PaperForm, prose, signed, text } from '../paper-form.ts'

const fields = {
  标题: must(text('会议名称和“会议纪要”等')),
  会议纪要编号: must(text('会议纪要或者签名名单的编号')),
  机关: must(text('召开会议的机关')),
  日期: must(day('会议日期或者签名日期')),
  日期名称: text('“时间”或者“签名日期”'),
  出席: must(text('出席人员，以顿号分开')),
  缺席: must(text('缺席人员；没有的为空，所在的段落不印')),
  回避: must(text('回避人员和回避的单位；没有的为空，所在的段落不印')),
  批次名称: text('创建批次的名称'),
  环节: text('审议的环节'),
  单位数: text('审议的单位个数'),
  决定方式: must(text('集体讨论或者表决，表决的写明票数')),
  次序名称: text('名单第一栏的名称：“序号”或者“名次”'),
  名单: must(
    list('审议的单位，每个一行', {
      序号: text('从1起；排名次的为名次'),
      单位名称: must(text('单位名称')),
      结论: must(text('审议结论，更正过的为更正后的结论')),
      说明: must(text('理由；更正过的、未能适用的写明')),
    }),
  ),
}
export const MINUTES: PaperForm<typeof fields> = {
  ...{ name: 'minutes', title: '会议纪要', fields },
  layout: {
    unit: '{{机关}}',
    foot: '{{批次名称}}　{{环节}}',
    groups: [
      [{ kind: 'head', annex: '{{会议纪要编号}}', title: ['{{标题}}'] }],
      [prose('{{日期名称}}：{{日期}}')],
      [prose('出席：{{出席}}')],
      [prose('缺席：{{缺席}}')],
      [prose('回避：{{回避}}')],
      [prose('议题：{{批次名称}}“{{环节}}”，共{{单位数}}个单位')],
      [prose('决定方式：{{决定方式}}')],
      {
        each: '名单',
        blocks: [
          {
            kind: 'entry',
            list: {
              caption: '{{环节}}（共{{单位数}}个单位）',
              columns: [
                { title: '{{次序名称}}', width: 14, as: 'centred' },
                { title: '单位', width: 54 },
                { title: '结论', width: 30 },
                { title: '说明', width: 64 },
              ],
            },
            cells: ['{{序号}}', '{{单位名称}}', '{{结论}}', '{{说明}}'],
          },
        ],
      },
      [signed('{{机关}}', '{{日期}}')],
    ],
  },
}
