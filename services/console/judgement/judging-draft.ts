/** What somebody has entered on a judgement and not sent: kept in this browser, per case and step. */
import { useState } from 'react'
import { z } from 'zod/mini'
import type { OfferedCommand, ShownDraft } from '#contracts/case-page.ts'
import type { Choice } from '#contracts/forms.ts'
import { type About, forgetValues, keepValues, keptValues, type Values } from '../forms/kept-values.ts'

/** What an outcome does, whatever it is called. */
export const effectOf = z.enum(['on', 'back', 'end'])
export type Effect = z.infer<typeof effectOf>
export type OutcomeChoice = Omit<Choice, 'effect'> & { readonly effect: Effect }

export const choicesOf = ({ fields }: OfferedCommand, name: string): readonly Choice[] =>
  fields.find((field) => field.name === name)?.choices ?? []
export const outcomesOf = (command: OfferedCommand): readonly OutcomeChoice[] =>
  choicesOf(command, 'outcome').map(({ value, label, effect = 'on' }) => ({ value, label, effect }))

/** One field that was not kept takes no other along. */
const draft = z.object({
  outcome: z.optional(z.string()),
  reason: z.catch(z.string(), ''),
  /** Absent until one point is ticked. */
  checklist: z.optional(z.record(z.string(), z.boolean())),
  reopens: z.catch(z.array(z.string()), []),
  /** Of a return that reopens the self-assessment: which indicators; all where none is named. */
  indicators: z.catch(z.optional(z.array(z.string())), undefined),
  lastDay: z.optional(z.string()),
})
export type Draft = z.infer<typeof draft>
/** What of it may tell of somebody. */
export const JUDGING_LABELS = { reason: '意见和理由' } as const
const EMPTY: Draft = { reason: '', reopens: [] }

/** To begin with what was drafted before. */
export const beginWith = (drafted: ShownDraft | undefined): Draft =>
  drafted
    ? {
        outcome: drafted.outcome,
        reason: drafted.reason,
        reopens: drafted.reopens ?? [],
        ...(drafted.indicators && { indicators: drafted.indicators }),
        ...(drafted.checklist && { checklist: drafted.checklist }),
      }
    : EMPTY

/** To begin again with what went back: the API gives it as the form's values. */
export const beginAgainWith = (values: Values | undefined): Draft =>
  draft.safeParse({ reopens: [], ...values }).data ?? EMPTY

/** What was kept, as far as it was; of nothing, what it begins with. */
export const draftFrom = (kept: Values | undefined, beginning: Draft): Draft => draft.safeParse(kept).data ?? beginning

const isEmpty = ({ reason, reopens, ...chosen }: Draft): boolean =>
  reason === '' && reopens.length === 0 && Object.values(chosen).every((one) => one === undefined)

/** From now on what is entered is about another stay, which was looked at: nobody is told any more that it is of an earlier one. */
export function takeTo(name: string, values: Draft, about: About): void {
  forgetValues(name)
  if (!isEmpty(values)) keepValues(name, values, [], about)
}

/** @param about the stay that was looked at */
export function useDraft(name: string, about: About, beginning: Draft = EMPTY) {
  const [values, setValues] = useState<Draft>(() => draftFrom(keptValues(name), beginning))
  const [touched, setTouched] = useState(false)
  const [wasKept] = useState(() => keptValues(name) !== undefined)
  const change = (more: Partial<Draft>) => {
    setTouched(true)
    setValues((now) => {
      const next = { ...now, ...more }
      keepValues(name, next, [], about)
      return next
    })
  }
  return {
    ...{ name, values, touched, wasKept, change },
    goOn: (next: About) => takeTo(name, values, next),
    forget: () => forgetValues(name),
  }
}
