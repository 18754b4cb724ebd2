/** For how many years a unit whose title was revoked may not apply again; a county that does not say bars nobody. */
import { z } from 'zod/mini'

export const barredYears = z.optional(z.int().check(z.minimum(1), z.maximum(20)))
