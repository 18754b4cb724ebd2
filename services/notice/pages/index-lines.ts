/**
 * What the index of the public pages says of each batch. It is kept beside the index, so that news of one batch asks
 * for that batch alone, however many there were.
 */
import { z } from 'zod/mini'
import { batchKind, batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { type PublishedNotice, publishedNotices, streamOf } from '../notice/read-notices.ts'
import { saidPeriod } from '../notice/said-period.ts'
import { hasAnyTaken, howCasesStand } from '../notice/who-has-taken.ts'
import { standingOf } from '../objection/standing-of.ts'
import { type Announcing, announcedIn, type Naming, namingsIn } from './read-decisions.ts'

const noticeLine = z.object({
  batch: z.string(),
  n: z.int(),
  title: z.string(),
  said: z.string(),
  lastDay: z.string(),
  /** Nothing of it is still to come: every unit has its result, or none is given any more. */
  settled: z.boolean(),
})
export type NoticeLine = z.infer<typeof noticeLine>

const decisionLine = z.object({ address: z.string(), title: z.string(), date: z.string() })
export type DecisionLine = z.infer<typeof decisionLine>

const lines = z.object({
  notices: z.array(noticeLine),
  calls: z.array(decisionLine),
  decisions: z.array(decisionLine),
})
/** Each list with the newest of its kind first. */
export type IndexLines = z.infer<typeof lines>

/** Raised by one when `linesOf` makes something else of the same ledger: what is kept is then made anew. */
const SHAPE = 3
const kept = z.object({ shape: z.literal(SHAPE), batches: z.record(z.string(), lines) })

export const keptLines = (batches: Readonly<Record<string, IndexLines>>): string =>
  JSON.stringify({ shape: SHAPE, batches })

/** By batch; undefined when nothing is kept, or in another shape. */
export function readLines(text: string | undefined): Readonly<Record<string, IndexLines>> | undefined {
  return text === undefined ? undefined : kept.safeParse(JSON.parse(text)).data?.batches
}

/** Of all batches together, the newest of each kind first. */
export function allLines(batches: Readonly<Record<string, IndexLines>>): IndexLines {
  // By name, the newest first: which batch had news last must not show.
  const all = Object.keys(batches)
    .toSorted()
    .reverse()
    .flatMap((batch) => batches[batch] ?? [])
  return {
    notices: all.flatMap(({ notices }) => notices).toSorted(byNewest),
    calls: all.flatMap(({ calls }) => calls).toSorted(byDay),
    decisions: all.flatMap(({ decisions }) => decisions).toSorted(byDay),
  }
}

const byDay = (a: DecisionLine, b: DecisionLine): number => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)
const byNewest = (a: NoticeLine, b: NoticeLine): number =>
  a.lastDay === b.lastDay ? b.n - a.n : a.lastDay < b.lastDay ? 1 : -1

/** What the ledger has the index say of a batch; of a trial, nothing. */
export async function linesOf(ledger: Ledger, batch: string): Promise<IndexLines> {
  const { terms, openedAt, amendments, cancelled } = (await readStream(ledger, batchKind, batchStream(batch))).state
  if (!terms || !openedAt || terms.trial) return { notices: [], calls: [], decisions: [] }
  const { title, procedure } = terms
  const [notices, namings, documents] = await Promise.all([
    publishedNotices(ledger, batch),
    namingsIn(ledger, batch, procedureOf(procedure)).then((all) => takenIn(ledger, batch, all)),
    announcedIn(ledger, batch).then((all) => takenIn(ledger, batch, all)),
  ])
  const settled = cancelled ? new Set() : await settledOf(ledger, batch, notices)
  const named = namings.at(-1)?.meeting.date
  return {
    notices: notices.toReversed().map(({ n, published }) => ({
      batch,
      n,
      title: published.title,
      said: saidPeriod(published.period),
      lastDay: published.period.lastDay,
      settled: cancelled !== undefined || settled.has(n),
    })),
    calls: [
      {
        address: `/public/batches/${batch}.html`,
        title: `${title}${cancelled ? '（批次已取消）' : amendments.length > 0 ? '（期限变更）' : ''}`,
        // What changed last comes first.
        date: dateOf((cancelled ?? amendments.at(-1))?.at ?? openedAt),
      },
    ],
    decisions: [
      ...(named ? [{ address: `/public/decisions/${batch}.html`, title, date: named }] : []),
      ...documents.toReversed().map(({ n, announced }) => ({
        address: `/public/decisions/${batch}/${n}.html`,
        title: announced.title,
        date: announced.date,
      })),
    ],
  }
}

/** The numbers of the closed notices whose units all have their result: of one that waits its page says that it is to come. */
async function settledOf(
  ledger: Ledger,
  batch: string,
  notices: readonly PublishedNotice[],
): Promise<ReadonlySet<number>> {
  const each = notices.map(async (found) => {
    if (!found.notice.closed) return []
    const units = found.shown.cases.filter((unit) => {
      const { line, aside, open } = standingOf(found.notice, unit)
      return line ? open.length > 0 : !aside?.final
    })
    // Of a case that has ended nothing more is to come.
    const standings = await howCasesStand(ledger, { batch, stream: streamOf(found), units })
    return units.some((unit) => !standings.get(unit)?.endedAt) ? [] : [found.n]
  })
  return new Set((await Promise.all(each)).flat())
}

/** Those of the acts that some unit has taken. */
export async function takenIn<One extends Naming | Announcing>(ledger: Ledger, batch: string, acts: readonly One[]) {
  const any = await Promise.all(acts.map((one) => hasAnyTaken(ledger, batch, one)))
  return acts.filter((_, at) => any[at])
}
