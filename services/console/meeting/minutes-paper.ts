/** What a meeting has decided, as a paper for its minutes 会议纪要: printed and as Word has it, from what was recorded of it. */
import { saidDay } from '#calendar/said.ts'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { filled } from '#papers/fill-in.ts'
import { MINUTES } from '#papers/forms/minutes.ts'
import type { Paper } from '#papers/paper.ts'
import { paperOf, saidHow } from './resolution-draft.ts'

type Decided = {
  readonly page: Pick<ResolutionPage, 'batchTitle' | 'stepTitle' | 'trial' | 'body' | 'record' | 'ranked' | 'outcomes'>
  readonly meeting: ResolutionPage['meetings'][number]
  /** Of a county whose data is made up. */
  readonly training?: boolean
}
type Line = Decided['meeting']['lines'][number]

/** As it stands: a line that was corrected since says what it is now, and that it was. */
function standing({ outcomeTitle, reason = '', corrected = [], setAside }: Line): readonly [string, string] {
  const last = corrected.filter((one) => !one.setAside).at(-1)
  if (setAside) return [outcomeTitle, [reason, `未能适用：${setAside}`].filter(Boolean).join('；')]
  if (!last) return [outcomeTitle, reason]
  if (last.outcomeTitle !== outcomeTitle) return [last.outcomeTitle, `登记时误为“${outcomeTitle}”，已更正。`]
  // Corrected, and then back: what the body decided is what stood there first.
  const between = corrected.filter((one) => !one.setAside && one.outcomeTitle !== outcomeTitle).at(-1)
  const back = between ? `曾误更正为“${between.outcomeTitle}”，已改回。` : ''
  return [outcomeTitle, [reason, back].filter(Boolean).join('；')]
}

export function minutesPaper({ page, meeting, training = false }: Decided): Paper {
  const { batchTitle, stepTitle, trial, body, record } = page
  const { reference, date, present, absent, recusals, lines, how } = meeting
  const title = `${meeting.meeting}${paperOf(page)}`
  const names = new Map(lines.map(({ unit, name }) => [unit, name]))
  return filled(
    MINUTES,
    {
      标题: title,
      会议纪要编号: reference,
      机关: body,
      日期: saidDay(date),
      日期名称: record === 'signedList' ? '签名日期' : '时间',
      出席: present.join('、'),
      缺席: absent.join('、'),
      回避: recusals.map(({ person, case: unit }) => `${person}（${names.get(unit) ?? unit}）`).join('、'),
      批次名称: batchTitle,
      环节: stepTitle,
      单位数: String(lines.length),
      决定方式: saidHow(page, how),
      次序名称: page.ranked ? '名次' : '序号',
      名单: lines.map((line, at) => {
        const [outcome, note] = standing(line)
        return {
          序号: String(page.ranked ? (line.rank ?? '') : at + 1),
          单位名称: line.name,
          结论: outcome,
          说明: note,
        }
      }),
    },
    {
      name: `${body}　${reference}　${title}`,
      marks: training ? ['培训'] : trial ? ['演练'] : [],
    },
  )
}
