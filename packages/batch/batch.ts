/**
 * The batch decider: one call 通知, opened once and frozen. Stream `batch/<batch>`. Its dates may be amended and the
 * batch cancelled afterwards, by `amend.ts` and `cancel.ts`; what the call itself says stays as it was.
 */
import canonicalize from 'canonicalize'
import { z } from 'zod/mini'
import { chosenVersion } from '#catalogue/edition/choose-version.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { forms, unitSignOffs } from '#procedure/forms.ts'
import { datedSteps, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { signOffMode } from '#procedure/sign-off-mode.ts'
import { NUMBER_TAKEN, problemsOfDays } from './call-rules.ts'
import {
  type Amended,
  type AmendmentPrepared,
  type AmendmentReturned,
  type Cancelled,
  type CancellingPrepared,
  type CancellingReturned,
  changeEvents,
} from './change-events.ts'
import { mustNameNobody } from './names-somebody.ts'
import { endOf, type StepDate, stepDate } from './step-date.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })

/** A natural days, first counted · B natural days, first not counted, end moved past a day off · C working days, first not counted · D working days, first counted. */
export const convention = z.enum(['A', 'B', 'C', 'D'])

/** A list that the call froze: which published catalogue, and the items that are asked for, by id. */
export const chosenItems = z.object({
  ...chosenVersion.shape,
  items: z.array(z.object({ id: z.string(), title: z.string() })).check(z.minLength(1)),
})
export type ChosenItems = z.infer<typeof chosenItems>

/** What is frozen when the call opens (product.md, step "call"). */
export const callTerms = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Since 2022 no such activity without the approval of party committee or government. */
  approval: z.object({ reference: z.string().check(z.minLength(1), z.maxLength(80)), date, by: z.string() }),
  trial: z.boolean(),
  procedure: z.object({
    name: z.string(),
    version: z.int(),
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  }),
  /** Of every step that time may decide. */
  dates: z.record(z.string(), stepDate),
  notice: z.object({ days: z.int().check(z.minimum(1), z.maximum(60)), convention }),
  /** Days the unit has to mend a returned form, when the return states no date of its own. */
  returnDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Days within which an objection is answered. */
  replyDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Only where the county sets one. */
  quota: z.optional(z.int().check(z.minimum(1), z.maximum(500))),
  /** By form and sign-off. */
  signOffs: z.record(z.string(), z.record(z.string(), signOffMode)),
  /** The published catalogues by which units are assessed, checked for the basic conditions, and vetoed. */
  standard: z.optional(chosenVersion),
  conditions: z.optional(chosenItems),
  vetoes: z.optional(chosenItems),
})
export type CallTerms = z.infer<typeof callTerms>

const callOpened = z.object({ type: z.literal('callOpened'), v: z.literal(1), at: instant, terms: callTerms })

export const batchEvent = z.discriminatedUnion('type', [callOpened, ...changeEvents])
export type BatchEvent = z.infer<typeof batchEvent>

/** How a batch ended before its time. */
export type Ending = { readonly cancelled?: Cancelled }
/** What waits for approval, or went back and why. */
type Pending<Prepared, Returned> = { readonly prepared: Prepared; readonly returned?: Returned }
export type Batch = {
  readonly openedAt?: string
  /** As the call froze them. */
  readonly terms?: CallTerms
  readonly amendment?: Pending<AmendmentPrepared, AmendmentReturned>
  /** Published amendments, in order. */
  readonly amendments: readonly Amended[]
  readonly cancelling?: Pending<CancellingPrepared, CancellingReturned>
} & Ending

function evolve(batch: Batch, event: BatchEvent): Batch {
  const { amendment, cancelling, ...rest } = batch
  switch (event.type) {
    case 'callOpened':
      return { ...batch, openedAt: event.at, terms: event.terms }
    case 'amendmentPrepared':
      return { ...batch, amendment: { prepared: event } }
    case 'amendmentReturned':
      return amendment ? { ...batch, amendment: { ...amendment, returned: event } } : batch
    case 'amended':
      return { ...rest, ...(cancelling && { cancelling }), amendments: [...batch.amendments, event] }
    case 'cancellingPrepared':
      return { ...batch, cancelling: { prepared: event } }
    case 'cancellingReturned':
      return cancelling ? { ...batch, cancelling: { ...cancelling, returned: event } } : batch
    case 'batchCancelled':
      // Nothing is to be amended any more.
      return { ...rest, cancelled: event }
  }
}

export const batchKind: Kind<BatchEvent, Batch> = {
  parse: (stored) => batchEvent.parse(stored),
  initial: { amendments: [] },
  evolve,
}

/** A call as it stands today. */
export type StandingCall = CallTerms & Pick<Batch, 'amendments'> & Ending

