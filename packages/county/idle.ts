/** How long a console may lie open without anybody at it. */
import { z } from 'zod/mini'

/** Minutes. Long enough to read a report of some pages, short enough for a counter where people come and go. */
export const idleMinutes = z._default(z.int().check(z.minimum(5), z.maximum(60)), 20)
