/** What events of a title are made of. */
import { z } from 'zod/mini'

export const instant = z.iso.datetime({ precision: 3 })
/** Of what a person did: when, and who by an id. */
export const head = { v: z.literal(1), at: instant, by: z.string() }
export const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
export const day = z.iso.date()
/** Of an object in `contents`. */
export const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
