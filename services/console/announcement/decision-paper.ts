/** The decision that names units, as it is printed and as Word has it: what its public page says, in the form of a document. */
import { saidDay } from '#calendar/said.ts'
import type { AnnouncementsPage } from '#contracts/announcement.ts'
import type { Block, List, Paper } from '../print/paper.ts'

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
  const list: List = {
    caption: `命名${commends ? '并予以表彰' : ''}的单位，共${units.length}个`,
    columns: [
      { title: '序号', width: 22, as: 'centred' },
      { title: '单位', width: 140 },
    ],
  }
  const prose = (said: string): Block => ({ kind: 'words', as: 'prose', text: said })
  return {
    name: `${government}　${number}　${title}`,
    marks: [...(training ? ['培训'] : trial ? ['演练'] : []), ...(approvedBy ? [] : ['送审稿'])],
    unit: government,
    foot: `${batchTitle}　${stepTitle}`,
    groups: [
      [{ kind: 'head', annex: number, title: [title] }],
      ...(text.trim() === '' ? [] : [[prose(text)]]),
      ...units.map(({ name }, at): readonly Block[] => [{ kind: 'entry', list, cells: [String(at + 1), name] }]),
      [{ kind: 'signed', lines: [government], day: saidDay(date) }],
    ],
  }
}
