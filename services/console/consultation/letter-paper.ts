/** The letter to one organ, as it is printed and as Word has it. */
import { saidDay } from '#calendar/said.ts'
import type { ConsultationsPage, LetterShown } from '#contracts/consultation/consultation.ts'
import type { Block, List, Paper } from '../print/paper.ts'

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
/** Written in by hand: who of the office it is lies in no letter before. */
const BY_HAND = '　'.repeat(8)
const DAY_BY_HAND = '　　年　　月　　日'
const DRAFT = '草稿'
const TITLE = '关于商请核查有关单位情况的函'

export function letterPaper({
  page: { batch, county, office, officePhone = BY_HAND },
  letter,
  to,
  training = false,
}: Asking): Paper {
  const { reference = '', on, lastDay, units } = letter
  const isDraft = reference === ''
  const unreal = training ? ['培训'] : batch.trial ? ['演练'] : []
  const dayOf = (day: string | undefined) => (day === undefined ? DAY_BY_HAND : saidDay(day))
  const list: List = {
    caption: `请予核查的单位（共${units.length}个）`,
    columns: [
      { title: '序号', width: 22, as: 'centred' },
      { title: '单位', width: 140 },
    ],
  }
  const prose = (text: string): Block => ({ kind: 'words', as: 'prose', text })
  return {
    name: `${office}　${isDraft ? '' : `${reference}　`}${TITLE}（${to}）${isDraft ? `（${DRAFT}）` : ''}`,
    marks: [...(isDraft ? [DRAFT] : []), ...unreal],
    unit: office,
    foot: batch.title,
    groups: [
      [{ kind: 'head', annex: reference, title: [TITLE] }],
      [{ kind: 'words', as: 'to', text: `${inFull(to, county)}：` }],
      [
        prose(
          `按照${batch.title}的程序，现将${units.length}个单位的名单送上，商请结合职责核查各单位有无违纪违法、行政行为被撤销或者确认违法、集体访和审计发现严重问题等不宜认定的情况。`,
        ),
      ],
      [prose(`请不迟于${dayOf(lastDay)}（含当日）书面函复，并注明本函函号；没有掌握有关情况的，也请函复。`)],
      [prose(`附件：${list.caption}`)],
      [prose(`联系人：${BY_HAND}联系电话：${officePhone}`)],
      [{ kind: 'signed', lines: [office], day: dayOf(on) }],
      ...units.map(({ name }, at): readonly Block[] => [{ kind: 'entry', list, cells: [String(at + 1), name] }]),
    ],
  }
}
