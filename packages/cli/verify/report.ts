/** What a verification found, for whoever may read the record. */
import type { Finding } from '#verify/finding.ts'
import type { Counts } from '#verify/verify-county.ts'

/** Whose values are said: the record holds none about persons; contents and personal data are told without. */
const OPEN: readonly Finding['kind'][] = ['ledger', 'root', 'row']
/** Of a long text the beginning. */
const SHOWN = 60

export type Looked = {
  readonly where: string
  readonly counts: Counts
  readonly findings: readonly Finding[]
  /** How many public pages were compared; undefined where a part of the record was looked at. */
  readonly pages?: number | undefined
  /** Sentences on what was not looked at. */
  readonly left: readonly string[]
}

export function report({ where, counts, findings, pages, left }: Looked): string {
  const { streams, commits, roots, rows, files, texts, persons } = counts
  const looked = [
    `${streams}个记录流、${commits}次提交、${roots}份每日摘要、${rows}行列表、${files}份材料、${texts}份内容`,
    `、${persons}处个人信息${pages === undefined ? '' : `、${pages}个公开页面`}。`,
  ]
  const lines = [`核对${where}：${looked.join('')}`, ...left]
  if (findings.length === 0) return [...lines, '✓ 均与写入时一致。'].join('\n')
  return [...lines, ...findings.map(line), `共${findings.length}处不符。`].join('\n')
}

function line({ kind, stream, commit, field, date, sentence, was, is }: Finding): string {
  const place = [stream ?? date ?? '', commit === undefined ? '' : `第${commit}次提交`, field ?? '']
    .filter(Boolean)
    .join(' · ')
  const values =
    OPEN.includes(kind) && (was !== undefined || is !== undefined) ? `\n    原为${shown(was)}，现为${shown(is)}` : ''
  return `✗ ${place}\n    ${sentence}${values}`
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '（没有这一项）'
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
