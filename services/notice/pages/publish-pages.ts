/** Keeps the public pages: whatever changes in the ledger is read there again and written into the site bucket. */
import { batchKind, batchStream } from '#batch/batch.ts'
import { calendarOfCall } from '#batch/calendar-of-call.ts'
import type { Organs } from '#county/organs.ts'
import type { Contents } from '#ledger/contents.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { readTerms } from '#rows/known-call.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf, titleRows } from '#rows/rows.ts'
import { titleFields } from '#rows/title-fields.ts'
import { noticeKind, noticeStream } from '#steps/notice/notice.ts'
import { codeOf, pathOfCode } from '#title/certificate.ts'
import { heldSince, titleKind } from '#title/title.ts'
import { byName } from '#typed/names.ts'
import { noticeStepOf } from '../notice/notice-step.ts'
import { cancelledAt, publishedNotice, publishedNotices } from '../notice/read-notices.ts'
import { actsSayingOf, hasAnyTaken, howCasesStand, whoHasTaken } from '../notice/who-has-taken.ts'
import { unitNameAt, unitNamesAt } from '../unit-name.ts'
import { batchHtml, calendarPath } from './batch-html.ts'
import { announcementHtml, decisionHtml } from './decision-html.ts'
import { EXPERIENCES, experiencesHtml } from './experience-html.ts'
import { indexHtml } from './index-html.ts'
import { allLines, keptLines, linesOf, readLines, takenIn } from './index-lines.ts'
import { unreal } from './layout.ts'
import { noticeHtml } from './notice-html.ts'
import { publishExperience } from './publish-experience.ts'
import { announcedAt, namesUnits, namingsIn } from './read-decisions.ts'
import {
  hasExperience,
  lineOf,
  registerAtom,
  registerHtml,
  registerJson,
  titleHtml,
  titlesIn,
} from './register-html.ts'
import type { SitePages } from './site-pages.ts'

type Deps = {
  readonly ledger: Ledger
  readonly rows: Rows
  /** What units tell of their experience. */
  readonly contents: Pick<Contents, 'get'>
  readonly pages: SitePages
  readonly organs: Organs
}

/** What news may have changed, each once: streams of the acts that have a page, and batches for the index. */
type Changed = {
  readonly batches: Set<string>
  readonly acts: Set<string>
  readonly titles: Set<string>
  readonly index: Set<string>
}

/** Publishes what news of streams changes, each page once; safe to call twice, late or out of order. */
export const publishPages =
  (deps: Deps) =>
  async (streams: readonly string[]): Promise<void> => {
    const changed: Changed = { batches: new Set(), acts: new Set(), titles: new Set(), index: new Set() }
    for (const stream of streams) await noteChanges(deps, stream, changed)
    const { batches, acts, titles, index } = changed
    for (const batch of batches) {
      for (const notice of await publishBatch(deps, batch)) acts.add(notice)
      index.add(batch)
    }
    for (const act of acts) {
      const [kind, batch = '', which = ''] = act.split('/')
      if (await publishers[kind ?? '']?.(deps, batch, which)) index.add(batch)
    }
    if (index.size > 0) await publishIndex(deps, index)
    if (batches.size > 0 || titles.size > 0) await publishRegister(deps, titles)
  }

/** By the kind of an act, what makes its page; it answers whether the public may see one. */
const publishers: Readonly<Record<string, (deps: Deps, batch: string, which: string) => Promise<boolean>>> = {
  notice: publishNotice,
  resolution: publishNamings,
  decision: publishDocument,
}

async function noteChanges({ ledger }: Deps, stream: string, { batches, acts, titles }: Changed): Promise<void> {
  const [kind = '', a = '', b = ''] = stream.split('/')
  if (kind === 'batch') batches.add(a)
  else if (kind === 'title') titles.add(stream)
  // They say of a case only now what it has come to.
  else if (kind === 'case') for (const act of await actsSayingOf(ledger, a, b)) acts.add(act)
  else if (Object.hasOwn(publishers, kind)) acts.add(stream)
}

/**
 * A call has a page once it is open, which says as well how it was amended, and that its batch is cancelled.
 * @returns the notices of a cancelled batch, which say it too
 */
async function publishBatch({ ledger, pages, organs }: Deps, batch: string): Promise<readonly string[]> {
  const stream = batchStream(batch)
  const { terms: called, cancelled } = (await readStream(ledger, batchKind, stream)).state
  if (!called) return []
  await pages.publish(`public/batches/${batch}.html`, async () => {
    const { terms = called, ...more } = (await readStream(ledger, batchKind, stream)).state
    return batchHtml({ ...more, batch, terms, organs })
  })
  // Beside the page and as it says: units are given the same file.
  await pages.publish(calendarPath(batch), async () => {
    const { terms = called, openedAt, opened, ...more } = (await readStream(ledger, batchKind, stream)).state
    if (!openedAt || !opened) throw new Error(`${stream} has terms and was not opened`)
    return calendarOfCall({ ...more, terms, openedAt, opened }, unreal(organs, terms.trial))
  })
  return cancelled ? (await publishedNotices(ledger, batch)).map(({ n }) => noticeStream(batch, n)) : []
}

