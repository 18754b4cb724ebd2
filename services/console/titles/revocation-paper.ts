/** The decision that revokes a title 取消示范单位资格, as it is printed and as Word has it. */
import { saidDay } from '#calendar/said.ts'
import type { MeasureShown, TitlePage } from '#contracts/title/title.ts'
import { filled } from '#papers/fill-in.ts'
import { REVOCATION } from '#papers/forms/revocation.ts'
import type { Paper } from '#papers/paper.ts'

export type Revoking = {
  readonly page: Pick<TitlePage, 'name' | 'batch' | 'batchTitle' | 'government'>
  readonly measure: Pick<MeasureShown, 'number' | 'on' | 'text'>
  /** Nobody has approved it. */
  readonly isDraft: boolean
  /** Of a county whose data is made up. */
  readonly training: boolean
}

export function revocationPaper({ page, measure, isDraft, training }: Revoking): Paper {
  const { name, batch, batchTitle, government } = page
  const { number = '', on, text } = measure
  const title = `关于取消${name}依法行政示范单位资格的决定`
  return filled(
    REVOCATION,
    {
      标题: title,
      文号: number,
      机关: government,
      日期: saidDay(on),
      正文: text,
      单位名称: name,
      批次名称: batchTitle ?? batch,
    },
    {
      name: [government, number, title].filter(Boolean).join('　'),
      marks: [...(training ? ['培训'] : []), ...(isDraft ? ['送审稿'] : [])],
    },
  )
}
