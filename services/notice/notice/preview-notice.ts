import type { noticeEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { UseCase } from '#edge/use-case.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import type { Rows } from '#rows/rows.ts'
import { noticeKind, noticeStream } from '#steps/notice/notice.ts'
import { periodOf } from '#steps/notice/period-of-notice.ts'
import { mayAtStep, mustBeAllowed } from '../allowed-at-step.ts'
import { noticeHtml } from '../pages/notice-html.ts'
import { unitNamesAt } from '../unit-name.ts'
import { enteredHolidays } from './entered-holidays.ts'
import { listedNotices } from './listed-notices.ts'
import { lookAround } from './look-at-notice.ts'
import { noticeStepOf } from './notice-step.ts'
import { type Listed, listed, numberFor } from './number-for.ts'
import { foundNotice } from './read-notices.ts'

type Deps = { readonly ledger: Ledger; readonly rows: Rows; readonly organs: Organs }

/** The public page as it would be, made by what makes it when it is published; keeps nothing. */
export const previewNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.previewNotice> =>
  async ({ params: { batch, step: name }, body: { n: asked, title, text, cases, publication }, received, caller }) => {
    const { ledger, rows, organs } = deps
    const known = await lookAround(rows, batch, undefined, { units: cases })
    const step = await noticeStepOf(ledger, batch, name, known)
    // Whoever is to approve it looks as well.
    if (!mayAtStep('approve-notice', caller, step)) mustBeAllowed('prepare-notice', caller, step)
    const n = numberFor(await noticesFor(deps, batch, asked), { step: name, asked, cases })
    const { trial, replyDays } = step.terms
    const entered = await enteredHolidays(ledger, step.terms, publication.on)
    const shown = {
      ...{ at: received, by: caller.person, batch, step: name, trial, title, ...(text && { text }) },
      ...{ cases, publication, period: periodOf(step.terms, publication.on, { entered }), replyDays },
    }
    const names = await unitNamesAt(ledger, cases, received, known)
    return { html: noticeHtml({ found: { n, notice: noticeKind.initial, shown }, names, step, organs }) }
  }

/** The one that is mended, which may have been prepared a moment ago; else what lists know of all. */
async function noticesFor(
  { ledger, rows }: Pick<Deps, 'ledger' | 'rows'>,
  batch: string,
  asked: number | undefined,
): Promise<readonly Listed[]> {
  if (asked === undefined) return (await listedNotices(rows, batch)).notices
  const found = foundNotice(asked, await readStream(ledger, noticeKind, noticeStream(batch, asked)))
  return found ? [listed(found)] : []
}
