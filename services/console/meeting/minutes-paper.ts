/** What a meeting has decided, as a paper for its minutes 会议纪要: printed and as Word has it, from what was recorded of it. */
import { saidDay } from '#calendar/said.ts'
import type { ResolutionPage } from '#contracts/meeting.ts'
import type { Block, List, Paper } from '../print/paper.ts'
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
  return last ? [last.outcomeTitle, `登记时误为“${outcomeTitle}”，已更正。`] : [outcomeTitle, reason]
}

export function minutesPaper({ page, meeting, training = false }: Decided): Paper {
  const { batchTitle, stepTitle, trial, body, record } = page
  const { reference, date, present, absent, recusals, lines, how } = meeting
  const title = `${meeting.meeting}${paperOf(page)}`
  const list: List = {
    caption: `${stepTitle}（共${lines.length}个单位）`,
    columns: [
      { title: page.ranked ? '名次' : '序号', width: 14, as: 'centred' },
      { title: '单位', width: 54 },
      { title: '结论', width: 30 },
      { title: '说明', width: 64 },
    ],
  }
  const prose = (said: string): readonly Block[] => [{ kind: 'words', as: 'prose', text: said }]
  const names = new Map(lines.map(({ unit, name }) => [unit, name]))
  return {
    name: `${body}　${reference}　${title}`,
    marks: training ? ['培训'] : trial ? ['演练'] : [],
    unit: body,
    foot: `${batchTitle}　${stepTitle}`,
    groups: [
      [{ kind: 'head', annex: reference, title: [title] }],
      prose(`${record === 'signedList' ? '签名日期' : '时间'}：${saidDay(date)}`),
      prose(`出席：${present.join('、')}`),
      ...(absent.length > 0 ? [prose(`缺席：${absent.join('、')}`)] : []),
      ...(recusals.length > 0
        ? [
            prose(
              `回避：${recusals.map(({ person, case: unit }) => `${person}（${names.get(unit) ?? unit}）`).join('、')}`,
            ),
          ]
        : []),
      prose(`议题：${batchTitle}“${stepTitle}”，共${lines.length}个单位`),
      prose(`决定方式：${saidHow(page, how)}`),
      ...lines.map((line, at): readonly Block[] => [
        {
          kind: 'entry',
          list,
          cells: [String(page.ranked ? (line.rank ?? '') : at + 1), line.name, ...standing(line)],
        },
      ]),
      [{ kind: 'signed', lines: [body], day: saidDay(date) }],
    ],
  }
}
