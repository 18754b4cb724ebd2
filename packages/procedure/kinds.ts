/** The seven kinds of steps: what a value of each says. What happens at one is code, in `packages/steps/<kind>`. */
import { z } from 'zod/mini'
import { type Appointment, appointmentName } from './appointments.ts'

export const placeName = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/))
export const title = z.string().check(z.minLength(1), z.maxLength(60))

/** What an outcome does to the case: exactly one of `on` and `back` (to a step) and `end` (at an ending). */
export const outcome = z.strictObject({
  title,
  on: z.optional(placeName),
  /** The form of the entry it goes back to is reopened, for the questions that the decision names. */
  back: z.optional(placeName),
  end: z.optional(placeName),
  /** Counts against the batch's quota, over all meetings of its step. */
  limited: z.optional(z.literal(true)),
})
export type Outcome = z.infer<typeof outcome>

const outcomes = z.record(placeName, outcome)
const one = { title, outcomes }

/** A unit fills in a form, signs it off and hands it in; or lapses. */
export const entry = z.strictObject({
  kind: z.literal('entry'),
  ...one,
  form: z.string(),
  fills: appointmentName,
  submits: placeName,
  /** The outcome that time decides once the step's date has passed. */
  lapses: z.optional(placeName),
  /** It holds the self-assessment of the standard that the call chose, which may be written from that step on. */
  assesses: z.optional(z.strictObject({ from: placeName })),
})
/** Somebody drafts and somebody decides on one case; without `drafts` one person does both. */
export const judgement = z.strictObject({
  kind: z.literal('judgement'),
  ...one,
  drafts: z.optional(appointmentName),
  decides: z.array(appointmentName).check(z.minLength(1)),
  /** The form that is judged. */
  form: z.string(),
  /** The box of that form which the decision fills: opinion, signer and date are its own. */
  signOff: z.optional(placeName),
  /** What is checked beside the conditions that the call names. */
  points: z.record(placeName, title),
  /** What is said where the list of these is shown. */
  checks: z.optional(title),
})
/** A body decides a list of cases. */
export const resolution = z.strictObject({
  kind: z.literal('resolution'),
  ...one,
  /** Who submits the list to the body; without one whoever records it chooses. */
  prepares: z.optional(appointmentName),
  /** What the paper that submits it is called, and what it asks the body for. */
  submission: z.optional(z.strictObject({ title, asks: title })),
  records: appointmentName,
  body: z.enum(['executiveMeeting', 'leadingGroup', 'government', 'assessmentTeam']),
  record: z.enum(['minutes', 'signedList']),
  votes: z.boolean(),
  /** Its list is ranked 名次: the outcome that is limited goes by that order. */
  ranked: z.optional(z.literal(true)),
  /** The box that the body's decision fills. */
  signs: z.optional(z.strictObject({ form: z.string(), signOff: placeName })),
})
/** A list is shown to the public and may be objected to. */
export const notice = z.strictObject({
  kind: z.literal('notice'),
  ...one,
  prepares: appointmentName,
  approves: appointmentName,
  clear: placeName,
  upheld: placeName,
  reassess: z.optional(placeName),
  /** Exits for an objection that was in time and turned up after the case had gone on. */
  later: z.strictObject({ upheld: placeName, reassess: z.optional(placeName) }),
})
/** Work runs to a date of the batch. */
export const work = z.strictObject({
  kind: z.literal('work'),
  ...one,
  does: appointmentName,
  guides: appointmentName,
  /** The outcome that time decides at the step's date. */
  lapses: placeName,
  reports: z.optional(z.strictObject({ title, every: z.enum(['month', 'quarter', 'half']) })),
})
/**
 * How a method of an inquiry finds out: every indicator that the standard has it find, or those that it chooses; one mark
 * for the whole; the marks of a test; answers of people who were asked.
 */
export const FINDS = ['indicators', 'chosenIndicators', 'mark', 'marks', 'answers'] as const
/** Inquiries side by side, each recorded and ended on its own, settled by one person. */
export const inquiry = z.strictObject({
  kind: z.literal('inquiry'),
  ...one,
  methods: z.record(placeName, z.strictObject({ title, finds: z.enum(FINDS) })),
  records: appointmentName,
  settles: appointmentName,
})
/** A list act with a number and a date of its own that is published. */
export const announcement = z.strictObject({
  kind: z.literal('announcement'),
  ...one,
  prepares: appointmentName,
  approves: appointmentName,
  document: title,
})

const KINDS = [entry, judgement, resolution, notice, work, inquiry, announcement] as const
export const step = z.discriminatedUnion('kind', KINDS, {
  error: `只能是${KINDS.map(({ shape }) => shape.kind.def.values.join()).join('、')}`,
})
export type Step = z.infer<typeof step>
export type StepKind = Step['kind']
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
export type Entry = StepOf<'entry'>
export type Judgement = StepOf<'judgement'>

/** Who is waited for at a step. */
export function actorsOf(step: Step): readonly Appointment[] {
  switch (step.kind) {
    case 'entry':
      return [step.fills]
    case 'judgement':
      return [...(step.drafts ? [step.drafts] : []), ...step.decides]
    case 'resolution':
      return [...(step.prepares ? [step.prepares] : []), step.records]
    case 'notice':
    case 'announcement':
      return [step.prepares, step.approves]
    case 'work':
      return [step.does]
    case 'inquiry':
      return [step.records, step.settles]
  }
}

/** One act decides many cases at once there. */
export const isListStep = ({ kind }: Step): boolean =>
  kind === 'resolution' || kind === 'notice' || kind === 'announcement'
