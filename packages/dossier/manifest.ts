/**
 * What a declaration pins of its self-assessment: of each indicator the version, by the ledger's own hash, and the
 * digests of what it cites. It lies among the private texts; the form that is signed and handed in covers its digest.
 */
import { z } from 'zod/mini'
import { chosenVersion } from '#catalogue/edition/choose-version.ts'
import { result } from './answer.ts'

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** `number`: of the stream's commit; `hash`: that commit's, which covers all before it. */
const pin = z.strictObject({
  item: z.string(),
  number: z.int().check(z.minimum(1)),
  hash: sha256,
  result,
  files: z.array(sha256),
})
export type Pin = z.infer<typeof pin>

export const manifest = z.strictObject({
  kind: z.literal('selfAssessment'),
  batch: z.string(),
  unit: z.string(),
  standard: chosenVersion,
  /** In the standard's order. */
  pins: z.array(pin),
})
export type Manifest = z.infer<typeof manifest>

/** How many indicators were judged how. */
export const countsOf = ({ pins }: Pick<Manifest, 'pins'>) => {
  const count = (of: Pin['result']) => pins.filter((one) => one.result === of).length
  return { reached: count('reached'), notReached: count('notReached'), notApplicable: count('notApplicable') }
}

/** How many of the indicators that a return names stand as they came back. */
export const asBeforeOf = (before: readonly Pin[], now: readonly Pin[], named: readonly string[]): number => {
  const changed = new Set(changedPins(before, now))
  return named.filter((item) => !changed.has(item)).length
}

/** The indicators that two manifests pin differently. */
export function changedPins(before: readonly Pin[], now: readonly Pin[]): readonly string[] {
  const then = new Map(before.map((one) => [one.item, one]))
  const left = new Set(now.map(({ item }) => item))
  return [
    ...now.flatMap(({ item, number, hash }) => {
      const one = then.get(item)
      return one?.number === number && one.hash === hash ? [] : [item]
    }),
    ...before.flatMap(({ item }) => (left.has(item) ? [] : [item])),
  ]
}
