/** The public form: shown, and taken in. No login; whoever sends it may stay unnamed. */

import { addDays, dateOf } from '#calendar/deadline.ts'
import type { publicEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { PageUse } from '#edge/use-case.ts'
import { tidyName } from '#typed/names.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { cancelledAt, type PublishedNotice, publishedNotice } from '../notice/read-notices.ts'
import { objectionFormPage } from '../pages/objection-form-html.ts'
import { closedPage, receiptPage, TOO_OFTEN } from '../pages/public-answers-html.ts'
import { unitNamesAt } from '../unit-name.ts'
import type { Attachments } from './attachments.ts'
import { checkObjectionForm, type Filled, filledIn } from './check-objection-form.ts'
import type { Limits } from './limits.ts'
import { readForm } from './read-form.ts'
import { hasCome, type ReceivingDeps, receiveObjection } from './receive-objection.ts'

export type PublicDeps = ReceivingDeps & {
  readonly attachments: Attachments
  readonly limits: Limits
  readonly organs: Organs
  /** A fresh click id for a form, that nobody can guess. */
  readonly newKey: () => string
}

/** Posts of the form that one address may make for one notice in an hour. */
const MOST_POSTS = 10

const isOver = ({ notice, published }: PublishedNotice, received: string): boolean =>
  notice.closed !== undefined || received >= published.period.lateFrom

export const objectionForm =
  ({ ledger, organs, newKey }: PublicDeps): PageUse<typeof publicEndpoints.objectionForm> =>
  async ({ params: { batch, n }, query, received }) => {
    const found = await publishedNotice(ledger, batch, n)
    const cancelled = (await cancelledAt(ledger, batch)) !== undefined
    if (cancelled || isOver(found, received)) return { html: closedPage(found, organs, { cancelled }) }
    const names = await unitNamesAt(ledger, found.published.cases, found.published.at)
    const filled = {
      key: newKey(),
      about: query.about ?? '',
      identity: '',
      name: '',
      contact: '',
      summary: '',
      files: [],
    }
    return { html: objectionFormPage({ found, names, organs, filled }) }
  }

export const submitObjection =
  (deps: PublicDeps): PageUse<typeof publicEndpoints.submitObjection> =>
  async ({ params: { batch, n }, rawBody, headers, sourceIp, received }) => {
    const { ledger, organs, limits, attachments, newKey } = deps
    const found = await publishedNotice(ledger, batch, n)
    const sent = await readForm({ rawBody, headers })
    const cancelled = (await cancelledAt(ledger, batch)) !== undefined
    const over = cancelled || isOver(found, received)
    const tooLate = () => ({ status: 409, html: closedPage(found, organs, { late: sent.value('summary'), cancelled }) })
    // Sent again because the answer was lost: it came in time, and its receipt is repeated after the end as well.
    if (over && !hasCome(found, sent.value('key'))) return tooLate()
    const asked = { what: `objection ${batch}/${n}`, address: sourceIp, most: MOST_POSTS, received }
    const { published } = found
    const names = await unitNamesAt(ledger, published.cases, published.at)
    if (!(await limits.take(asked))) {
      const filled = filledIn(sent, [], newKey)
      const notNow = `${TOO_OFTEN}所填内容都在，附件需要重新选择。`
      return { status: 429, html: objectionFormPage({ found, names, organs, filled, notNow }) }
    }
    const { filled, wrong } = await checkObjectionForm(sent, attachments, newKey)
    const wrongs = filled.about && !names.has(filled.about) ? { ...wrong, about: '请选择公示名单中的单位' } : wrong
    if (Object.keys(wrongs).length > 0)
      return { status: 422, html: objectionFormPage({ found, names, organs, filled, wrong: wrongs }) }
    const on = dateOf(received)
    const receipt = await receiveObjection(
      deps,
      found,
      { about: filled.about, channel: 'page', on, text: textOf(filled), objector: objectorOf(filled) },
      { by: ACTORS.public, click: filled.key, received },
    )
    if (over && !receipt.same) return tooLate()
    const answerBy = addDays(dateOf(receipt.at), published.replyDays)
    const about = names.get(receipt.about) ?? ''
    const untaken = receipt.same ? undefined : filled.summary
    return {
      status: untaken === undefined ? 200 : 409,
      html: receiptPage({ found, organs, about, receipt, answerBy, untaken }),
    }
  }

const textOf = ({ summary, files }: Filled) => ({ summary, files: [...files] })

const objectorOf = ({ identity, name, contact }: Filled) =>
  identity === 'named' ? { name: tidyName(name), contact } : undefined