/** The call as it stands: its own terms with what has happened since, from the batch's state or from its row. */
export const standingCall = (
  terms: CallTerms,
  { amendments = [], cancelled }: { amendments?: Batch['amendments'] | undefined; cancelled?: Cancelled | undefined },
): StandingCall => ({ ...standingTerms(terms, amendments), amendments, ...(cancelled && { cancelled }) })

/** The terms as they stand: the call's own, with the dates that published amendments have moved. */
export const standingTerms = (
  terms: CallTerms,
  amendments: readonly { readonly dates: Readonly<Record<string, { readonly to: StepDate }>> }[],
): CallTerms => ({
  ...terms,
  dates: Object.fromEntries([
    ...Object.entries(terms.dates),
    ...amendments.flatMap(({ dates }) => Object.entries(dates).map(([step, { to }]) => [step, to] as const)),
  ]),
})

export const batchStream = (batch: string): string => `batch/${batch}`

/** Opens the call. Opening the same call again does nothing; other terms are refused, since what was called stays. */
export const openCall =
  (terms: CallTerms, received: string): Decision<BatchEvent, Batch> =>
  ({ terms: already }) => {
    if (already && canonicalize(already) === canonicalize(terms)) return []
    if (already)
      throw new Refused(
        'conflict',
        `本批次通知已发布（${already.title}），其内容不能再改；如需调整日期，请另行发布变更通知。`,
        { batch: NUMBER_TAKEN },
      )
    if (terms.approval.reference.trim() === '')
      throw new Refused('incomplete', '没有党委、政府的批准文号，不能发布通知。', { approval: '请填写批准文号' })
    const { title, approval } = terms
    mustNameNobody('通知向社会公开', { title, 'approval.reference': approval.reference, 'approval.by': approval.by })
    const { name, version, digest } = terms.procedure
    const procedure = procedureAt(`${name}@${version}`)
    if (!procedure || variantOf(procedure).digest !== digest)
      throw new Refused('incomplete', '没有通知选择的程序，或者内容与登记的不一致。', {
        procedure: '请选择列出的程序',
      })
    const ends = datesOf(terms)
    const dated = datedSteps(procedure).map((step) => ({ step, title: titleOf(procedure, step), lateFrom: ends[step] }))
    const wrong = {
      ...problemsOfTerms(terms, procedure),
      ...problemsOfDays({ approved: terms.approval.date, dated }, received),
    }
    if (Object.keys(wrong).length > 0)
      throw new Refused('incomplete', `通知有${Object.keys(wrong).length}处需要修改。`, wrong)
    return [{ type: 'callOpened', v: 1, at: received, terms }]
  }

/** The first instant that is late for each step that has a date. */
export const datesOf = ({ dates }: Pick<CallTerms, 'dates'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(dates).map(([step, one]) => [step, endOf(one)]))

/** What the procedure asks of a call and these terms lack, by field. */
function problemsOfTerms(terms: CallTerms, procedure: Procedure): Record<string, string> {
  const { dates, signOffs, trial } = terms
  const dated = datedSteps(procedure)
  const instants = datesOf(terms)
  const named = Object.values(procedure.steps).flatMap((step) => (step.kind === 'entry' ? [step.form] : []))
  return {
    ...Object.fromEntries(
      dated.flatMap((step) =>
        instants[step] ? [] : [[`dates.${step}`, `请填写“${titleOf(procedure, step)}”的截止日期`]],
      ),
    ),
    ...Object.fromEntries(
      Object.entries(dates).flatMap(([step, one]) => [
        ...(dated.includes(step) ? [] : [[`dates.${step}`, '程序中没有这一期限']]),
        ...('lateFrom' in one && !trial ? [[`dates.${step}`, '只有演练批次可以用时刻作截止时间']] : []),
      ]),
    ),
    ...Object.fromEntries(
      named.flatMap((form) =>
        (forms[form] ? unitSignOffs(forms[form]) : [])
          .filter(({ name }) => !signOffs[form]?.[name])
          .map(({ name, title }) => [`signOffs.${form}.${name}`, `请选择“${title}”的签署方式`]),
      ),
    ),
    ...strangeSignOffs(signOffs, named),
  }
}

/** Sign-offs that no form of the procedure has: somebody means another form, and the right one goes unsigned. */
const strangeSignOffs = (signOffs: CallTerms['signOffs'], named: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(signOffs).flatMap(([form, boxes]) => {
      const own = named.includes(form) && forms[form]
      if (!own) return [[`signOffs.${form}`, '程序中没有这一表格']]
      return Object.keys(boxes)
        .filter((box) => !unitSignOffs(own).some(({ name }) => name === box))
        .map((box) => [`signOffs.${form}.${box}`, '表格中没有这一签署栏'])
    }),
  )
