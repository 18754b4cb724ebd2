/** External results 外部结果 of a year: entered, corrected, withdrawn by the organ that owns them. `results-api` answers. */
import { z } from 'zod/mini'
import { RESULT_GRADES, RESULT_KINDS, resultGrades, resultKinds } from '#external-results/kinds-of-results.ts'
import { COMMANDS, type Command } from '#procedure/commands.ts'
import type { Endpoints } from '../endpoint.ts'
import { choice, count, date, file, sentence, text } from '../forms.ts'
import { fileReference } from '../shown/file-reference.ts'
import { namedUnit } from '../unit-ids.ts'

const facts = {
  on: date('文书日期'),
  reference: text('文号', 60, { open: true, says: 'number' }),
  grade: z.optional(choice('等次', resultGrades, RESULT_GRADES)),
  score: z.optional(count('得分', 0, 100)),
  text: z.optional(sentence('认定的情况', 500, { open: true })),
  scan: z.optional(file('文书扫描件')),
}
/** The same for the screen, and why something is changed. */
export const resultForm = z.object(facts)
export const correctingForm = z.object({ reason: sentence('更正理由', 500, { open: true }) })
export const withdrawingForm = z.object({ reason: sentence('撤销理由', 500, { open: true }) })

const enterBody = z.strictObject({ unit: namedUnit(), kind: choice('种类', resultKinds, RESULT_KINDS), ...facts })
/** How many versions of it were before whoever decides. */
const seen = z.int('缺少所见的登记次数；请刷新后再办').check(z.minimum(1, '所见的登记次数不对；请刷新后再办'))
const correctBody = z.strictObject({ ...facts, ...correctingForm.shape, seen })
const withdrawBody = z.strictObject({ ...withdrawingForm.shape, seen })

const version = z.object({
  at: z.string(),
  by: z.string(),
  /** Whose it is, as they are called now. */
  organ: z.string(),
  /** The office has entered it for them. */
  byOffice: z.optional(z.literal(true)),
  on: z.string(),
  reference: z.string(),
  grade: z.optional(z.enum(resultGrades)),
  score: z.optional(z.number()),
  text: z.optional(z.string()),
  /** For whoever may open it: a paper may name other units besides. `use`: as it is cited. */
  scan: z.optional(fileReference),
  use: z.optional(z.string()),
  /** Of one that corrects the one before: why. */
  reason: z.optional(z.string()),
})
export type ResultVersion = z.infer<typeof version>
const resultShown = z.object({
  year: z.int(),
  n: z.int(),
  unit: z.string(),
  name: z.string(),
  kind: z.enum(resultKinds),
  /** In order; the last one holds. Of what is shown beside checks the last correction alone is told. */
  versions: z.array(version),
  /** How many there are, told or not. */
  version: z.int(),
  withdrawn: z.optional(z.object({ at: z.string(), by: z.string(), reason: z.string() })),
})
export type ResultShown = z.infer<typeof resultShown>

/** What holds of it, unless it was withdrawn. */
export function versionShownOf({ versions, withdrawn }: ResultShown): ResultVersion | undefined {
  return withdrawn ? undefined : versions.at(-1)
}

/** The newest first. */
export const resultsPage = z.object({
  year: z.int(),
  /** The day of the county's clock. */
  today: z.string(),
  /** The caller sees those about every unit; else about their own, and of what it owns. */
  all: z.boolean(),
  results: z.array(resultShown),
})
export type ResultsPage = z.infer<typeof resultsPage>

/** What the caller may enter; nothing for whoever reads only. */
export const enteringPage = z.object({
  /** What they may enter, in whose name, and where a scan of it is sent. */
  kinds: z.array(
    z.object({
      kind: z.enum(resultKinds),
      organ: z.string(),
      byOffice: z.optional(z.literal(true)),
      owner: z.string(),
    }),
  ),
  /** About whom: nobody writes about their own unit. */
  units: z.array(z.object({ unit: z.string(), name: z.string() })),
})
export type EnteringPage = z.infer<typeof enteringPage>

/** Those that stand of this year and the two before, the newest first: a veto looks back so far. */
export const recentResults = z.object({ years: z.array(z.int()), results: z.array(resultShown) })
export type RecentResults = z.infer<typeof recentResults>

const path = '/api/results/{year}'
const post = <const P extends `/${string}`, const C extends Command, B extends z.ZodMiniType>(
  at: P,
  command: C,
  body: B,
) =>
  ({
    method: 'POST',
    path: at,
    access: { command },
    title: COMMANDS[command],
    body,
    response: resultsPage,
  }) as const
const access = { command: 'read-results' } as const
export const resultsEndpoints = {
  readResults: { method: 'GET', path, access, title: '查看外部结果', response: resultsPage },
  readRecentResults: {
    ...{ method: 'GET', path: '/api/results', access, title: '查看近三年的外部结果' },
    response: recentResults,
  },
  readEntering: {
    ...{ method: 'GET', path: '/api/result-kinds', access, title: '查看可以登记的外部结果' },
    response: enteringPage,
  },
  enterResult: post(path, 'enter-result', enterBody),
  correctResult: post(`${path}/{n}/correct`, 'correct-result', correctBody),
  withdrawResult: post(`${path}/{n}/withdraw`, 'withdraw-result', withdrawBody),
} as const satisfies Endpoints
