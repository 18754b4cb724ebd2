/** What everything may cost, and how far what does not keep to it is from it: those numbers only ever go down. */
import { endpoints } from '../calls/count-calls.ts'
import type { CostRow } from './rows.ts'

/** Calls; `ofBare` in bare works. */
const MOST = { onCase: 10, onCaseOfBare: 2, page: 8, together: 25 } as const

/** Calls more with ten and with a hundred past batches than with none. */
export type Growth = readonly [x10: number, x100: number]
export type Bounds = {
  /** The most calls without past batches, of what `test/calls/calls.test.ts` does not see. */
  readonly most: Readonly<Record<string, number>>
  /** Whatever is not here grows by nothing. */
  readonly grows: Readonly<Record<string, Growth>>
}
export const BOUNDS: Bounds = {
  most: {
    // Whoever enters a paper asks which batches there are, what the unit has in them, and of the open ones the ledger.
    askTickets: 10,
    readEvidence: 3,
    // One of them looks whether a unit of that name is there already.
    registerUnit: 7,
    // One of each looks who keeps the roster, and one whether something waits for approval.
    registerPerson: 9,
    appoint: 8,
    ticketPutVerifyCite: 20,
    'ticketPutVerifyCite+followers': 35,
    publishCatalogue: 6,
    objectionForm: 3,
    // Counters of the address and of all, for form and files; one more makes the hour's secret.
    submitObjection: 12,
    lookUpForm: 0,
    lookUpObjection: 4,
    console: 0,
    readMe: 4,
    listCatalogues: 9,
    readCatalogue: 4,
    listEvidence: 3,
    // One of them reads the whole file, two record who opens it.
    linkEvidence: 6,
    publicPage: 1,
    'project-rows case': 2,
    'follow-ledger case': 8,
    arrive: 4,
    await: 2,
    'publish-pages case': 36,
    'project-rows evidence': 2,
    'verify-upload': 5,
    'project-rows reminders': 2,
    'restart-execution': 1,
    'project-rows unit': 2,
    'project-rows person': 2,
    'follow-ledger notice': 10,
    'project-rows notice': 2,
    'publish-pages notice': 23,
    'project-rows objection': 2,
    'follow-ledger objection': 5,
    'project-rows resolution': 2,
    'follow-ledger resolution': 10,
    'project-rows title': 2,
    'publish-pages resolution': 23,
    'publish-pages title': 5,
    'project-rows catalogue': 2,
    'follow-ledger batch': 11,
    'project-rows batch': 2,
    'publish-pages batch': 36,
    'project-rows duty': 2,
    'follow-ledger panel': 6,
    'project-rows panel': 2,
    'follow-ledger decision': 6,
    'project-rows decision': 2,
    'publish-pages decision': 18,
    'seal-heads': 4,
    reconcile: 26,
    'rebuild-rows': 63,
    'verify-records': 28,
    // Every stream that names somebody, read whole, and a page of the rows that there are.
    'erase-due': 112,
    // Two years of holidays, three lists; more for what is due.
    'remind-due': 5,
    'project-rows retention': 2,
  },
  // The first two scan the whole ledger for the newest commit of every stream, a page of a megabyte at a time; the third
  // does, too, and reads a thirtieth of what has not changed: with a hundred batches ten times what it is with ten. The
  // last reads each case and notice there ever was, and which rows there are, a page of a megabyte at a time: whose data
  // are due depends on all of them.
  grows: {
    // A second hundred of keys.
    askTickets: [0, 1],
    'seal-heads': [0, 6],
    'rebuild-rows': [0, 7],
    'verify-records': [53, 432],
    'erase-due': [120, 1206],
  },
}

/** The four acts themselves; what follows them is a row beside it. */
export const CHAIN = 'ticketPutVerifyCite'

const pathOf = (name: string): string => endpoints.find(([one]) => one === name)?.[1].path ?? ''

/** In Chinese, one for each expectation that a row does not meet. */
export function unmet(row: CostRow): string[] {
  const { name, kind, calls, cases, ofBare } = row
  const said: string[] = []
  const over = (what: string, most: number, is: number) => is > most && said.push(`${what}${is}，预期不超过${most}`)
  if (kind === 'page') over('调用', MOST.page, calls.base)
  if (name === CHAIN) over('调用', MOST.together, calls.base)
  if (kind === 'command') over('调用', MOST.onCase + (pathOf(name).includes('{unit}') ? 0 : cases), calls.base)
  if (kind === 'command' && pathOf(name).includes('{unit}')) over('函数用时为最少办理的倍数', MOST.onCaseOfBare, ofBare)
  const [x10, x100] = growthOf(row)
  if (x10 > 0 || x100 > 0) said.push(`往年批次增多时调用增加：10批多${x10}次，100批多${x100}次`)
  return said
}

export const growthOf = ({ calls: { base, x10, x100 } }: Pick<CostRow, 'calls'>): Growth => [x10 - base, x100 - base]

type Named = Pick<CostRow, 'name' | 'calls'>
/** Rows that ask or grow more than they may: the command fails. */
export const beyond = (rows: readonly Named[], { most, grows } = BOUNDS): string[] =>
  rows.flatMap((row) => {
    const { name } = row
    const [most10, most100] = grows[name] ?? NOTHING
    const [x10, x100] = growthOf(row)
    const base = most[name] ?? Number.POSITIVE_INFINITY
    return [
      ...(row.calls.base > base ? [`${name}：调用${row.calls.base}次（至多${base}）`] : []),
      ...(x10 > most10 || x100 > most100
        ? [`${name}：10批多${x10}次（至多${most10}），100批多${x100}次（至多${most100}）`]
        : []),
    ]
  })
/** Bounds that are not reached any more: they are to be lowered. */
export function slack(rows: readonly Named[], { most, grows } = BOUNDS): string[] {
  const found = new Map(rows.map((row) => [row.name, row]))
  const below = Object.entries(most).flatMap(([name, bound]) => {
    const is = found.get(name)?.calls.base ?? 0
    return is < bound ? [`${name}：现为${is}，界限是${bound}`] : []
  })
  const slower = Object.entries(grows).flatMap(([name, [most10, most100]]) => {
    const row = found.get(name)
    const [x10, x100] = row ? growthOf(row) : NOTHING
    return x10 < most10 || x100 < most100 ? [`${name}：现为[${x10}, ${x100}]，界限是[${most10}, ${most100}]`] : []
  })
  return [...below, ...slower]
}
const NOTHING: Growth = [0, 0]
