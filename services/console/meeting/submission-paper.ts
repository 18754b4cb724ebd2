/** The paper by which the office submits a list to a body 提请, with a table of what there is to say of each unit. */
import { saidDay } from '#calendar/said.ts'
import type { SubmissionPage } from '#contracts/papers/submission.ts'
import type { Block, List, Paper } from '../print/paper.ts'

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
  const list: List = {
    caption: `提请审议的单位（共${listed.length}个）`,
    columns: [
      { title: '序号', width: 12, as: 'centred' },
      { title: '单位', width: 34 },
      { title: '类别', width: 28 },
      { title: '申报内容', width: 32 },
      { title: '办理结论和理由', width: 56 },
    ],
  }
  const done = [...new Set(listed.flatMap(({ conclusions }) => conclusions.map(({ step }) => step)))]
  const prose = (said: string): Block => ({ kind: 'words', as: 'prose', text: said })
  return {
    name: `${office}　${batchTitle}　${title}`,
    marks: training ? ['培训'] : page.trial ? ['演练'] : [],
    unit: office,
    foot: `${batchTitle}　${stepTitle}`,
    groups: [
      [{ kind: 'head', annex: '', title: [title] }],
      [{ kind: 'words', as: 'to', text: `${body}：` }],
      [
        prose(
          `按照${batchTitle}（${reference}）的程序，${done.length > 0 ? `${done.join('、')}已经完成，` : ''}现将${listed.length}个单位的名单和有关情况报上，${asks}。`,
        ),
      ],
      ...(quota ? [[prose(`本批次名额${quota.most}个，已使用${quota.taken}个。`)]] : []),
      ...(text.trim() === '' ? [] : [[prose(text)]]),
      [prose('妥否，请批示。')],
      [prose(`附：${list.caption}`)],
      [{ kind: 'signed', lines: [office], day: on ? saidDay(on) : '' }],
      ...listed.map(({ name, kind = '', answers, conclusions }, at): readonly Block[] => [
        {
          kind: 'entry',
          list,
          cells: [
            String(at + 1),
            name,
            kind,
            answers.map(({ text: said }) => said).join('\n'),
            conclusions
              .map(({ step, outcome, reason }) => `${step}：${outcome}${reason ? `。${reason}` : ''}`)
              .join('\n'),
          ],
        },
      ]),
    ],
  }
}
