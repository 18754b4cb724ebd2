import type { NoticePage } from '#contracts/notice.ts'

type Line = NoticePage['lines'][number]
type Lines = Pick<NoticePage, 'lines'>

/** Cases of a closed notice that still wait for their line, each with the reason; `takes`: another closing gives it. */
export const waitingOf = ({
  lines,
}: Lines): readonly {
  readonly unit: string
  readonly name: string
  readonly why: string
  readonly takes: boolean
}[] =>
  lines.flatMap(({ unit, name, waits, takes }) => (waits ? [{ unit, name, why: waits, takes: takes ?? false }] : []))

/** What a closing will not give a line now, and why: somebody decides something else first. */
export const keptBack = ({ lines }: Lines): readonly { readonly name: string; readonly why: string }[] =>
  lines.flatMap(({ name, pending }) => (pending ? [{ name, why: pending }] : []))

/** What a line says of the unit: never an outcome that its case has not taken. */
export const saidLine = ({ outcomeTitle, setAside, waits, pending, finding, ended }: Line): string => {
  const said = setAside ? `未适用：${setAside}` : (finding ?? outcomeTitle)
  const why = waits ?? pending
  // A line that was taken before something turned up.
  const first = why && said ? `此前为“${said}”` : said
  return [first, why && `等待：${why}`, ended].filter(Boolean).join('；') || '—'
}

/** What came of a closing, by the page before and after it. */
export function saidClosing(before: Lines & Pick<NoticePage, 'closed'>, after: Lines): string {
  const left = waitingOf(after).length
  const waits = left > 0 ? `，${left}个单位仍在等待` : ''
  if (!before.closed) return `公示已结束${waits}`
  const waited = new Set(waitingOf(before).map(({ unit }) => unit))
  const given = after.lines.filter(({ unit, waits: still }) => waited.has(unit) && !still).length
  return `已办理${given}个单位${waits}`
}
