/** The public form: shown, and taken in. No login; whoever sends it may stay unnamed. */

import { addDays, dateOf } from '#calendar/deadline.ts'
import type { publicEndpoints } from '#contracts/notice.ts'
import type { ObjectionLimits } from '#county/objection-limits.ts'
import type { Organs } from '#county/organs.ts'
import type { Retention } from '#county/retention.ts'
import type { PageUse } from '#edge/use-case.ts'
import { tidyName } from '#typed/names.ts'
import { withoutNote } from '#typed/person.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { cancelledAt, type PublishedNotice, publishedNotice } from '../notice/read-notices.ts'
import { objectionFormPage } from '../pages/objection-form-html.ts'
import { closedPage, receiptPage } from '../pages/public-answers-html.ts'
import { unitNamesAt } from '../unit-name.ts'
import type { Attachments } from './attachments.ts'
import { checkObjectionForm, type Filled, filesSaid, filledIn } from './check-objection-form.ts'
import type { Limits } from './limits.ts'
import { readForm } from './read-form.ts'
import { hasCome, type ReceivingDeps, receiveObjection } from './receive-objection.ts'
import {
  filesAreTooMany,
  formCameToNothing,
  formIsTooMany,
  objectionIsTooMany,
  repeatIsTooMany,
  saidFull,
  waitSeconds,
} from './refused-for-now.ts'

export type PublicDeps = ReceivingDeps & {
  readonly attachments: Attachments
  readonly limits: Limits
  readonly most: ObjectionLimits
  readonly organs: Organs
  readonly retention: Retention
  /** A fresh click id for a form, that nobody can guess. */
  readonly newKey: () => string
}

const isOver = ({ notice, published }: PublishedNotice, received: string): boolean =>
  notice.closed !== undefined || received >= published.period.lateFrom

export const objectionForm =
  ({ ledger, organs, retention, newKey }: PublicDeps): PageUse<typeof publicEndpoints.objectionForm> =>
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
    return { html: objectionFormPage({ found, names, organs, retention, filled }) }
  }

export const submitObjection =
  (deps: PublicDeps): PageUse<typeof publicEndpoints.submitObjection> =>
  async ({ params: { batch, n }, rawBody, headers, sourceIp, received }) => {
    const { ledger, organs, retention, limits, most, attachments, newKey } = deps
    const found = await publishedNotice(ledger, batch, n)
    const sent = await readForm({ rawBody, headers })
    const cancelled = (await cancelledAt(ledger, batch)) !== undefined
    const over = cancelled || isOver(found, received)
    const tooLate = () => ({ status: 409, html: closedPage(found, organs, { late: sent.value('summary'), cancelled }) })
    // Sent again because the answer was lost: it came in time, and its receipt is repeated after the end as well.
    const come = hasCome(found, sent.value('key'))
    if (over && !come) return tooLate()
    const { published } = found
    const names = await unitNamesAt(ledger, published.cases, published.at)
    const counting = { limits, most, address: sourceIp, received }
    const notice = `${batch}/${n}`
    const notNow = (filled: Filled, why: string) => ({
      status: 429,
      headers: { 'retry-after': String(waitSeconds(received)) },
      html: objectionFormPage({ ...{ found, names, organs, retention, filled }, notNow: why }),
    })
    const full = (why: string, filled: Filled, andFiles: string) =>
      notNow(filled, `${saidFull(why, received, { organs, period: published.period })}所填内容都在${andFiles}`)
    const asSent = () => filledIn(sent, filesSaid(sent.values('kept')), newKey)
    const again = sent.uploads.length > 0 ? '，这次选择的附件需要重新选择。' : '。'
    const repeats = come ? await repeatIsTooMany(notice, counting) : undefined
    if (repeats) return notNow(asSent(), repeats)
    const cameToNothing = async () => (come ? undefined : formCameToNothing(notice, counting))
    const tooMany = come ? undefined : await formIsTooMany(notice, counting)
    if (tooMany) return full(tooMany, asSent(), again)
    const tooManyFiles = come ? undefined : await filesAreTooMany(notice, sent.uploads.length, counting)
    if (tooManyFiles) await cameToNothing()
    if (tooManyFiles) return full(tooManyFiles, asSent(), '；不附附件的，现在就可以提交，材料可以另行送来。')
    const { filled, wrong } = await checkObjectionForm(sent, attachments, newKey)
    const wrongs = filled.about && !names.has(filled.about) ? { ...wrong, about: '请选择公示名单中的单位' } : wrong
    if (Object.keys(wrongs).length > 0) {
      await cameToNothing()
      return { status: 422, html: objectionFormPage({ found, names, organs, retention, filled, wrong: wrongs }) }
    }
    // What was taken already is no new one.
    const sharesUp = come ? undefined : await objectionIsTooMany(notice, counting)
    if (sharesUp) await cameToNothing()
    if (sharesUp) return full(sharesUp, filled, '，已收到的附件也在。')
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
  identity === 'named' ? { name: withoutNote(tidyName(name)), contact } : undefined
