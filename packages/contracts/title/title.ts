/** A title 称号 after its naming: measures on it, its re-checks, the meeting that decides on its revocation. `titles-api` answers. */

import { z } from 'zod/mini'
import { COMMANDS, commandNames } from '#procedure/commands.ts'
import { eachNamedOnce } from '#steps/resolution/named-once.ts'
import { MEASURE_KINDS, STANDINGS } from '#title/standing.ts'
import { fileReference } from '../case-page.ts'
import type { Endpoints } from '../endpoint.ts'
import {
  attendeeName,
  choice,
  count,
  date,
  type FormSchema,
  file,
  reference,
  replaces,
  sentence,
  text,
} from '../forms.ts'
import { listOf } from '../rules.ts'
import { experienceEndpoints } from './experience.ts'

const kindIs = <const K extends (typeof MEASURE_KINDS)[number]>(kind: K) => z.literal(kind, '请选择办理事项')
const why = (label: string) => sentence(label, 1000, { open: true })
const VETO = { field: 'ground', among: ['veto'] }

/** The fields of each measure, as the screen asks them; `kind` and what it replaces are sent beside. */
export const measureForms = {
  enter: z.strictObject({
    text: text('命名决定的标题', 120, { open: true }),
    number: text('命名决定的文号', 60, { open: true, says: 'number' }),
    on: date('命名日期'),
    certificate: z.optional(text('证书编号', 60, { open: true, isOptional: true })),
    scan: file('命名决定扫描件'),
  }),
  warn: z.strictObject({ on: date('警示日期'), text: why('警示的事由和要求') }),
  suspend: z.strictObject({ on: date('暂停日期'), text: why('暂停的事由') }),
  lift: z.strictObject({ on: date('解除日期'), text: why('解除的理由') }),
  expire: z.strictObject({ on: date('失效日期'), text: why('失效的原因') }),
  propose: z.strictObject({
    ground: choice('提请取消的依据', ['veto', 'requirement'], {
      veto: '发现一票否决情形',
      requirement: '创建工作进展不力，或者严重违法并造成严重后果（工作要求第3项）',
    }),
    situation: z.optional(text('一票否决情形', 200, { open: true, when: VETO })),
    happened: z.optional(date('发生日期', { when: VETO })),
    discovered: z.optional(date('发现日期', { when: VETO })),
    text: why('事实和理由'),
    heard: date('听取单位意见的日期'),
    said: why('单位的意见'),
    on: date('提请日期'),
    scan: z.optional(file('听取意见的记录')),
  }),
  revoke: z.strictObject({
    number: text('取消决定的文号', 60, { open: true, says: 'number' }),
    on: date('决定日期'),
    text: why('取消的事实和理由'),
  }),
} as const satisfies Readonly<Record<(typeof MEASURE_KINDS)[number], FormSchema>>

const { enter, warn, suspend, lift, expire, propose, revoke } = measureForms
export const measureBody = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: kindIs('enter'), ...enter.shape, replaces }),
    z.strictObject({ kind: kindIs('warn'), ...warn.shape, replaces }),
    z.strictObject({ kind: kindIs('suspend'), ...suspend.shape, replaces }),
    z.strictObject({ kind: kindIs('lift'), ...lift.shape, replaces }),
    z.strictObject({ kind: kindIs('expire'), ...expire.shape, replaces }),
    z.strictObject({ kind: kindIs('propose'), ...propose.shape, replaces }),
    z.strictObject({ kind: kindIs('revoke'), ...revoke.shape, replaces }),
  ],
  { error: '请选择办理事项' },
)
export type MeasureBody = z.infer<typeof measureBody>

const prepared = reference('缺少所见稿件的编号；请刷新，核对后再办')
const approveMeasureBody = z.strictObject({
  prepared,
  secrecyChecked: z.boolean('请确认已进行保密审查'),
})
const returnMeasureBody = z.strictObject({ prepared, reason: sentence('退回理由', 500) })
export const dropForm = z.strictObject({ reason: sentence('不再办理的理由', 500) })
const dropMeasureBody = z.strictObject({ prepared, ...dropForm.shape })

export const recheckForm = z.strictObject({
  year: count('复查年度', 1990, 2100),
  on: date('复查日期'),
  text: why('复查情况'),
})
export const plaqueForm = z.strictObject({
  on: date('收回日期'),
  text: z.optional(text('说明', 200, { open: true, isOptional: true })),
})

const MOST_PEOPLE = 200
const people = (label: string) =>
  listOf(attendeeName(label, 34), `请填写${label}`, MOST_PEOPLE, `${label}最多${MOST_PEOPLE}人`)
/** What a meeting on a revocation is entered by; who was there is typed as in minutes, and sent name by name. */
export const titleMeetingForm = z.strictObject({
  meeting: text('会议名称', 200, { open: true }),
  number: text('会议纪要编号', 200, { open: true, says: 'number' }),
  date: date('会议日期'),
  outcome: choice('会议决定', ['revokes', 'keeps'], { revokes: '取消示范单位资格', keeps: '不予取消' }),
  reason: z.optional(sentence('不予取消的理由', 1000, { open: true, when: { field: 'outcome', among: ['keeps'] } })),
  majorityDiffered: z.optional(sentence('多数人的不同意见', 1000)),
  minutes: file('会议纪要扫描件'),
})
export const titleMeetingBody = z
  .strictObject({
    ...titleMeetingForm.shape,
    present: people('出席人员').check(z.minLength(1, '请填写出席人员')),
    absent: people('缺席人员'),
    replaces,
  })
  .check(({ value: { present, absent }, issues }) =>
    eachNamedOnce({ value: { present, absent, recusals: [] }, issues }),
  )

