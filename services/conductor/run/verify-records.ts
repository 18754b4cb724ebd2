/** Once a day: whether what is kept is what was written. */
import { createHash } from 'node:crypto'
import { dateOf, daysBetween } from '#calendar/deadline.ts'
import type { Ledger, Newest } from '#ledger/ledger.ts'
import { isSound, type Root, type Roots } from '#ledger/root.ts'
import type { Bodies } from '#verify/bodies.ts'
import type { StoredRecords } from '#verify/dynamo-records.ts'
import { fieldFinder } from '#verify/find-field.ts'
import type { Finding } from '#verify/finding.ts'
import { gapsIn, sealedDays, withGaps } from '#verify/lacking-roots.ts'
import { wrongFile, wrongTexts } from '#verify/verify-named.ts'
import { type Witness, witnessesOf, wrongByHead, wrongInRoots } from '#verify/verify-roots.ts'
import { verifyStream } from '#verify/verify-stream.ts'

/** What has not changed is looked into once in as many days. */
export const DAYS = 30
/** From which days are counted. */
const BEFORE_ALL = '2000-01-01'
/** Into so many altered commits it looks for the field: the function has a quarter of an hour for all. */
const MOST_FIELDS = 5

type Deps = {
  readonly ledger: Pick<Ledger, 'streams'>
  readonly records: StoredRecords
  readonly roots: Pick<Roots, 'dates' | 'on'>
  readonly bodies: Bodies
  readonly now: () => Date
}
/** `looked`: streams that were read from their first commit on. */
export type VerifiedDay = { readonly streams: number; readonly looked: number; readonly findings: readonly Finding[] }

/**
 * Compares the end of every stream with the last root before today's, and reads what has changed since and a part of
 * everything else: commits, row, kept texts, files. Personal data are not read: nobody may for this.
 * @param everything reads all streams, not only their part of today
 */
export const verifyRecords =
  ({ ledger, records, roots, bodies, now }: Deps) =>
  async ({ everything = false } = {}): Promise<VerifiedDay> => {
    const today = dateOf(now().toISOString())
    const dates = await roots.dates()
    const { last, chain } = await verifiedRoots(
      roots,
      dates.filter((date) => date < today),
      today,
    )
    const findings: Finding[] = []
    const sound = last && isSound(last) ? [last] : []
    const witnesses = witnessesOf(sound)
    const heads = new Map(await Array.fromAsync(ledger.streams(), (head) => [head.stream, head] as const))
    const find = fieldFinder(() => new Map(), MOST_FIELDS)
    let looked = 0
    let first: string | undefined
    for (const stream of [...new Set([...heads.keys(), ...witnesses.keys()])].toSorted()) {
      const [witness] = witnesses.get(stream) ?? []
      const head = heads.get(stream) ?? { stream, number: 0 }
      const atEnd = witness ? wrongByHead(head, witness) : []
      const isDue = everything || isNews(head, witness) || isTurnOf(stream, today)
      if (atEnd.length === 0 && !isDue) continue
      looked++
      // The row first: commits may come meanwhile, and a row that is ahead of them would be a finding.
      const row = await records.row(stream)
      const items = await records.items(stream)
      const found = verifyStream({
        stream,
        items,
        witnesses: witness ? [witness] : [],
        days: sound.map(({ date }) => date),
        find,
        // One that lags is the hourly rebuild's affair.
        row: row === undefined ? 'unasked' : { is: row },
      })
      findings.push(...(found.findings.length > 0 ? found.findings : atEnd))
      if (found.findings.some(({ kind }) => kind === 'ledger')) continue
      for (const { at } of found.commits) if (first === undefined || at < first) first = at
      findings.push(...(await wrongTexts(stream, found.commits, bodies)))
      if (stream.startsWith('evidence/')) findings.push(...(await wrongFile(stream, found.commits, bodies)))
    }
    // Older ones were told of on their day, and every day for ever would be told of nothing.
    const isNow = ({ last: ends }: { readonly last: string }) => everything || ends >= (dates.at(-2) ?? '')
    const gaps = gapsIn(dates, sealedDays(everything || !last ? first : undefined, now().toISOString())).filter(isNow)
    return { streams: heads.size, looked, findings: [...withGaps(chain, gaps), ...findings] }
  }

const isNews = ({ number }: Pick<Newest, 'number'>, witness: Witness | undefined): boolean => number !== witness?.number

/** Whether this day is the one in thirty on which a stream is read in any case: every stream has its own. */
export const isTurnOf = (stream: string, date: string): boolean =>
  createHash('sha256').update(stream).digest().readUInt32BE() % DAYS === daysBetween(BEFORE_ALL, date) % DAYS

/** The last root before today's after the one before it, and each older one so on its own day of thirty. */
async function verifiedRoots(
  roots: Pick<Roots, 'on'>,
  dates: readonly string[],
  today: string,
): Promise<{ last: Root | undefined; chain: Finding[] }> {
  const found = async (at: number) => {
    const days = dates.slice(Math.max(0, at - 1), at + 1)
    const read = await Promise.all(days.map((date) => roots.on(date)))
    const unreadable = days.filter((_date, i) => !read[i]).map(unreadableRoot)
    return { last: read.at(-1), findings: [...unreadable, ...wrongInRoots(read, at <= 1)] }
  }
  if (dates.length === 0) return { last: undefined, chain: [] }
  const { last, findings } = await found(dates.length - 1)
  const chain = [...findings]
  for (const [at, date] of dates.slice(0, -1).entries())
    if (at > 0 && isTurnOf(date, today)) chain.push(...(await found(at)).findings)
  return { last, chain }
}

const unreadableRoot = (date: string): Finding => ({
  kind: 'root',
  date,
  field: '全文',
  sentence: `每日摘要${date}不合格式，被改过或已损坏；请与存储桶中的原件核对。`,
})
