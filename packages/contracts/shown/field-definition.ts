/** Fields of forms as the API sends them to the console. */
import { z } from 'zod/mini'
import { COUNT_UNITS } from '#typed/count-units.ts'

/**
 * `words`: an opinion, of which 同意 is one. `sentence`: a reason. `recorded`: what minutes say. `account`: what somebody outside tells. `number`: what may have digits alone.
 * `facts`: what there may not be, so that 无 is an answer.
 * `figures`: numbers, whatever stands beside them, of which no words are asked.
 * `organ`: what decided, and nobody's name. Without one: the text of something, a title or a name.
 */
export const SAYS = [
  'words',
  'sentence',
  'recorded',
  'account',
  'number',
  'contact',
  'facts',
  'organ',
  'figures',
] as const
export type Says = (typeof SAYS)[number]
const shownWhen = z.object({ field: z.string(), among: z.array(z.string()) })
/** A field as the API sends it to the console. */
export const fieldDefinition = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'longText', 'date', 'number', 'choice', 'choices', 'checklist', 'files', 'file']),
  required: z.boolean(),
  help: z.optional(z.string()),
  choices: z.optional(
    z.array(z.object({ value: z.string(), label: z.string(), effect: z.optional(z.enum(['on', 'back', 'end'])) })),
  ),
  max: z.optional(z.number()),
  /** The least that a number may be; without one 0. */
  min: z.optional(z.number()),
  /** What a number counts. */
  unit: z.optional(z.enum(COUNT_UNITS)),
  format: z.optional(z.enum(['phone', 'email', 'name', 'person'])),
  personal: z.optional(z.boolean()),
  open: z.optional(z.literal(true)),
  when: z.optional(shownWhen),
  says: z.optional(z.enum(SAYS)),
  /** Of a date the one that holds now: only a later one changes anything. */
  after: z.optional(z.string()),
  sentenceFor: z.optional(shownWhen),
})
export type FieldDefinition = z.infer<typeof fieldDefinition>
