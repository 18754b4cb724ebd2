/** Keeps the public pages: whatever changes in the ledger is read there again and written into the site bucket. */
import { batchKind, batchStream } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import type { Organs } from '#county/county.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { unitStream } from '#roster/unit.ts'
import { readTerms } from '#rows/known-call.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { noticeKind, noticeStream } from '#steps/notice/notice.ts'
import { titleKind, titleStream } from '#title/title.ts'
import { noticeStepOf } from '../notice/notice-step.ts'
import { cancelledAt, publishedNotice, publishedNotices } from '../notice/read-notices.ts'
import { saidPeriod } from '../notice/said-period.ts'
import { hasAnyTaken, takenBy, whoHasTaken, whoTookFrom } from '../notice/who-has-taken.ts'
import { unitNameAt, unitNamesAt } from '../unit-name.ts'
import { batchHtml } from './batch-html.ts'
import { announcementHtml, decisionHtml } from './decision-html.ts'
import { type DecisionLine, indexHtml, type NoticeLine, registerHtml } from './index-html.ts'
import { noticeHtml } from './notice-html.ts'
import {
  type Announcing,
  addressOfDecision,
  announcedAt,
  announcedIn,
  type Naming,
  namesUnits,
  namingsIn,
} from './read-decisions.ts'
import type { SitePages } from './site-pages.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows; readonly pages: SitePages; readonly organs: Organs }

/** Publishes what news of one stream changes; safe to call twice, late or out of order. */
export const publishPages =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const [kind, a = '', b = ''] = stream.split('/')
    switch (kind) {
      case 'batch':
        await publishBatch(deps, a)
        await publishIndex(deps, a)
        return publishRegister(deps)
      case 'notice':
        if (await publishNotice(deps, a, b)) await publishIndex(deps, a)
        return
      case 'case':
        return publishTaken(deps, a, b)
      case 'resolution':
        return publishNamings(deps, a, b)
      case 'decision':
        return publishDocument(deps, a, b)
      case 'title':
        return publishRegister(deps, { unit: a, batch: b })
    }
  }

/** The pages of the acts whose line a case has taken: they say of it only now what it has come to. */
async function publishTaken(deps: Deps, batch: string, unit: string): Promise<void> {
  const taken = await takenBy(deps.ledger, batch, unit)
  for (const stream of new Set(taken.map((act) => act.stream))) {
    const [kind, , b = ''] = stream.split('/')
    if (kind === 'notice') await publishNotice(deps, batch, b)
    if (kind === 'resolution') await publishNamings(deps, batch, b)
    if (kind === 'decision') await publishDocument(deps, batch, b)
  }
}

/** A call that was amended or whose batch is cancelled has a page that says so; a notice of such a batch says it too. */
async function publishBatch({ ledger, pages, organs, ...deps }: Deps, batch: string): Promise<void> {
  const stream = batchStream(batch)
  const { amendments, cancelled } = (await readStream(ledger, batchKind, stream)).state
  if (amendments.length === 0 && !cancelled) return
  await pages.publish(`public/batches/${batch}.html`, async () => {
    const { terms, ...changed } = (await readStream(ledger, batchKind, stream)).state
    if (!terms) throw new Error(`batch ${batch} was changed and says nothing`)
    return batchHtml({ ...changed, terms, organs })
  })
  if (!cancelled) return
  for (const { n } of await publishedNotices(ledger, batch))
    await publishNotice({ ledger, pages, organs, ...deps }, batch, String(n))
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
    const taken = closed && (await whoTookFrom(ledger, { batch, stream, units: found.shown.cases }))
    const cancelled = await cancelledAt(ledger, batch)
    return noticeHtml({ found, names, step, organs, ...(taken && { taken }), ...(cancelled && { cancelled }) })
  })
  return true
}

async function publishNamings(deps: Deps, batch: string, step: string): Promise<void> {
  const { ledger, pages, organs } = deps
  const { title, trial, procedure: variant } = await readTerms(ledger, batch)
  const procedure = procedureOf(variant)
  if (!namesUnits(procedure, step)) return
  const namings = await namingsIn(ledger, batch, procedure)
  if ((await takenIn(ledger, batch, namings)).length === 0) return
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
  await publishIndex(deps, batch)
}

