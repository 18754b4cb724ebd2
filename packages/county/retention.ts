/** How long a county keeps personal data 保存期限; from what it counts is a rule of ours, see `#retention`. */
import { z } from 'zod/mini'

const years = z.int().check(z.minimum(1), z.maximum(100))
const useDays = z.int().check(z.minimum(0), z.maximum(3650))

/** Its use goes on until it is erased: a name that stands on papers which others still read. */
const shown = (usual: number) => z._default(z.strictObject({ years }), { years: usual })
/** `useDays`: how long it may still be used; then its use is blocked until it is erased. */
const blocked = (usual: { years: number; useDays: number }) =>
  z._default(
    z.strictObject({ years, useDays }).check(
      z.refine((term) => term.useDays <= 365 * term.years, {
        path: ['useDays'],
        error: '停止使用不能晚于保存期满，请改小useDays或者改大years',
      }),
    ),
    usual,
  )

export const retention = z.strictObject({
  /**
   * Whom to ask about a case. Ten years: the shorter of the two terms for which offices keep their files (档案局令第8号),
   * and the form is one of them. A year of use: as long as a named unit is asked about its papers.
   */
  contact: blocked({ years: 10, useDays: 365 }),
  /** Who signed a form on paper: as long as the form. */
  signer: shown(10),
  /**
   * Five years: so long after an act courts take a suit against it (行政诉讼法第46条). Half a year of use: the term in
   * which whoever was answered sues.
   */
  objector: blocked({ years: 5, useDays: 183 }),
  /** Who handled it: as long as the files that name them. */
  staff: shown(10),
  /** What a login is called. A year: logs that name it are kept half a year at least (网络安全法第21条). */
  login: blocked({ years: 1, useDays: 0 }),
})
export type Retention = z.infer<typeof retention>
export type DataKind = keyof Retention
export const USUAL_TERMS: Retention = retention.parse({})

const told = z.object({ retention: z._default(retention, USUAL_TERMS) })
/** From the variable COUNTY, as JSON. */
export const parseRetention = (json: string): Retention => told.parse(JSON.parse(json)).retention
