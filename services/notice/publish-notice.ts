import type { z } from 'zod/mini'
import { noticeKind, noticeStream, publishNotice as publish } from '#acts/notice.ts'
import type { CallTerms } from '#batch/batch.ts'
import { dateOf } from '#calendar/deadline.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { noticeBody, noticeEndpoints } from '#contracts/notice.ts'
import type { UseCase } from '#edge/use-case.ts'
import { execute, type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Persons } from '#persons/persons.ts'
import { titleOf } from '#procedure/procedure.ts'
import { keptByOffice } from './kept-evidence.ts'
import { noticePageOf } from './notice-page.ts'
import { periodOf } from './period-of-notice.ts'
import { noticeOf, noticesOf, type PublishedNotice, termsOf } from './read-notices.ts'
import type { Period } from './said-period.ts'
import { unitNameAt } from './unit-name.ts'

type Deps = { readonly ledger: Ledger; readonly persons: Pick<Persons, 'names'> }

/**
 * Publishes the batch's next notice. Two that are published at once want the same number, so only one of them is: what
 * is checked here against the earlier notices therefore holds.
 */
export const publishNotice =
  (deps: Deps): UseCase<typeof noticeEndpoints.publishNotice> =>
  async ({ params: { batch }, body, caller, command, received }) => {
    const { ledger } = deps
    const before = await noticesOf(ledger, batch)
    const done = before.find(({ commits }) => commits[0]?.command === command)
    const n = done?.n ?? before.length + 1
    if (!done) {
      const terms = await termsOf(ledger, batch)
      const period = checkedPeriod(terms, body, received)
      if (body.publication.proof) await keptByOffice(ledger, body.publication.proof, 'publication.proof')
      await mustStandAtNotice(ledger, batch, body.cases, before, received)
      const { title, text, cases, publication } = body
      const { trial, replyDays } = terms
      await execute(ledger, noticeKind, {
        stream: noticeStream(batch, n),
        command,
        by: caller.person,
        decide: publish(
          { batch, trial, title, ...(text && { text }), cases, publication, period, replyDays },
          { by: caller.person, received },
        ),
      })
    }
    return noticePageOf(deps, await noticeOf(ledger, batch, String(n)), { caller, received })
  }

function checkedPeriod(
  terms: CallTerms,
  { publication, lateFrom }: z.output<typeof noticeBody>,
  received: string,
): Period {
  const today = dateOf(received)
  if (publication.on > today)
    throw new Refused('incomplete', `发布日期${publication.on}还没有到（今天是${today}）；公示发布后再登记。`, {
      'publication.on': '发布日期不能晚于今天',
    })
  if (lateFrom && !terms.trial)
    throw new Refused('incomplete', '只有演练批次可以用时刻作公示截止时间。', { lateFrom: '请留空，公示期按天数计算' })
  const period = periodOf(terms, publication.on, lateFrom)
  if (period.lateFrom <= received)
    throw new Refused(
      'incomplete',
      `自${publication.on}起算的公示期到${period.lastDay}已经结束，公众来不及提出异议；请重新公示，按重新发布的日期登记。`,
      { 'publication.on': '自这一天起算的公示期已经结束' },
    )
  return period
}

/** @throws Refused naming every unit that may not be listed, each with its reason */
async function mustStandAtNotice(
  ledger: Ledger,
  batch: string,
  units: readonly string[],
  before: readonly PublishedNotice[],
  received: string,
): Promise<void> {
  const wrong = await Promise.all(units.map((unit) => whyNot(ledger, batch, unit, before)))
  const named = await Promise.all(
    wrong.flatMap((why, i) => {
      const unit = units[i] ?? ''
      return why ? [unitNameAt(ledger, unit, received).then((name) => `${name}（${why}）`)] : []
    }),
  )
  if (named.length === 0) return
  const fields = Object.fromEntries(wrong.flatMap((why, i) => (why ? [[`cases.${i}`, why]] : [])))
  throw new Refused('incomplete', `有${named.length}个单位不能列入公示：${named.join('、')}。`, fields)
}

async function whyNot(
  ledger: Ledger,
  batch: string,
  unit: string,
  before: readonly PublishedNotice[],
): Promise<string | undefined> {
  const { visit, procedure, step, last } = (await readStream(ledger, caseKind, caseStream(batch, unit))).state
  if (visit === 0) return '本批次没有申报件'
  if (step !== 'notice') return `现处“${titleOf(procedure, step)}”`
  // A case follows its notice only after a moment, so its own stream may not know yet.
  const listed = before.find(
    ({ published, notice }) =>
      published.cases.includes(unit) &&
      published.at >= (last?.at ?? '') &&
      !notice.setAside.some((line) => line.case === unit),
  )
  return listed && `已列入第${listed.n}期公示`
}
