/** The letter to one organ, as it is printed and as Word has it. */
import { saidDay } from '#calendar/said.ts'
import type { ConsultationsPage, LetterShown } from '#contracts/consultation/consultation.ts'
import { filled } from '#papers/fill-in.ts'
import { LETTER } from '#papers/forms/letter.ts'
import type { Paper } from '#papers/paper.ts'

export type Asking = {
  readonly page: Pick<ConsultationsPage, 'batch' | 'county' | 'office' | 'officePhone'>
  /** One that is not registered yet has no number, and may lack its days: it is a draft. */
  readonly letter: Pick<LetterShown, 'units'> & Partial<Pick<LetterShown, 'reference' | 'on' | 'lastDay'>>
  /** Whom it is to. */
  readonly to: string
  /** Of a county whose data is made up. */
  readonly training?: boolean
}
/** An organ as a letter addresses it: of a 县, 市 or 区, whatever that is called. */
function inFull(organ: string, county: string): string {
  const rank = /[县市区旗]$/.exec(county)?.[0] ?? ''
  return organ.startsWith(county) || organ.startsWith(rank) ? organ : `${rank}${organ}`
}
const DRAFT = '草稿'

export function letterPaper({
  page: { batch, county, office, officePhone = '' },
  letter,
  to,
  training = false,
}: Asking): Paper {
  const { reference = '', on, lastDay, units } = letter
  const isDraft = reference === ''
  // A day that is not known yet is written in by hand.
  const dayOf = (day: string | undefined) => (day === undefined ? '' : saidDay(day))
  return filled(
    LETTER,
    {
      函号: reference,
      主送机关: inFull(to, county),
      机关: office,
      日期: dayOf(on),
      复函期限: dayOf(lastDay),
      批次名称: batch.title,
      单位数: String(units.length),
      联系电话: officePhone,
      名单: units.map(({ name }, at) => ({ 序号: String(at + 1), 单位名称: name })),
    },
    {
      name: `${office}　${isDraft ? '' : `${reference}　`}${LETTER.subject}（${to}）${isDraft ? `（${DRAFT}）` : ''}`,
      marks: [...(isDraft ? [DRAFT] : []), ...(training ? ['培训'] : batch.trial ? ['演练'] : [])],
    },
  )
}
