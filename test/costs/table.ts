/** The rows as a person reads them. Names of endpoints and functions stay as they are in the code. */
import { unmet } from './expected.ts'
import type { Kind } from './measured.ts'
import type { CostRow, Sizes } from './rows.ts'

const KINDS: Readonly<Record<Kind, string>> = {
  command: '办理',
  page: '页面',
  follower: '随后处理（每次改动）',
  schedule: '定时任务（每次）',
  together: '一份材料：取得上传地址、上传、核验、引用；“+followers”连同随后处理',
}
const HEAD = [
  '名称',
  '调用：无往年批次',
  '10批',
  '100批',
  '为最少办理的倍数',
  '用时ms',
  '发出KB',
  '收到KB',
  '各类调用（100批）',
]

/** Chinese characters and full-width signs take two columns. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const kb = ({ base, x100 }: Sizes<number>): string => {
  const [least, most] = [base, x100].map((bytes) => (bytes / 1024).toFixed(1))
  return least === most ? `${least}` : `${least}→${most}`
}
const line = ({ name, calls, ofBare, cpuMs, asked, answered, byKind }: CostRow): string[] => [
  name,
  ...[calls.base, calls.x10, calls.x100].map(String),
  ofBare.toFixed(1),
  cpuMs.base === cpuMs.x100 ? `${cpuMs.base}` : `${cpuMs.base}→${cpuMs.x100}`,
  kb(asked),
  kb(answered),
  Object.entries(byKind.x100)
    .map(([operation, times]) => `${operation} ${times}`)
    .join('，'),
]

export function tableText(rows: readonly CostRow[]): string {
  const lines = rows.map(line)
  const widths = HEAD.map((title, at) => Math.max(...[title, ...lines.map((one) => one[at] ?? '')].map(widthOf)))
  const text = (cells: readonly string[]) =>
    cells
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  const kinds = Object.entries(KINDS).flatMap(([kind, title]) => {
    const of = rows.flatMap((row, at) => (row.kind === kind ? [text(lines[at] ?? [])] : []))
    return of.length > 0 ? ['', title, ...of] : []
  })
  const missed = rows.flatMap((row) => unmet(row).map((said) => `  ${row.name}：${said}`))
  const verdict = missed.length > 0 ? [`没有达到预期的${missed.length}项：`, ...missed] : ['各项都达到预期。']
  return [text(HEAD), ...kinds, '', ...verdict].join('\n')
}
