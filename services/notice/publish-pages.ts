/** Keeps the public pages: whatever changes in the ledger is read there again and written into the site bucket. */
import { batchKind, batchStream } from '#batch/batch.ts'
import type { Organs } from '#county/county.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { noticeKind, noticeStream } from '#steps/notice/notice.ts'
import { titleKind, titleStream } from '#title/title.ts'
import { announcementHtml, decisionHtml } from './decision-html.ts'
import { type DecisionLine, indexHtml, type NoticeLine, registerHtml } from './index-html.ts'
import { noticeHtml } from './notice-html.ts'
import { noticeStepOf } from './notice-step.ts'
import { addressOfDecision, announcedAt, announcedIn, namesUnits, namingsIn } from './read-decisions.ts'
import { publishedNotice, publishedNotices, termsOf } from './read-notices.ts'
import { saidPeriod } from './said-period.ts'
import type { SitePages } from './site-pages.ts'
import { unitNameAt, unitNamesAt } from './unit-name.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows; readonly pages: SitePages; readonly organs: Organs }

/** Publishes what news of one stream changes; safe to call twice, late or out of order. */
export const publishPages =
  (deps: Deps) =>
  async (stream: string): Promise<void> => {
    const [kind, a = '', b = ''] = stream.split('/')
    switch (kind) {
      case 'batch':
        await publishIndex(deps, a)
        return publishRegister(deps)
      case 'notice':
        return publishNotice(deps, a, b)
      case 'resolution':
        return publishNamings(deps, a, b)
      case 'decision':
        return publishDocument(deps, a, b)
      case 'title':
        return publishRegister(deps, { unit: a, batch: b })
    }
  }

/** What is prepared only is nobody's but the office's. */
async function publishNotice(deps: Deps, batch: string, n: string): Promise<void> {
  const { ledger, pages, organs } = deps
  const { published } = (await readStream(ledger, noticeKind, noticeStream(batch, Number(n)))).state
  if (!published) return
  await pages.publish(`public/notices/${batch}/${n}.html`, async () => {
    const found = await publishedNotice(ledger, batch, n)
    const step = await noticeStepOf(ledger, batch, found.shown.step)
    const names = await unitNamesAt(ledger, found.shown.cases, found.published.at)
    return noticeHtml({ found, names, step, organs })
  })
  await publishIndex(deps, batch)
}

async function publishNamings(deps: Deps, batch: string, step: string): Promise<void> {
  const { ledger, pages, organs } = deps
  const { title, trial, procedure: variant } = await termsOf(ledger, batch)
  const procedure = procedureOf(variant)
  if (!namesUnits(procedure, step)) return
  if ((await namingsIn(ledger, batch, procedure)).length > 0)
    await pages.publish(`public/decisions/${batch}.html`, async () => {
      const namings = (await namingsIn(ledger, batch, procedure)).filter(({ units }) => units.length > 0)
      const named = await Promise.all(
        namings.map(async ({ meeting, units }) => [...(await unitNamesAt(ledger, units, meeting.at))]),
      )
      return decisionHtml({ title, trial, namings, names: new Map(named.flat()), organs })
    })
  await publishIndex(deps, batch)
}

async function publishDocument(deps: Deps, batch: string, n: string): Promise<void> {
  const { ledger, pages, organs } = deps
  const first = await announcedAt(ledger, batch, Number(n))
  if (!first) return
  await pages.publish(`public/decisions/${batch}/${n}.html`, async () => {
    const found = (await announcedAt(ledger, batch, Number(n))) ?? first
    const names = await unitNamesAt(ledger, found.units, found.announced.at)
    return announcementHtml(found, { names, organs })
  })
  await publishIndex(deps, batch)
}

/** Which batches there are is asked of the rows, and `also` of whoever knows of one; all else of the ledger. */
const publishIndex = ({ ledger, rows, pages, organs }: Deps, also: string) =>
  pages.publish('public/index.html', async () => {
    const known = (await rowsOf(rows, 'batch', LISTS.batches)).map(({ batch }) => batch)
    const notices: NoticeLine[] = []
    const decisions: DecisionLine[] = []
    for (const batch of new Set([also, ...known.toReversed()])) {
      const { terms } = (await readStream(ledger, batchKind, batchStream(batch))).state
      if (!terms || terms.trial) continue
      for (const { n, published, notice } of (await publishedNotices(ledger, batch)).toReversed())
        notices.push({
          batch,
          n,
          title: published.title,
          said: saidPeriod(published.period),
          lastDay: published.period.lastDay,
          closed: notice.closed !== undefined,
        })
      const { title, procedure } = terms
      const namings = await namingsIn(ledger, batch, procedureOf(procedure))
      const date = namings.findLast(({ units }) => units.length > 0)?.meeting.date
      if (date) decisions.push({ address: `/public/decisions/${batch}.html`, title, date })
      for (const { n, announced, units } of (await announcedIn(ledger, batch)).toReversed())
        if (units.length > 0) {
          const address = `/public/decisions/${batch}/${n}.html`
          decisions.push({ address, title: announced.title, date: announced.date })
        }
    }
    return indexHtml(
      notices.toSorted(byNewest),
      decisions.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)),
      organs,
    )
  })

const byNewest = (a: NoticeLine, b: NoticeLine): number =>
  a.lastDay === b.lastDay ? b.n - a.n : a.lastDay < b.lastDay ? 1 : -1

/** The rows of the register may lag behind the one title that is the news. */
const publishRegister = (
  { ledger, rows, pages, organs }: Deps,
  news?: { readonly unit: string; readonly batch: string },
) =>
  pages.publish('public/register.html', async () => {
    const listed = (await rowsOf(rows, 'title', LISTS.register)).map(({ unit, batch }) => ({ unit, batch }))
    const streams = new Set([...listed, ...(news ? [news] : [])].map(({ unit, batch }) => titleStream(unit, batch)))
    const titles = await Promise.all(
      [...streams].map(async (stream) => {
        const { conferred } = (await readStream(ledger, titleKind, stream)).state
        if (!conferred) return []
        const { unit, batch, on, at, act } = conferred
        return [{ name: await unitNameAt(ledger, unit, at), unit, address: addressOfDecision(batch, act.stream), on }]
      }),
    )
    const newestFirst = titles
      .flat()
      .toSorted((a, b) => (a.on === b.on ? (a.unit < b.unit ? -1 : 1) : a.on < b.on ? 1 : -1))
    return registerHtml(newestFirst, organs)
  })
