/** `shifan verify`: everything that a county has kept against its hashes, with the county down. */
import { join, resolve } from 'node:path'
import { Sentence } from '#typed/sentence.ts'
import type { Finding } from '#verify/finding.ts'
import { type Counts, type Scope, verifyCounty } from '#verify/verify-county.ts'
import { root } from '../laptop/laptop.ts'
import { understood } from '../understood.ts'
import { recordsOnDisk } from './records-on-disk.ts'

const USAGE = `用法：npm run shifan -- verify [--data 数据文件夹] [--batch 批次 | --case 批次/单位]
  --data   默认是data/sixian；请先结束示范（按Ctrl-C）；核对不改动其中的任何内容
  --batch  只核对一个批次，例如2018-2
  --case   只核对一件，例如2018-2/dazhuang`

/** @returns the exit code: 1 when anything is not as it was written */
export async function verifyCommand(args: string[], print: (text: string) => void = console.log): Promise<number> {
  const { values } = understood(args, USAGE, {
    options: { data: { type: 'string' }, batch: { type: 'string' }, case: { type: 'string' } },
  })
  const scope = scopeOf(values)
  const data = resolve(values.data ?? join(root, 'data', 'sixian'))
  const { records, findings: onDisk } = await recordsOnDisk(data)
  const { findings, counts, known } = await verifyCounty(records, scope)
  if (!known) throw new Sentence(`${data}中没有${said(scope)}的记录，每日摘要中也没有；请核对编号。`)
  const all = [...onDisk, ...findings]
  print(report(scope.batch === undefined ? data : `${data}中的${said(scope)}`, counts, all))
  return all.length === 0 ? 0 : 1
}

function scopeOf(values: { batch?: string | undefined; case?: string | undefined }): Scope {
  if (values.batch !== undefined && values.case !== undefined)
    throw new Sentence(`--batch和--case只能写一个。\n${USAGE}`)
  if (values.batch !== undefined) return { batch: values.batch }
  if (values.case === undefined) return {}
  const [, batch, unit] = /^([^/]+)\/([^/]+)$/.exec(values.case) ?? []
  if (!batch || !unit) throw new Sentence(`--case应写作“批次/单位”，收到的是“${values.case}”。\n${USAGE}`)
  return { batch, unit }
}

const said = ({ batch, unit }: Scope): string => {
  if (batch === undefined) return ''
  return unit === undefined ? `批次${batch}` : `批次${batch}、单位${unit}`
}

/** Whose values are said: the record holds none about persons; contents and personal data are told without. */
const OPEN: readonly Finding['kind'][] = ['ledger', 'root', 'row']
/** Of a long text the beginning. */
const SHOWN = 60

export function report(where: string, counts: Counts, findings: readonly Finding[]): string {
  const { streams, commits, roots, rows, files, texts, persons } = counts
  const looked = `核对${where}：${streams}个记录流、${commits}次提交、${roots}份每日摘要、${rows}行列表、${files}份材料、${texts}份内容、${persons}处个人信息。`
  if (findings.length === 0) return `${looked}\n✓ 均与写入时一致。`
  return [looked, ...findings.map(line), `共${findings.length}处不符。`].join('\n')
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
