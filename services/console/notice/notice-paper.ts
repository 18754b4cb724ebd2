/** The notice 公示 as it is posted, printed and as Word has it: what its public page says before anything came of it. */
import { saidDay, saidEnd } from '#calendar/said.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Block, List, Paper } from '../print/paper.ts'

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
  const list: List = {
    caption: `公示名单（共${lines.length}个单位）`,
    columns: [
      { title: '序号', width: 22, as: 'centred' },
      { title: '单位', width: 140 },
    ],
  }
  const prose = (said: string): readonly Block[] => [{ kind: 'words', as: 'prose', text: said }]
  const ways = [
    contact.phone && `电话：${contact.phone}`,
    contact.address && `地址：${contact.address}`,
    contact.email && `电子邮箱：${contact.email}`,
  ].filter((way) => way !== undefined)
  return {
    name: `${office}　${batchTitle}　${title}`,
    marks: [...(training ? ['培训'] : trial ? ['演练'] : []), ...(preparation ? ['送审稿'] : [])],
    unit: office,
    foot: batchTitle,
    groups: [
      [{ kind: 'head', annex: '', title: [title] }],
      ...(text ?? `现将下列${lines.length}个单位予以公示，接受社会监督。`).split(/\n+/).map(prose),
      prose(`公示期：${period.said}。`),
      prose(
        `公示期到${saidEnd(period.lateFrom)}为止。在此以前，任何单位和个人对公示对象有异议的，可以向${office}来电、来信、来访或者发送电子邮件提出，也可以在公示的网页上提出。`,
      ),
      ...(ways.length > 0 ? [prose(`${ways.join('；')}。`)] : []),
      prose('提倡实名反映，并提供事实依据和联系方式；对异议人的信息严格保密。'),
      ...lines.map(({ name }, at): readonly Block[] => [{ kind: 'entry', list, cells: [String(at + 1), name] }]),
      [{ kind: 'signed', lines: [office], day: saidDay(publication.on) }],
    ],
  }
}
