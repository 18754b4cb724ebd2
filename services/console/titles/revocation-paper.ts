/** The decision that revokes a title 取消示范单位资格, as it is printed and as Word has it. */
import { saidDay } from '#calendar/said.ts'
import type { MeasureShown, TitlePage } from '#contracts/title/title.ts'
import type { Paper } from '../print/paper.ts'

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
  return {
    name: [government, number, title].filter(Boolean).join('　'),
    marks: [...(training ? ['培训'] : []), ...(isDraft ? ['送审稿'] : [])],
    unit: government,
    foot: batchTitle ?? batch,
    groups: [
      [{ kind: 'head', annex: number, title: [title] }],
      ...text.split(/\n+/).map((said) => [{ kind: 'words', as: 'prose', text: said } as const]),
      [{ kind: 'signed', lines: [government], day: saidDay(on) }],
    ],
  }
}
