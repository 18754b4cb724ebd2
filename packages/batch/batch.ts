/** The batch decider: one call 通知, opened once and frozen. Stream `batch/<batch>`. */
import canonicalize from 'canonicalize'
import { z } from 'zod/mini'
import { chosenVersion } from '#catalogue/choose-version.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { procedures } from '#procedure/procedures.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ precision: 3 })

/** How a sign-off of a form is given: by the person on screen, or on the printed form whose scan the clerk attaches. */
export const signOffMode = z.enum(['online', 'paper'])
/** A natural days, first counted · B natural days, first not counted, end moved past a day off · C working days, first not counted · D working days, first counted. */
export const convention = z.enum(['A', 'B', 'C', 'D'])

/** What is frozen when the call opens (product.md, step "call"). */
export const callTerms = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Since 2022 no such activity without the approval of party committee or government. */
  approval: z.object({ reference: z.string().check(z.minLength(1), z.maxLength(80)), date, by: z.string() }),
  trial: z.boolean(),
  procedure: z.string(),
  /** Last day for applications, in Asia/Shanghai; a trial may state the first late instant instead. */
  application: z.union([z.object({ lastDay: date }), z.object({ lateFrom: instant })]),
  notice: z.object({ days: z.int().check(z.minimum(1), z.maximum(60)), convention }),
  /** Days the unit has to mend a returned application, when the return states no date of its own. */
  returnDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Days within which an objection is answered. */
  replyDays: z.int().check(z.minimum(1), z.maximum(90)),
  quota: z.int().check(z.minimum(1), z.maximum(500)),
  signOffs: z.object({ legalOffice: signOffMode, unitHead: signOffMode }),
  /** The published catalogue by which units are assessed; calls from before there were any have none. */
  standard: z.optional(chosenVersion),
})
export type CallTerms = z.infer<typeof callTerms>

const callOpened = z.object({ type: z.literal('callOpened'), v: z.literal(1), at: instant, terms: callTerms })

export const batchEvent = z.discriminatedUnion('type', [callOpened])
export type BatchEvent = z.infer<typeof batchEvent>

export type Batch = { readonly openedAt?: string; readonly terms?: CallTerms }

export const batchKind: Kind<BatchEvent, Batch> = {
  parse: (stored) => batchEvent.parse(stored),
  initial: {},
  evolve: (_batch, { at, terms }) => ({ openedAt: at, terms }),
}

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
      )
    if (terms.approval.reference.trim() === '')
      throw new Refused('incomplete', '没有党委、政府的批准文号，不能发布通知。', { approval: '请填写批准文号' })
    if (!Object.hasOwn(procedures, terms.procedure))
      throw new Refused('incomplete', `没有名为“${terms.procedure}”的程序。`, { procedure: '请选择现有的程序' })
    if ('lateFrom' in terms.application && !terms.trial)
      throw new Refused('incomplete', '只有演练批次可以用时刻作截止时间。', { application: '请填写申请截止日期' })
    return [{ type: 'callOpened', v: 1, at: received, terms }]
  }