const measureShown = z.object({
  kind: z.enum(MEASURE_KINDS),
  title: z.string(),
  on: z.string(),
  text: z.string(),
  number: z.optional(z.string()),
  certificate: z.optional(z.string()),
  ground: z.optional(z.enum(['veto', 'requirement'])),
  situation: z.optional(z.string()),
  happened: z.optional(z.string()),
  discovered: z.optional(z.string()),
  heard: z.optional(z.string()),
  said: z.optional(z.string()),
  scan: z.optional(fileReference),
})
export type MeasureShown = z.infer<typeof measureShown>

export const titlePage = z.object({
  unit: z.string(),
  name: z.string(),
  batch: z.string(),
  /** Of a batch that this system runs. */
  batchTitle: z.optional(z.string()),
  government: z.string(),
  county: z.string(),
  /** Absent while its first entry waits for approval. */
  held: z.optional(
    z.object({
      standing: z.enum(STANDINGS),
      standingTitle: z.string(),
      on: z.string(),
      certificate: z.optional(z.string()),
      code: z.string(),
      /** Where the public reads of it, from the root of the site. */
      path: z.string(),
      /** The document by which it was named, where this system did not publish it. */
      document: z.optional(z.string()),
    }),
  ),
  pending: z.optional(
    z.object({
      prepared: z.string(),
      by: z.string(),
      at: z.string(),
      measure: measureShown,
      returned: z.optional(z.string()),
    }),
  ),
  /** What the meeting has decided on the proposal, for whoever may record it: they begin with it where they correct it. */
  met: z.optional(
    z.object({
      recorded: z.string(),
      by: z.string(),
      at: z.string(),
      meeting: z.string(),
      number: z.string(),
      date: z.string(),
      outcome: z.enum(['revokes', 'keeps']),
      reason: z.optional(z.string()),
      majorityDiffered: z.optional(z.string()),
      present: z.array(z.string()),
      absent: z.array(z.string()),
      minutes: fileReference,
    }),
  ),
  /** The meeting has a proposal before it, or has accepted one and the decision is to be published. */
  proposal: z.optional(z.enum(['waits', 'agreed'])),
  /** In order; `said`: what it was. */
  history: z.array(
    z.object({
      said: z.string(),
      on: z.string(),
      at: z.string(),
      by: z.string(),
      /** It was entered again since. */
      corrected: z.optional(z.literal(true)),
      /** Of what another person approved. */
      preparedBy: z.optional(z.string()),
      text: z.optional(z.string()),
      measure: z.optional(measureShown),
      minutes: z.optional(fileReference),
      present: z.optional(z.array(z.string())),
      absent: z.optional(z.array(z.string())),
      majorityDiffered: z.optional(z.string()),
    }),
  ),
  /** Which measures may be prepared now, by this caller. */
  measures: z.array(z.object({ kind: z.enum(MEASURE_KINDS), title: z.string() })),
  /** Situations of the veto as the batch froze them. */
  situations: z.array(z.string()),
  commands: z.array(z.enum(commandNames)),
  today: z.string(),
  minutesTo: z.string(),
})
export type TitlePage = z.infer<typeof titlePage>

const path = '/api/titles/{batch}/{unit}'
export const titleEndpoints = {
  readTitle: {
    method: 'GET',
    path,
    access: { command: 'read-title' },
    title: COMMANDS['read-title'],
    response: titlePage,
  },
  prepareMeasure: {
    method: 'POST',
    path: `${path}/measures`,
    access: { command: 'prepare-measure' },
    title: COMMANDS['prepare-measure'],
    body: measureBody,
    response: titlePage,
  },
  approveMeasure: {
    method: 'POST',
    path: `${path}/measures/approve`,
    access: { command: 'approve-measure' },
    title: COMMANDS['approve-measure'],
    body: approveMeasureBody,
    response: titlePage,
  },
  returnMeasure: {
    method: 'POST',
    path: `${path}/measures/return`,
    access: { command: 'approve-measure' },
    title: '退回称号办理稿',
    body: returnMeasureBody,
    response: titlePage,
  },
  dropMeasure: {
    method: 'POST',
    path: `${path}/measures/drop`,
    access: { command: 'prepare-measure' },
    title: '不再办理被退回的称号稿',
    body: dropMeasureBody,
    response: titlePage,
  },
  recordTitleMeeting: {
    method: 'POST',
    path: `${path}/meetings`,
    access: { command: 'record-title-meeting' },
    title: COMMANDS['record-title-meeting'],
    body: titleMeetingBody,
    response: titlePage,
  },
  recheckTitle: {
    method: 'POST',
    path: `${path}/rechecks`,
    access: { command: 'recheck-title' },
    title: COMMANDS['recheck-title'],
    body: recheckForm,
    response: titlePage,
  },
  recordPlaque: {
    method: 'POST',
    path: `${path}/plaque`,
    access: { command: 'record-plaque' },
    title: COMMANDS['record-plaque'],
    body: plaqueForm,
    response: titlePage,
  },
  ...experienceEndpoints,
} as const satisfies Endpoints
