import { day, list, must, type PaperForm, prose, signed, text } from '../paper-form.ts'

const fields = {
  标题: must(text('公示的标题')),
  正文: must(text('拟制公示时填写的正文')),
  公示期: must(text('起止日期和天数，如“2018年11月5日至2018年11月11日24时，共7个自然日”')),
  公示截止: must(text('异议不迟于何时提出，如“2018年11月11日24时”')),
  联系方式: must(text('异议向何处提出：电话、地址、电子邮箱，县文件没有写的不列')),
  机关: must(text('办理公示的机关')),
  日期: must(day('公示发布的日期')),
  批次名称: text('创建批次的名称'),
  单位数: text('名单上的单位个数'),
  名单: must(list('公示的单位，每个一行', { 序号: text('从1起'), 单位名称: must(text('单位名称')) })),
}
export const NOTICE: PaperForm<typeof fields> = {
  ...{ name: 'notice', title: '公示', fields },
  layout: {
    unit: '{{机关}}',
    foot: '{{批次名称}}',
    groups: [
      [{ kind: 'head', annex: '', title: ['{{标题}}'] }],
      [prose('{{正文}}')],
      [prose('公示期：{{公示期}}。')],
      [
        prose(
          '公示期到{{公示截止}}为止。在此以前，任何单位和个人对公示对象有异议的，可以向{{机关}}来电、来信、来访或者发送电子邮件提出，也可以在公示的网页上提出。',
        ),
      ],
      [prose('{{联系方式}}')],
      [prose('提倡实名反映，并提供事实依据和联系方式；对异议人的信息严格保密。')],
      {
        each: '名单',
        blocks: [
          {
            kind: 'entry',
            list: {
              caption: '公示名单（共{{单位数}}个单位）',
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