/** What is prepared only is nobody's but the office's. @returns whether the public may see it */
async function publishNotice({ ledger, pages, organs }: Deps, batch: string, n: string): Promise<boolean> {
  const stream = noticeStream(batch, Number(n))
  const { published } = (await readStream(ledger, noticeKind, stream)).state
  if (!published) return false
  await pages.publish(`public/notices/${batch}/${n}.html`, async () => {
    const found = await publishedNotice(ledger, batch, n)
    const step = await noticeStepOf(ledger, batch, found.shown.step)
    const names = await unitNamesAt(ledger, found.shown.cases, found.published.at)
    const { closed } = found.notice
    const standings = closed && (await howCasesStand(ledger, { batch, stream, units: found.shown.cases }))
    const cancelled = await cancelledAt(ledger, batch)
    return noticeHtml({ found, names, step, organs, ...(standings && { standings }), ...(cancelled && { cancelled }) })
  })
  return true
}

async function publishNamings({ ledger, pages, organs }: Deps, batch: string, step: string): Promise<boolean> {
  const { title, trial, procedure: variant } = await readTerms(ledger, batch)
  const procedure = procedureOf(variant)
  if (!namesUnits(procedure, step)) return false
  const namings = await namingsIn(ledger, batch, procedure)
  if ((await takenIn(ledger, batch, namings)).length === 0) return false
  await pages.publish(`public/decisions/${batch}.html`, async () => {
    const all = await namingsIn(ledger, batch, procedure)
    const taken = await Promise.all(
      all.map(async (naming) => ({ ...naming, units: await whoHasTaken(ledger, batch, naming) })),
    )
    const named = await Promise.all(
      taken.map(async ({ meeting, units }) => [...(await unitNamesAt(ledger, units, meeting.at))]),
    )
    const shown = taken.filter(({ units }) => units.length > 0)
    return decisionHtml({ title, trial, namings: shown, names: new Map(named.flat()), organs })
  })
  return true
}

async function publishDocument({ ledger, pages, organs }: Deps, batch: string, n: string): Promise<boolean> {
  const first = await announcedAt(ledger, batch, Number(n))
  if (!first || !(await hasAnyTaken(ledger, batch, first))) return false
  await pages.publish(`public/decisions/${batch}/${n}.html`, async () => {
    const found = (await announcedAt(ledger, batch, Number(n))) ?? first
    const units = await whoHasTaken(ledger, batch, found)
    const names = await unitNamesAt(ledger, units, found.announced.at)
    return announcementHtml({ ...found, units }, { names, organs })
  })
  return true
}

const INDEX_LINES = 'public/index.json'

/**
 * What it says of other batches it has kept; before the first time that is made of every batch that the rows know.
 * @param batches of which there is news: behind it the rows may lag, the ledger does not
 */
async function publishIndex({ ledger, rows, pages, organs }: Deps, batches: ReadonlySet<string>): Promise<void> {
  await pages.publish(INDEX_LINES, async (before) => {
    const kept = readLines(before)
    const known = kept ? [] : (await rowsOf(rows, 'batch', LISTS.batches)).map(({ batch }) => batch)
    const fresh = [...new Set([...known, ...batches])].map(async (one) => [one, await linesOf(ledger, one)] as const)
    return keptLines({ ...kept, ...Object.fromEntries(await Promise.all(fresh)) })
  })
  await pages.publish('public/index.html', async () => {
    const { notices, calls, decisions } = allLines(readLines(await pages.read(INDEX_LINES)) ?? {})
    return indexHtml(notices, calls, decisions, organs)
  })
}

/**
 * Who holds a title the rows say; of titles that are the news, behind which they may lag, the ledger, which makes the page
 * of each too. The register is one list three times: for people, for programs, and for who follows it.
 */
async function publishRegister(deps: Deps, news: ReadonlySet<string>): Promise<void> {
  const { ledger, rows, pages, organs } = deps
  for (const stream of news) await publishTitle(deps, stream)
  let hasExperiences = false
  await pages.publish(REGISTER, async () => {
    const listed = await titleRows(rows)
    const fresh = await Promise.all(
      [...news].map(async (stream) => {
        const { state } = await readStream(ledger, titleKind, stream)
        return titleFields(state, stream.split('/').slice(1)) ?? []
      }),
    )
    const known = new Map((await rowsOf(rows, 'unit', LISTS.units)).map((row) => [row.stream, row]))
    const titles = [...listed.filter((row) => !news.has(row.stream)), ...fresh.flat()]
    const lines = titles.map(async (row) => lineOf(row, await unitNameAt(ledger, row.unit, row.at, known)))
    const shown = (await Promise.all(lines)).flat()
    hasExperiences = hasExperience(shown)
    return registerJson(
      // Of one unit and one day the code decides: the list is the same whichever of them is the news.
      shown.toSorted((a, b) => b.on.localeCompare(a.on) || byName(a, b) || a.code.localeCompare(b.code)),
      organs,
    )
  })
  const lines = async () => titlesIn(await pages.read(REGISTER))
  await pages.publish('public/register.html', async () => registerHtml(await lines(), organs))
  await pages.publish('public/register.atom', async () => registerAtom(await lines(), organs))
  if (hasExperiences) await pages.publish(EXPERIENCES.slice(1), async () => experiencesHtml(await lines(), organs))
}
const REGISTER = 'public/register.json'

async function publishTitle(deps: Omit<Deps, 'rows'>, stream: string): Promise<void> {
  const { ledger, pages, organs } = deps
  const { state } = await readStream(ledger, titleKind, stream)
  const [, unit = '', batch = ''] = stream.split('/')
  const [code, since] = [codeOf(stream, state), heldSince(state)]
  if (!code || !since) return
  const name = await unitNameAt(ledger, unit, since.at)
  await pages.publish(pathOfCode(code).slice(1), async () => {
    const { state: title } = await readStream(ledger, titleKind, stream)
    return titleHtml({ title, unit, batch, name }, organs)
  })
  await publishExperience(deps, { stream, title: state }, { name, code })
}
