/**
 * The batch: one call 通知, prepared by one person and opened by another (`open-call.ts`), and frozen from then on.
 * Stream `batch/<batch>`. Its dates may be amended and the batch cancelled afterwards, by `amend.ts` and `cancel.ts`;
 * what the call itself says stays as it was.
 */
import { z } from 'zod/mini'
import { chosenVersion } from '#catalogue/edition/choose-version.ts'
import { keptUse } from '#evidence/cited-file.ts'
import type { Pending } from '#ledger/by-two.ts'
import type { Kind } from '#ledger/kind.ts'
import { signOffMode } from '#procedure/sign-off-mode.ts'
import {
  type Amended,
  type AmendmentPrepared,
  type AmendmentReturned,
  type Cancelled,
  type CancellingPrepared,
  type CancellingReturned,
  changeEvents,
} from './change-events.ts'
import { designated } from './designated.ts'
import { scoring } from './scoring/scoring.ts'
import { endOf, type StepDate, stepDate } from './step-date.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })

/** A natural days, first counted · B natural days, first not counted, end moved past a day off · C working days, first not counted · D working days, first counted. */
export const convention = z.enum(['A', 'B', 'C', 'D'])

/** The standard that the call froze, by the title under which it was published: the call names it. */
const chosenStandard = z.object({
  ...chosenVersion.shape,
  title: z.string().check(z.minLength(1), z.maxLength(60)),
})

/** A list that the call froze: which published catalogue, and the items that are asked for, by id. */
export const chosenItems = z.object({
  ...chosenVersion.shape,
  items: z.array(z.object({ id: z.string(), title: z.string() })).check(z.minLength(1)),
})
export type ChosenItems = z.infer<typeof chosenItems>

/** What is frozen when the call opens (product.md, step "call"). */
export const callTerms = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  /** The document that the call is: its own number 文号, who issues it, and its day. */
  document: z.optional(
    z.object({ number: z.string().check(z.minLength(1), z.maxLength(60)), organ: z.string(), date }),
  ),
  /**
   * Since 2022 no such activity without the approval of party committee or government, which is another document.
   * `allows`: what it allows; `scan`: its pages, a file of the office.
   */
  approval: z.object({
    reference: z.string().check(z.minLength(1), z.maxLength(80)),
    date,
    by: z.string(),
    allows: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
    scan: z.optional(keptUse),
  }),
  /** Whom it is for, in words; what it says; and what papers it comes with, by their titles. */
  scope: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(1500))),
  designated,
  papers: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(80))).check(z.minLength(1), z.maxLength(10))),
  /** Files that it comes with, in order, each under the name that it is shown by; everybody gets them. */
  files: z.optional(z.array(keptUse).check(z.minLength(1), z.maxLength(10))),
  /** Where the office is reached, which is nobody's own number or address. */
  contact: z.optional(
    z.object({
      phone: z.optional(z.string().check(z.maxLength(30))),
      address: z.optional(z.string().check(z.maxLength(100))),
      email: z.optional(z.string().check(z.maxLength(60))),
    }),
  ),
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
  standard: z.optional(chosenStandard),
  conditions: z.optional(chosenItems),
  vetoes: z.optional(chosenItems),
  /** How what the assessment finds becomes a recommendation; of a procedure that has one. */
  scoring: z.optional(scoring),
})
export type CallTerms = z.infer<typeof callTerms>

const head = { v: z.literal(1), at: instant, by: z.string() }
const callPrepared = z.object({ type: z.literal('callPrepared'), ...head, terms: callTerms })
const callReturned = z.object({
  type: z.literal('callReturned'),
  ...head,
  reason: z.string().check(z.minLength(1), z.maxLength(500)),
})
/** `prepared` names what was approved, which stands in the stream once: every command reads it. */
const callOpened = z.object({
  type: z.literal('callOpened'),
  ...head,
  prepared: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type CallPrepared = z.infer<typeof callPrepared>
export type CallReturned = z.infer<typeof callReturned>

export const batchEvent = z.discriminatedUnion('type', [callPrepared, callReturned, callOpened, ...changeEvents])
export type BatchEvent = z.infer<typeof batchEvent>

/** How a batch ended before its time. */
export type Ending = { readonly cancelled?: Cancelled }
/** Who opened a call, and which preparation of it, by what names it to whoever approves. */
export type Opened = {
  readonly by: string
  readonly preparedBy: string
  readonly preparedAt: string
  readonly digest: string
}
export type Batch = {
  /** While it is not opened. */
  readonly call?: Pending<CallPrepared, CallReturned>
  readonly openedAt?: string
  readonly opened?: Opened
  /** As the call froze them. */
  readonly terms?: CallTerms
  readonly amendment?: Pending<AmendmentPrepared, AmendmentReturned>
  /** Published amendments, in order. */
  readonly amendments: readonly Amended[]
  readonly cancelling?: Pending<CancellingPrepared, CancellingReturned>
} & Ending

function evolve(batch: Batch, event: BatchEvent): Batch {
  const { call, amendment, cancelling, ...rest } = batch
  switch (event.type) {
    case 'callPrepared':
      return { ...batch, call: { prepared: event } }
    case 'callReturned':
      return call ? { ...batch, call: { ...call, returned: event } } : batch
    case 'callOpened': {
      if (!call) return batch
      const { by: preparedBy, at: preparedAt, terms } = call.prepared
      const opened = { by: event.by, preparedBy, preparedAt, digest: event.prepared }
      return { ...rest, openedAt: event.at, opened, terms }
    }
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

/** The first instant that is late for each step that has a date. */
export const datesOf = ({ dates }: Pick<CallTerms, 'dates'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(dates).map(([step, one]) => [step, endOf(one)]))
