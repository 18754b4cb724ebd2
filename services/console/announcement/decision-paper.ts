/** The decision that names units, as it is printed and as Word has it: what its public page says, in the form of a document. */
import { saidDay } from '#calendar/said.ts'
import type { AnnouncementsPage } from '#contracts/announcement.ts'
import { filled } from '#papers/fill-in.ts'
import { DECISION } from '#papers/forms/decision.ts'
import type { Paper } from '#papers/paper.ts'

export type Deciding = {
  readonly page: Pick<AnnouncementsPage, 'batchTitle' | 'trial' | 'stepTitle' | 'government'>
  readonly one: AnnouncementsPage['all'][number]
  /** Of a county whose data is made up. */
  readonly training?: boolean
}

/** Whom it could not be applied to it does not name any more, as the public page does not. */
export function decisionPaper({ page, one, training = false }: Deciding): Paper {
  const { batchTitle, trial, stepTitle, government } = page
  const { title, number, date, text = '', commends, approvedBy, lines } = one
  const units = lines.filter(({ setAside }) => !setAside)
  return filled(
    DECISION,
    {
      标题: title,
      文号: number,
      机关: government,
      日期: saidDay(date),
      正文: text,
      表彰: commends ? '并予以表彰' : '',
      批次名称: batchTitle,
      环节: stepTitle,
      单位数: String(units.length),
      名单: units.map(({ name }, at) => ({ 序号: String(at + 1), 单位名称: name })),
    },
    {
      name: `${government}　${number}　${title}`,
      marks: [...(training ? ['培训'] : trial ? ['演练'] : []), ...(approvedBy ? [] : ['送审稿'])],
    },
  )
}
