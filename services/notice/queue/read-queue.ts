/** Every open objection of the county that this person may handle, the oldest first, and which of them say the same. */
import { batchStream } from '#batch/batch.ts'
import { caseStream } from '#case/case.ts'
import type { ObjectionQueue, objectionEndpoints } from '#contracts/objections.ts'
import type { Caller, UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { unitStream } from '#roster/unit.ts'
import type { Known } from '#rows/known.ts'
import { LISTS } from '#rows/row.ts'
import { isOf, type Rows } from '#rows/rows.ts'
import type { NoticedObjection } from '#steps/notice/notice-events.ts'
import { objectionStream } from '#steps/notice/objection.ts'
import { mayAtStep } from '../allowed-at-step.ts'
import { type NoticeStep, noticeStepOf } from '../notice/notice-step.ts'
import { type FoundNotice, noticeOf } from '../notice/read-notices.ts'
import { shownObjection } from '../notice/shown-objection.ts'
import { unitNamesAt } from '../unit-name.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows }
type Line = ObjectionQueue['objections'][number]
type Place = { readonly found: FoundNotice; readonly step: NoticeStep; readonly lines: readonly NoticedObjection[] }

/** A page of more would be slow to draw, and nobody goes through them in a day. */
export const MOST_SHOWN = 300

/**
 * One list of what is open, one look at what stands beside, and the stream of each notice with an open objection: it
 * alone knows when each came, how, and what came a moment ago.
 */
export const readObjectionQueue =
  ({ ledger, rows }: Deps): UseCase<typeof objectionEndpoints.readObjectionQueue> =>
  async ({ caller, received }) => {
    const open = await Array.fromAsync(rows.list(LISTS.open))
    const places = placesOf(open)
    const founds = await Promise.all(places.map(({ batch, n }) => noticeOf(ledger, batch, String(n))))
    const about = founds.flatMap((found) =>
      openLines(found).map((line) => ({ batch: found.shown.batch, about: line.about })),
    )
    const beside = await rows.many([
      ...new Set([
        ...founds.map(({ shown }) => batchStream(shown.batch)),
        ...about.flatMap((one) => [unitStream(one.about), caseStream(one.batch, one.about)]),
        // One that was decided a moment ago is on the list of open ones no more.
        ...founds.flatMap((found) => openLines(found).map(({ objection }) => objectionStream(objection))),
      ]),
    ])
    const looking = { caller, received, known: beside }
    const shown = await Promise.all(founds.map((found) => placeOf(ledger, found, looking)))
    const lines = (await Promise.all(shown.map((place) => linesOf(ledger, place, looking)))).flat()
    const inOrder = lines.toSorted((a, b) => a.since.localeCompare(b.since) || a.objection.localeCompare(b.objection))
    const first = inOrder.slice(0, MOST_SHOWN)
    const named = new Set(first.map(({ batch, n }) => `${batch}/${n}`))
    return {
      now: received,
      notices: shown.flatMap(({ found: { n, shown: notice }, step }) =>
        named.has(`${notice.batch}/${n}`)
          ? [
              {
                ...{ batch: notice.batch, n, title: notice.title, trial: notice.trial },
                reassesses: step.value.reassess !== undefined && !step.terms.cancelled,
              },
            ]
          : [],
      ),
      objections: first.map(({ since: _order, ...line }) => line),
      ...(inOrder.length > first.length && { more: inOrder.length - first.length }),
      apart: caller.holdings.some(({ unit }) => unit !== undefined),
    }
  }

/** Notices that have an open objection by a row of its own or by the notice's: either may be ahead. */
function placesOf(open: readonly Parameters<ReturnType<typeof isOf>>[0][]): { batch: string; n: number }[] {
  const all = [
    ...open.filter(isOf('objection')),
    ...open.filter(isOf('notice')).filter(({ openObjections }) => openObjections > 0),
  ]
  return [...new Map(all.map(({ batch, n }) => [`${batch}/${n}`, { batch, n }])).values()]
}

const openLines = ({ notice }: FoundNotice): NoticedObjection[] =>
  Object.values(notice.objections).filter(({ result }) => result === undefined)

type Looking = { readonly caller: Caller; readonly received: string; readonly known: Known }

/** A notice with what of it this person may read: nothing about a unit where they hold a post. */
async function placeOf(ledger: Ledger, found: FoundNotice, { caller, known }: Looking): Promise<Place> {
  const step = await noticeStepOf(ledger, found.shown.batch, found.shown.step, known)
  const lines = openLines(found).filter(({ about }) => mayAtStep('read-objection', caller, step, about))
  return { found, step, lines }
}

const WAITS: Readonly<Record<string, Line['waits']>> = { received: 'admitting', admitted: 'answering' }

async function linesOf(ledger: Ledger, { found, step, lines }: Place, { caller, received, known }: Looking) {
  const names = await unitNamesAt(
    ledger,
    lines.map(({ about }) => about),
    received,
    known,
  )
  const nameOf = (unit: string) => names.get(unit) ?? unit
  const firstOf = new Map<string, string>()
  for (const line of lines) {
    const key = sameOf(line)
    if (!firstOf.has(key)) firstOf.set(key, line.objection)
  }
  return lines.flatMap((line) => {
    const {
      reason: _reason,
      reply: _reply,
      ...shown
    } = shownObjection(found, line, {
      ...{ step, caller, known, nameOf },
      decided: undefined,
    })
    const isEntered = known.has(objectionStream(line.objection))
    const waits = isEntered ? WAITS[shown.status] : 'entering'
    // Settled a moment ago: the notice does not know it yet.
    if (!waits) return []
    return {
      ...shown,
      ...{ batch: found.shown.batch, n: found.n, waits, since: line.at },
      same: firstOf.get(sameOf(line)) ?? line.objection,
      ...(!isEntered && { commands: [], others: ['这件异议刚刚收到，正在登记；请几秒钟后刷新再办。'] }),
    }
  })
}

/** About the same unit in the same words; older lines say only the digest of text and files together. */
const sameOf = ({ about, alike, content }: NoticedObjection): string => `${about} ${alike ?? content}`
