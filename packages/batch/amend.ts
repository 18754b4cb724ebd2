/**
 * The amendment 变更通知 of a batch's dates. A date that has not passed moves to a later day, for every unit at once. A
 * date that has passed stays: a right that has lapsed is neither given back to all nor taken from any, and one unit's
 * is extended for itself. What was announced is never brought forward, since units rely on it.
 */
import { addDays, dateOf } from '#calendar/deadline.ts'
import { saidEnd } from '#calendar/said.ts'
import { type Approving, waiting } from '#ledger/by-two.ts'
import type { Decision as Deciding } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import { datedSteps, titleOf } from '#procedure/procedure.ts'
import { procedureOf } from '#procedure/procedures.ts'
import { type Asked, approved, mustRun, prepared, returned } from './approve-change.ts'
import { type Batch, type BatchEvent, batchStream, type CallTerms, datesOf, standingTerms } from './batch.ts'
import type { Amended, AmendmentPrepared } from './change-events.ts'
import { mustNameNobody } from './names-somebody.ts'
import { endOf, type StepDate } from './step-date.ts'

type Decision = Deciding<BatchEvent, Batch>
type Amendment = {
  readonly dates: Readonly<Record<string, StepDate>>
  readonly reason: string
  readonly number?: string | undefined
  readonly replaces?: string | undefined
}
const preparing = (batch: string) => ({ stream: batchStream(batch), what: '变更通知' })
/** How many days later than the call itself said a date may be at most: a mistyped year could not be taken back. */
const LONGEST = 365

/** Prepares an amendment for whoever approves it; a newer preparation takes the place of an older one. */
export const prepareAmendment =
  (id: string, { dates, reason, number, replaces }: Amendment, { by, received }: Asked): Decision =>
  (batch) => {
    const called = mustRun(batch)
    const standing = standingTerms(called, batch.amendments)
    const amendment = {
      ...({ type: 'amendmentPrepared', v: 1, at: received, by } as const),
      dates: Object.fromEntries(
        Object.entries(dates).map(([step, to]) => [step, { from: standing.dates[step] ?? to, to }]),
      ),
      reason,
      ...(number && { number }),
    } satisfies AmendmentPrepared
    return prepared(batch.amendment, amendment, { replaces, preparing: preparing(id) }, () => {
      if (waiting(batch.cancelling))
        throw new Refused('conflict', '取消本批次的决定正在等待签发，不能同时变更期限；请等签发或退回以后再办。')
      mustNameNobody('变更通知向社会公开', { reason, number })
      if (Object.keys(dates).length === 0)
        throw new Refused('incomplete', '没有填写要变更的期限。', { dates: '请至少填写一个新的截止日期' })
      const wrong = problemsOf(dates, { called, standing, received })
      if (Object.keys(wrong).length > 0)
        throw new Refused('incomplete', `变更通知有${Object.keys(wrong).length}处需要修改。`, wrong)
    })
  }

/** Sends what was prepared back. */
export const returnAmendment =
  (
    id: string,
    { prepared: seen, reason }: { readonly prepared: string; readonly reason: string },
    { by, received }: Asked,
  ): Decision =>
  (batch) => {
    mustRun(batch)
    const back = { type: 'amendmentReturned', v: 1, at: received, by, reason } as const
    return returned(batch.amendment, back, seen, preparing(id))
  }

/** Another person approves it: the dates stand from then on. What has passed since it was prepared, goes back. */
export const approveAmendment =
  (id: string, approving: Approving, { by, received }: Asked): Decision =>
  (batch) => {
    const called = mustRun(batch)
    const { stream } = preparing(id)
    const isApproved = (one: Amended) => seenAs(preparationOf(one), stream) === approving.prepared
    if (batch.amendments.some((one) => one.by === by && isApproved(one))) return []
    const { at: preparedAt, by: preparedBy, dates, ...rest } = approved(batch.amendment, approving, by, preparing(id))
    const to = Object.fromEntries(Object.entries(dates).map(([step, one]) => [step, one.to]))
    const standing = standingTerms(called, batch.amendments)
    const wrong = Object.values(problemsOf(to, { called, standing, received }))
    if (wrong.length > 0) throw new Refused('conflict', `还不能签发：${wrong.join('；')}。请退回，修改后重新拟制。`)
    return [{ ...rest, type: 'amended', at: received, by, preparedBy, preparedAt, dates }]
  }

/** What an amendment approved, as it was prepared. */
const preparationOf = ({ preparedAt: at, preparedBy: by, ...rest }: Amended): AmendmentPrepared => ({
  ...rest,
  type: 'amendmentPrepared',
  at,
  by,
})

type Frame = { readonly called: CallTerms; readonly standing: CallTerms; readonly received: string }

/** Whether a step's date may be moved at all: it has one, and it has not passed. */
export const mayMove = (standing: CallTerms, step: string, now: string): boolean =>
  (datesOf(standing)[step] ?? '') > now

/** Why the dates cannot become these, by field. */
function problemsOf(dates: Amendment['dates'], { called, standing, received }: Frame): Record<string, string> {
  const procedure = procedureOf(called.procedure)
  const titled = (step: string) => `“${titleOf(procedure, step)}”`
  const before = datesOf(standing)
  const after = { ...before, ...datesOf({ dates }) }
  const dated = datedSteps(procedure)
  const single = Object.entries(dates).flatMap(([step, to]): [string, string][] => {
    const why = whyNot(step, to)
    return why ? [[`dates.${step}`, why]] : []
  })
  const order = dated.flatMap((step, i): [string, string][] => {
    const last = dated[i - 1]
    const [end, begin] = [after[step], last && after[last]]
    if (!last || !end || !begin || end > begin) return []
    // Said where something was entered.
    if (Object.hasOwn(dates, step))
      return [[`dates.${step}`, `${titled(step)}的截止日期应晚于${titled(last)}（${saidEnd(begin)}）`]]
    const why = `${titled(last)}的截止日期应早于${titled(step)}（${saidEnd(end)}），或者一并变更后者`
    return [[`dates.${last}`, why]]
  })
  return Object.fromEntries([...order, ...single])

  function whyNot(step: string, to: StepDate): string | undefined {
    const [now, own] = Object.hasOwn(called.dates, step) ? [before[step], called.dates[step]] : []
    if (!now || !own) return '程序中没有这一期限'
    if ('lateFrom' in to && !called.trial) return '只有演练批次可以用时刻作截止时间'
    if (now <= received)
      return `${titled(step)}已于${saidEnd(now)}截止，不能再变更；个别单位有正当理由的，请为该单位延长期限`
    if (endOf(to) <= now) return `新的截止日期应晚于现在的（${saidEnd(now)}）；已经公布的期限不能提前`
    return dateOf(endOf(to)) > addDays(dateOf(endOf(own)), LONGEST)
      ? `最多比通知原定期限（${saidEnd(endOf(own))}）晚一年`
      : undefined
  }
}
