/** How much of what anybody may send a county takes within one hour of the clock. */
import { z } from 'zod/mini'

const most = (usual: number) => z._default(z.int().check(z.minimum(1), z.maximum(10_000)), usual)
const PER_NOTICE = { objections: 60, files: 180 }
const notAlone = (all: string, usual: number): string =>
  `不能超过${all}（没有写的为${usual}）的一半，否则一个地址就能占满整期公示的份额`

/**
 * One address is counted before all together, and all together take twice as much as one at least: one sender cannot
 * use up what all share. An address of the sixth version counts by its first 64 bits, which is what one line is given.
 */
export const objectionLimits = z
  .strictObject({
    /** Forms that one address sends for one notice; those that are refused do not count. */
    perAddress: most(10),
    /** Objections that all addresses together send for one notice. */
    perNotice: most(PER_NOTICE.objections),
    /** Attached files, three of which come with one form. */
    filesPerAddress: most(30),
    filesPerNotice: most(PER_NOTICE.files),
    lookUpsPerAddress: most(30),
  })
  .check(
    z.refine(({ perAddress, perNotice }) => perNotice >= 2 * perAddress, {
      path: ['perAddress'],
      error: notAlone('perNotice', PER_NOTICE.objections),
    }),
    z.refine(({ filesPerAddress, filesPerNotice }) => filesPerNotice >= 2 * filesPerAddress, {
      path: ['filesPerAddress'],
      error: notAlone('filesPerNotice', PER_NOTICE.files),
    }),
  )
export type ObjectionLimits = z.infer<typeof objectionLimits>
export const USUAL_LIMITS: ObjectionLimits = objectionLimits.parse({})

const told = z.object({ objections: z._default(objectionLimits, USUAL_LIMITS) })
/** From the variable COUNTY, as JSON. */
export const parseObjectionLimits = (json: string): ObjectionLimits => told.parse(JSON.parse(json)).objections
