/** Keeps the public pages: whatever changes in the ledger is read there again and written into the site bucket. */
import { resolutionKind, resolutionStream } from '#acts/resolution.ts'
import { batchKind, batchStream } from '#batch/batch.ts'
import type { Organs } from '#county/county.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import { LISTS } from '#rows/row.ts'
import { type Rows, rowsOf } from '#rows/rows.ts'
import { titleKind, titleStream } from '#title/title.ts'
import { decisionHtml, type Naming, namingsOf } from './decision-html.ts'
import { type DecisionLine, indexHtml, type NoticeLine, registerHtml } from './index-html.ts'
import { noticeHtml } from './notice-html.ts'
import { noticeOf, noticesOf, termsOf } from './read-notices.ts'
import { saidPeriod } from './said-period.ts'
import type { SitePages } from './site-pages.ts'
import { unitNameAt, unitNamesAt } from './unit-name.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows; readonly pages: SitePages; readonly organs: Organs }

/** The step whose resolution names units. */
const NAMING = 'executiveMeeting'

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
        await publishNotice(deps, a, b)
        return publishIndex(deps, a)
      case 'resolution':
        if (b !== NAMING) return
        await publishDecision(deps, a)
        return publishIndex(deps, a)
      case 'title':
        return publishRegister(deps, { unit: a, batch: b })
    }
  }

const publishNotice = ({ ledger, pages, organs }: Deps, batch: string, n: string) =>
  pages.publish(`public/notices/${batch}/${n}.html`, async () => {
    const found = await noticeOf(ledger, batch, n)
    const { cases, at } = found.published
    const names = await unitNamesAt(ledger, cases, at)
    const procedure = procedureNamed((await termsOf(ledger, batch)).procedure)
    return noticeHtml({ found, names, procedure, organs })
  })

const namingsIn = async (ledger: Ledger, batch: string): Promise<readonly Naming[]> =>
  namingsOf((await readStream(ledger, resolutionKind, resolutionStream(batch, NAMING))).state)

async function publishDecision({ ledger, pages, organs }: Deps, batch: string): Promise<void> {
  if ((await namingsIn(ledger, batch)).length === 0) return
  await pages.publish(`public/decisions/${batch}.html`, async () => {
    const { title, trial } = await termsOf(ledger, batch)
    const namings = await namingsIn(ledger, batch)
    const named = await Promise.all(
      namings.map(async ({ meeting, units }) => [...(await unitNamesAt(ledger, units, meeting.at))]),
    )
    return decisionHtml({ title, trial, namings, names: new Map(named.flat()), organs })
  })
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
      const { title } = terms
      for (const { n, published, notice } of (await noticesOf(ledger, batch)).toReversed())
        notices.push({
          batch,
          n,
          title: published.title,
          said: saidPeriod(published.period),
          lastDay: published.period.lastDay,
          closed: notice.closed !== undefined,
        })
      const date = (await namingsIn(ledger, batch)).at(-1)?.meeting.date
      if (date) decisions.push({ batch, title, date })
    }
    return indexHtml(
      notices.toSorted(byNewest),
      decisions.toSorted((a, b) => (a.date < b.date ? 1 : -1)),
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
        const { unit, batch, on, at } = conferred
        return [{ name: await unitNameAt(ledger, unit, at), unit, batch, on }]
      }),
    )
    const newestFirst = titles
      .flat()
      .toSorted((a, b) => (a.on === b.on ? (a.unit < b.unit ? -1 : 1) : a.on < b.on ? 1 : -1))
    return registerHtml(newestFirst, organs)
  })
