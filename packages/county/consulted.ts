/** Whom a county consults 函询 before it names units: six organs as usual, or the county's own. */
import { z } from 'zod/mini'

/** Ids stand in the ledger for good; a name may change. */
export const ORGAN_ID = /^[a-z][a-z0-9-]{1,39}$/
const organ = z.strictObject({
  id: z.string().check(z.regex(ORGAN_ID, '应是小写字母开头的编号，如“audit”')),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
})
export const consulted = z.array(organ).check(
  z.minLength(1),
  z.maxLength(20),
  z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, '同一机关编号写了两次'),
)
export type Consulted = z.infer<typeof consulted>

export const USUAL_CONSULTED: Consulted = [
  { id: 'discipline', name: '纪委监委' },
  { id: 'police', name: '公安局' },
  { id: 'petitions', name: '信访局' },
  { id: 'court', name: '人民法院' },
  { id: 'procuratorate', name: '人民检察院' },
  { id: 'audit', name: '审计局' },
]

/** The variable CONSULTED, as JSON. */
export const parseConsulted = (json: string): Consulted => consulted.parse(JSON.parse(json))
