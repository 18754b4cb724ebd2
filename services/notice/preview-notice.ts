import { noticeKind } from '#acts/notice.ts'
import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/county.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Ledger } from '#ledger/ledger.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import { noticeHtml } from './notice-html.ts'
import { periodOf } from './period-of-notice.ts'
import { noticesOf, termsOf } from './read-notices.ts'
import { unitNamesAt } from './unit-name.ts'

type Deps = { readonly ledger: Ledger; readonly organs: Organs }

/** The public page as it would be, made by what makes it when it is published; keeps nothing. */
export const previewNotice =
  ({ ledger, organs }: Deps): UseCase<typeof noticeEndpoints.previewNotice> =>
  async ({ params: { batch }, body: { title, text, cases, publication }, received, caller }) => {
    const terms = await termsOf(ledger, batch)
    const n = (await noticesOf(ledger, batch)).length + 1
    const { trial, replyDays } = terms
    const published = {
      ...{ type: 'published' as const, v: 1 as const, at: received, by: caller.person },
      ...{ batch, trial, title, ...(text && { text }), cases, publication, replyDays },
      period: periodOf(terms, publication.on),
    }
    const names = await unitNamesAt(ledger, cases, received)
    const procedure = procedureNamed(terms.procedure)
    return {
      html: noticeHtml({ found: { n, commits: [], notice: noticeKind.initial, published }, names, procedure, organs }),
    }
  }
