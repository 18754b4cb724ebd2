/** The paper by which the office submits a list to a body 提请, with a table of what there is to say of each unit. */
import { saidDay } from '#calendar/said.ts'
import type { SubmissionPage } from '#contracts/papers/submission.ts'
import { filled } from '#papers/fill-in.ts'
import { SUBMISSION } from '#papers/forms/submission.ts'
import type { Paper } from '#papers/paper.ts'

export type Submitting = {
  readonly page: SubmissionPage
  /** Of what is not submitted yet: the units that were chosen, and the words that were typed. */
  readonly units?: readonly string[]
  readonly text?: string
  /** Of a county whose data is made up. */
  readonly training?: boolean
}

export function submissionPaper({ page, units, text = page.text ?? '', training = false }: Submitting): Paper {
  const { batchTitle, reference, stepTitle, body, office, title, asks, on, quota } = page
  const listed = page.units.filter(({ unit }) => units?.includes(unit) ?? true)
  const done = [...new Set(listed.flatMap(({ conclusions }) => conclusions.map(({ step }) => step)))]
  return filled(
    SUBMISSION,
    {
      标题: title,
      主送机关: body,
      机关: office,
      日期: on ? saidDay(on) : '',
      批次名称: batchTitle,
      通知文号: reference && `（${reference}）`,
      环节: stepTitle,
      已完成: done.length > 0 ? `${done.join('、')}已经完成，` : '',
      单位数: String(listed.length),
      提请事项: asks,
      名额情况: quota ? `本批次名额${quota.most}个，已使用${quota.taken}个。` : '',
      说明: text,
      名单: listed.map(({ name, kind = '', answers, conclusions }, at) => ({
        序号: String(at + 1),
        单位名称: name,
        单位类别: kind,
        申报内容: answers.map(({ text: said }) => said).join('\n'),
        办理结论: conclusions
          .map(({ step, outcome, reason }) => `${step}：${outcome}${reason ? `。${reason}` : ''}`)
          .join('\n'),
      })),
    },
    {
      name: `${office}　${batchTitle}　${title}`,
      marks: training ? ['培训'] : page.trial ? ['演练'] : [],
    },
  )
}
