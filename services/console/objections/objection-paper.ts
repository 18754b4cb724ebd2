/** What goes to an objector, as it is printed and as Word has it: that it is taken up, or is not, or what was found; and the proof of its delivery. */
import { saidDay } from '#calendar/said.ts'
import type { NoticePage } from '#contracts/notice.ts'
import { filled } from '#papers/fill-in.ts'
import { DELIVERY } from '#papers/forms/delivery.ts'
import { OBJECTION_ADMITTED, OBJECTION_ANSWER, OBJECTION_DECLINED } from '#papers/forms/objection.ts'
import type { Paper } from '#papers/paper.ts'

export type Told = {
  /** What it is, by what was decided: 异议受理告知书, 异议不予受理告知书, 异议答复书. */
  readonly title: string
  readonly page: Pick<NoticePage, 'title' | 'trial' | 'batchTitle' | 'office'>
  readonly objection: Pick<
    NoticePage['objections'][number],
    'objection' | 'aboutName' | 'on' | 'status' | 'statusTitle' | 'answerBy' | 'reason' | 'reply' | 'decidedOn'
  >
  /** Who objected, of whom it was read; written in by hand otherwise. */
  readonly name?: string | undefined
  /** Of a county whose data is made up. */
  readonly training: boolean
}

/** Not by the objector's name: a file lies where others see what it is called. */
const as = ({ page, objection, training }: Told, title: string) => ({
  name: `${page.office}　${objection.objection}　${title}`,
  marks: training ? ['培训'] : page.trial ? ['演练'] : [],
})

export function answerPaper(told: Told): Paper {
  const { title, page, objection: one, name = '' } = told
  const about = {
    异议编号: one.objection,
    异议人: name,
    异议日期: saidDay(one.on),
    公示标题: page.title,
    异议对象: one.aboutName,
    机关: page.office,
    日期: one.decidedOn ? saidDay(one.decidedOn) : '',
    批次名称: page.batchTitle,
  }
  if (one.status === 'admitted')
    return filled(
      OBJECTION_ADMITTED,
      { ...about, 答复期限: one.answerBy ? saidDay(one.answerBy) : '' },
      as(told, title),
    )
  if (one.status === 'declined')
    return filled(OBJECTION_DECLINED, { ...about, 不予受理理由: one.reply ?? one.reason ?? '' }, as(told, title))
  // The reply alone: what was found stays in the office.
  return filled(OBJECTION_ANSWER, { ...about, 认定结果: one.statusTitle, 答复: one.reply ?? '' }, as(told, title))
}

/** Whoever receives it signs here. */
export function deliveryPaper(told: Told): Paper {
  const { title, page, objection, name = '' } = told
  return filled(
    DELIVERY,
    {
      异议编号: objection.objection,
      送达文书: `${title}（编号${objection.objection}）`,
      受送达人: name,
      机关: page.office,
      批次名称: page.batchTitle,
    },
    as(told, `${title}送达回证`),
  )
}
