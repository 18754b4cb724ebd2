import { day, list, must, type PaperForm, prose, signed, text } from '../paper-form.ts'

const fields = {
  标题: must(text('通知的标题')),
  文号: must(text('通知的文号')),
  发文机关: must(text('发文机关')),
  日期: must(day('成文日期')),
  部分: must(
    list('通知的各部分，依次列出', {
      部分标题: must(text('带序号，如“一、创建范围”')),
      部分内容: must(text('各段、各项，每项一段')),
    }),
  ),
}
export const CALL: PaperForm<typeof fields> = {
  ...{ name: 'call', title: '创建通知', fields },
  layout: {
    unit: '{{发文机关}}',
    foot: '{{标题}}',
    groups: [
      [{ kind: 'head', annex: '{{文号}}', title: ['{{标题}}'] }],
      { each: '部分', blocks: [prose('{{部分标题}}'), prose('{{部分内容}}')] },
      [signed('{{发文机关}}', '{{日期}}')],
    ],
  },
}
