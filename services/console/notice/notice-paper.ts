/** The notice 公示 as it is posted, printed and as Word has it: what its public page says before anything came of it. */
import { saidDay, saidEnd } from '#calendar/said.ts'
import type { NoticePage } from '#contracts/notice.ts'
import { filled } from '#papers/fill-in.ts'
import { NOTICE } from '#papers/forms/notice.ts'
import type { Paper } from '#papers/paper.ts'

type Posted = {
  readonly page: Pick<
    NoticePage,
    | 'title'
    | 'text'
    | 'lines'
    | 'period'
    | 'publication'
    | 'trial'
    | 'batchTitle'
    | 'office'
    | 'contact'
    | 'preparation'
  >
  /** Of a county whose data is made up. */
  readonly training?: boolean
}

/** A draft is marked as one; the dates of its period are those that it would have. */
export function noticePaper({ page, training = false }: Posted): Paper {
  const { title, text, lines, period, publication, trial, batchTitle, office, contact, preparation } = page
  const ways = [
    contact.phone && `电话：${contact.phone}`,
    contact.address && `地址：${contact.address}`,
    contact.email && `电子邮箱：${contact.email}`,
  ].filter((way) => way !== undefined)
  return filled(
    NOTICE,
    {
      标题: title,
      正文: text ?? `现将下列${lines.length}个单位予以公示，接受社会监督。`,
      公示期: period.said,
      公示截止: saidEnd(period.lateFrom),
      联系方式: ways.length > 0 ? `${ways.join('；')}。` : '',
      机关: office,
      日期: saidDay(publication.on),
      批次名称: batchTitle,
      单位数: String(lines.length),
      名单: lines.map(({ name }, at) => ({ 序号: String(at + 1), 单位名称: name })),
    },
    {
      name: `${office}　${batchTitle}　${title}`,
      marks: [...(training ? ['培训'] : trial ? ['演练'] : []), ...(preparation ? ['送审稿'] : [])],
    },
  )
}