async function publishDocument(deps: Deps, batch: string, n: string): Promise<void> {
  const { ledger, pages, organs } = deps
  const first = await announcedAt(ledger, batch, Number(n))
  if (!first || !(await hasAnyTaken(ledger, batch, first))) return
  await pages.publish(`public/decisions/${batch}/${n}.html`, async () => {
    const found = (await announcedAt(ledger, batch, Number(n))) ?? first
    const units = await whoHasTaken(ledger, batch, found)
    const names = await unitNamesAt(ledger, units, found.announced.at)
    return announcementHtml({ ...found, units }, { names, organs })
  })
  await publishIndex(deps, batch)
}

/** Those of the acts that some unit has taken. */
async function takenIn<One extends Naming | Announcing>(ledger: Ledger, batch: string, acts: readonly One[]) {
  const any = await Promise.all(acts.map((one) => hasAnyTaken(ledger, batch, one)))
  return acts.filter((_, at) => any[at])
}

/** Which batches there are is asked of the rows, and `also` of whoever knows of one; all else of the ledger. */
const publishIndex = ({ ledger, rows, pages, organs }: Deps, also: string) =>
  pages.publish('public/index.html', async () => {
    const known = (await rowsOf(rows, 'batch', LISTS.batches)).map(({ batch }) => batch)
    const notices: NoticeLine[] = []
    const decisions: DecisionLine[] = []
    const changes: DecisionLine[] = []
    for (const batch of new Set([also, ...known.toReversed()])) {
      const { terms, amendments, cancelled } = (await readStream(ledger, batchKind, batchStream(batch))).state
      if (!terms || terms.trial) continue
      const changed = cancelled ?? amendments.at(-1)
      if (changed)
        changes.push({
          address: `/public/batches/${batch}.html`,
          title: `${terms.title}${cancelled ? '（批次已取消）' : '（期限变更）'}`,
          date: dateOf(changed.at),
        })
      for (const { n, published, notice } of (await publishedNotices(ledger, batch)).toReversed())
        notices.push({
          batch,
          n,
          title: published.title,
          said: saidPeriod(published.period),
          lastDay: published.period.lastDay,
          closed: notice.closed !== undefined || cancelled !== undefined,
        })
      const { title, procedure } = terms
      const namings = await takenIn(ledger, batch, await namingsIn(ledger, batch, procedureOf(procedure)))
      const date = namings.at(-1)?.meeting.date
      if (date) decisions.push({ address: `/public/decisions/${batch}.html`, title, date })
      for (const { n, announced } of (await takenIn(ledger, batch, await announcedIn(ledger, batch))).toReversed())
        decisions.push({
          address: `/public/decisions/${batch}/${n}.html`,
          title: announced.title,
          date: announced.date,
        })
    }
    return indexHtml(notices.toSorted(byNewest), changes.toSorted(byDay), decisions.toSorted(byDay), organs)
  })

const byDay = (a: DecisionLine, b: DecisionLine): number => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)
const byNewest = (a: NoticeLine, b: NoticeLine): number =>
  a.lastDay === b.lastDay ? b.n - a.n : a.lastDay < b.lastDay ? 1 : -1

/** Who holds a title the rows say; of the one title that is the news, behind which they may lag, the ledger. */
const publishRegister = (
  { ledger, rows, pages, organs }: Deps,
  news?: { readonly unit: string; readonly batch: string },
) =>
  pages.publish('public/register.html', async () => {
    const listed = await rowsOf(rows, 'title', LISTS.register)
    const stream = news && titleStream(news.unit, news.batch)
    const { conferred } = stream ? (await readStream(ledger, titleKind, stream)).state : {}
    const titles = [
      ...listed.filter((row) => row.stream !== stream),
      ...(conferred ? [{ ...conferred, act: conferred.act.stream }] : []),
    ]
    const known = await rows.many(titles.map(({ unit }) => unitStream(unit)))
    const lines = await Promise.all(
      titles.map(async ({ unit, batch, on, at, act }) => ({
        name: await unitNameAt(ledger, unit, at, known),
        unit,
        address: addressOfDecision(batch, act),
        on,
      })),
    )
    return registerHtml(
      lines.toSorted((a, b) => (a.on === b.on ? (a.unit < b.unit ? -1 : 1) : a.on < b.on ? 1 : -1)),
      organs,
    )
  })
