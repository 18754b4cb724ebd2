/** Who of a unit writes which indicator of its self-assessment 自评分工. `dossier-api` answers. */
import { z } from 'zod/mini'
import { LONGEST_DEPARTMENT, LONGEST_REASON, MOST_GIVEN } from '#dossier/spread/spread.ts'
import { COMMANDS } from '#procedure/commands.ts'
import type { Endpoints } from '../endpoint.ts'
import { date, name, reference, sentence } from '../forms.ts'
import { listOf, word } from '../rules.ts'

export const shareForm = z.strictObject({
  organ: z.optional(
    name('科室', LONGEST_DEPARTMENT, { isOptional: true, open: true, help: '由哪个科室填写，没有的留空' }),
  ),
  due: z.optional(date('要求完成的日期')),
})
export const giveBackForm = z.strictObject({ reason: sentence('退回理由', LONGEST_REASON, { open: true }) })

const items = listOf(word('缺少指标编号'), '请选择指标', MOST_GIVEN, `一次最多${MOST_GIVEN}项`).check(
  z.minLength(1, '请选择指标'),
)
/** How many changes of the spread were before whoever sends it. */
const seen = z.int('缺少所见分工的变动次数；请刷新后再办').check(z.minimum(0, '所见分工的变动次数不对；请刷新后再办'))
/** `person`: to whom; to nobody where it is left out. */
const spreadBody = z.strictObject({ ...shareForm.shape, items, person: z.optional(reference('请选择人员')), seen })
const giveBackBody = z.strictObject({ ...giveBackForm.shape, items, seen })

const due = z.object({ day: z.string(), lateFrom: z.string(), said: z.string() })
export const spreadPage = z.object({
  seen: z.int(),
  /** Whether this caller spreads them; else why not. */
  may: z.boolean(),
  why: z.optional(z.string()),
  /** Whether this caller gives back their own. */
  givesBack: z.boolean(),
  /** Who asks: what they have been given is theirs. */
  me: z.string(),
  /** Whoever may write it today, for those who spread it. */
  people: z.array(z.object({ person: z.string(), name: z.string(), appointment: z.string() })),
  /** `writes`: they may still write it, for those who spread it. Of whoever reads only what they were given their own alone. */
  shares: z.array(
    z.object({
      person: z.string(),
      name: z.string(),
      organ: z.optional(z.string()),
      due: z.optional(due),
      items: z.array(z.string()),
      writes: z.optional(z.boolean()),
    }),
  ),
  /** What came back, and nobody has been given since. */
  backs: z.array(z.object({ item: z.string(), name: z.string(), at: z.string(), reason: z.string() })),
})
export type SpreadPage = z.infer<typeof spreadPage>
export type ShareShown = SpreadPage['shares'][number]

const path = '/api/dossiers/{batch}/{unit}/spread'
export const spreadEndpoints = {
  readSpread: {
    method: 'GET',
    path,
    access: { command: 'read-dossier' },
    title: '查看自评分工',
    response: spreadPage,
  },
  spreadDossier: {
    method: 'POST',
    path,
    access: { command: 'spread-dossier' },
    title: COMMANDS['spread-dossier'],
    body: spreadBody,
    response: spreadPage,
  },
  giveBackShare: {
    method: 'POST',
    path: `${path}/back`,
    access: { command: 'write-dossier' },
    title: '退回分工',
    body: giveBackBody,
    response: spreadPage,
  },
} as const satisfies Endpoints
