/** What goes to an objector, as it is printed and as Word has it: that it is taken up, or is not, or what was found; and the proof of its delivery. */
import { saidDay } from '#calendar/said.ts'
import type { NoticePage } from '#contracts/notice.ts'
import type { Block, Cell, Line, Paper } from '../print/paper.ts'

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

const BY_HAND = '　'.repeat(8)

const prose = (text: string): Block => ({ kind: 'words', as: 'prose', text })

function saidTo({ page, objection: one }: Told): readonly Block[] {
  const what = `你（单位）于${saidDay(one.on)}对“${page.title}”所列${one.aboutName}提出的异议（编号${one.objection}）`
  if (one.status === 'admitted')
    return [
      prose(`${what}，本机关已受理。`),
      ...(one.answerBy ? [prose(`本机关将调查核实，不迟于${saidDay(one.answerBy)}（含当日）作出认定并答复。`)] : []),
    ]
  if (one.status === 'declined')
    return [prose(`${what}，本机关决定不予受理，理由如下：`), prose(one.reply ?? one.reason ?? '')]
  return [prose(`${what}，经调查核实，认定结果为：${one.statusTitle}。答复如下：`), prose(one.reply ?? '')]
}

const headed = ({ page, objection, training }: Told, title: string) => ({
  // Not by the objector's name: a file lies where others see what it is called.
  name: `${page.office}　${objection.objection}　${title}`,
  marks: training ? ['培训'] : page.trial ? ['演练'] : [],
  unit: page.office,
  foot: page.batchTitle,
})

export function answerPaper(told: Told): Paper {
  const { title, page, objection, name } = told
  return {
    ...headed(told, title),
    groups: [
      [{ kind: 'head', annex: `编号：${objection.objection}`, title: [title] }],
      [{ kind: 'words', as: 'to', text: `${name ?? BY_HAND}：` }],
      ...saidTo(told).map((block) => [block]),
      [{ kind: 'signed', lines: [page.office], day: objection.decidedOn ? saidDay(objection.decidedOn) : '' }],
    ],
  }
}

const row = (text: string, answer: string, height: number, note?: string): Line => {
  const cells: readonly Cell[] = [
    { kind: 'label', columns: 1, text },
    { kind: 'answer', columns: 5, text: answer, prose: false, ...(note && { note }) },
  ]
  return { kind: 'line', cells, height }
}
const [LOW, HIGH] = [12, 26]
/** Whoever receives it signs here. */
export function deliveryPaper(told: Told): Paper {
  const { title, objection, name = '' } = told
  return {
    ...headed(told, `${title}送达回证`),
    groups: [
      [{ kind: 'head', annex: `编号：${objection.objection}`, title: ['送达回证'] }],
      [
        row('送达文书', `${title}（编号${objection.objection}）`, LOW),
        row('受送达人', name, LOW),
        row('送达地点', '', LOW),
        row('送达方式', '□直接送达　□邮寄送达　□留置送达　□电子送达', LOW),
        row('受送达人签收', '', HIGH, '签名或者盖章：　　　　　　　　　年　　月　　日'),
        row('代收人签收', '', HIGH, '签名、与受送达人的关系：　　　　　　　　　年　　月　　日'),
        row('拒收或不能送达的情况', '', HIGH),
        row('送达人', '', HIGH, '签名（两人以上）：　　　　　　　　　年　　月　　日'),
        row('备注', '', LOW),
      ],
    ],
  }
}
