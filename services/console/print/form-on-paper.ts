/** A form of a case as the county's paper: what stands in its rows and boxes, at its head and at its foot. */
import { said, saidDay } from '#calendar/said.ts'
import type { CasePage, ShownPaper } from '#contracts/case-page.ts'
import { filesOfAnswer } from '#evidence/cited-file.ts'
import { wordsOf } from '../forms/words-of.ts'

type Answer = { readonly label: string; readonly text: string; readonly note?: string }
/** Up to three answers in a row, or a box with its opinion; what is not there yet is left blank. */
export type PaperRow =
  | { readonly kind: 'answers'; readonly answers: readonly Answer[]; readonly long: boolean }
  | {
      readonly kind: 'box'
      readonly label: string
      readonly text: string
      readonly signer: string
      /** How it was given, where not by hand on this paper. */
      readonly how: string
      /** In words; '' where the day is to be written in. */
      readonly day: string
    }
/** A stretch of a text: whether it is the first of it, and the last. */
export type Part = { readonly text: string; readonly begins: boolean; readonly ends: boolean }
export type ListedFile = { readonly label: string; readonly name: string; readonly code: string }
export type FormOnPaper = {
  readonly annex: string
  readonly title: readonly string[]
  readonly sealed: string
  readonly unit: string
  readonly dated: string
  readonly day: string
  readonly rows: readonly PaperRow[]
  readonly files: readonly ListedFile[]
  /** What stands across every sheet that may not be used. */
  readonly marks: readonly string[]
  readonly closing: string
  readonly foot: string
}

export type OnPaper = {
  readonly page: Pick<CasePage, 'unit' | 'batch'>
  readonly paper: ShownPaper
  /** Something in `values` is not kept by the system yet. */
  readonly unsaved?: boolean
  /** Of a county whose data is made up. */
  readonly training?: boolean
}

/** Enough of a digest to tell two versions apart by eye. */
const CODE = 16
const DRAFT = '草稿，不得用印'

export function formOnPaper({ page, paper, unsaved = false, training = false }: OnPaper): FormOnPaper {
  const { printed, values, digest, savedAt, missing } = paper
  const isDraft = unsaved || digest === undefined || missing.length > 0
  const code = isDraft ? '' : digest.slice(0, CODE)
  const unreal = training ? ['培训'] : page.batch.trial ? ['演练'] : []
  return {
    annex: printed.annex ?? '',
    title: printed.title,
    ...{ sealed: printed.sealed, dated: printed.dated },
    unit: page.unit.name,
    day: paper.handedIn ? saidDay(paper.handedIn) : '',
    rows: [
      answersRow([{ label: printed.unit, text: page.unit.name }]),
      ...printed.rows.map((row) =>
        answersRow(
          row.map(({ name, label }) => {
            const note = printed.notes[name]
            return { label, text: answerOf(paper, name, values[name]), ...(note && { note: `（${note}）` }) }
          }),
          row.some(({ name }) => paper.fields.some((field) => field.name === name && field.kind === 'longText')),
        ),
      ),
      ...paper.signOffs.map(boxOf),
    ],
    files: filesOf(paper),
    marks: [...(isDraft ? [DRAFT] : []), ...unreal],
    closing: isDraft
      ? `${DRAFT}：${unsaved ? '内容还没有保存' : '还没有填写完整'}，没有内容摘要。填写完整并保存后重新打印。`
      : `内容摘要（SHA-256）：${digest}。盖章扫描件与此摘要对应；内容或附送材料改动后，须重新打印、签字、盖章。`,
    foot: [
      `表式：${printed.source}`,
      ...unreal,
      ...(isDraft || !savedAt ? [DRAFT] : [`版本：${said(savedAt)}保存`, `摘要：${code}`]),
    ].join('　'),
  }
}

const answersRow = (answers: readonly Answer[], long = false): PaperRow => ({ kind: 'answers', answers, long })

/** Of a question about a person that this reader does not see, that it was left out and not forgotten. */
function answerOf({ fields }: ShownPaper, name: string, value: unknown): string {
  const field = fields.find((one) => one.name === name)
  if (!field) return value === undefined ? '（个人信息，未列印）' : String(value)
  const words = wordsOf(field, value) ?? ''
  return field.kind === 'date' && words ? saidDay(words) : words
}

/** How it was given; on screen it is no 可靠电子签名. */
const HOW = { online: '系统内确认', paper: '签名见扫描件', sealed: '电子印章见所附文件' } as const

function boxOf({ printed, mode, on, opinion = '', by = '' }: ShownPaper['signOffs'][number]): PaperRow {
  const how = mode ? HOW[mode] : '系统内办理'
  return {
    kind: 'box',
    label: printed,
    text: on ? opinion : '',
    signer: on ? by : '',
    how: on ? `（${how}）　` : '',
    day: on ? saidDay(on) : '',
  }
}

/** In the order of the questions, and within each as they were put. */
const filesOf = ({ fields, values, files }: ShownPaper): ListedFile[] =>
  fields
    .filter(({ kind }) => kind === 'files' || kind === 'file')
    .flatMap(({ name, label }) =>
      filesOfAnswer(values[name], files).map((file) => ({ label, name: file.name, code: file.sha256.slice(0, CODE) })),
    )
