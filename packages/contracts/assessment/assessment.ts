/**
 * The assessment 验收考核 of one unit: methods side by side, what each scorer notes of single indicators, and the records.
 * `assessment-api` answers.
 */
import { z } from 'zod/mini'
import { CITED_RESULT } from '#external-results/cited-result.ts'
import { resultGrades, resultKinds } from '#external-results/kinds-of-results.ts'
import { COMMANDS } from '#procedure/commands.ts'
import { FINDS } from '#procedure/kinds.ts'
import { LONGEST_NOTE, MOST_PICTURES, MOST_RESULTS, OFF } from '#steps/inquiry/sheet.ts'
import { FINDINGS, finding } from '#tally/finding.ts'
import { visit } from '../case-forms.ts'
import { fileReference } from '../case-page.ts'
import type { Endpoints } from '../endpoint.ts'
import { choice, date, files, longText, reference, sentence, text } from '../forms.ts'
import { listOf } from '../rules.ts'
import { figure, figures } from './numbers.ts'
import { recordMethodAt } from './record-method-at.ts'

const WHICH_RESULT = '请选择引用的外部结果'
/** `number`: the version that was changed; 0 where there was none. `off`: points taken off for what is not reached. */
export const noteBody = z.strictObject({
  finding: z.optional(choice('认定', ['reached', 'notReached', 'notApplicable'], FINDINGS)),
  off: z.optional(
    figure('扣分', OFF, '扣分请填写大于0的数字，最多两位小数，如2.5', {
      when: { field: 'finding', among: ['notReached'] },
      help: '不填的，扣去全部分值',
    }),
  ),
  text: z.optional(longText('考核情况', LONGEST_NOTE, { says: 'words', isOptional: true })),
  files: z.optional(
    files('照片和扫描件').check(z.maxLength(MOST_PICTURES, `一项指标的照片和扫描件最多${MOST_PICTURES}个`)),
  ),
  /** As `CITED_RESULT` has them: the year of the book, the number, the version that was seen. */
  results: z.optional(
    listOf(
      z.string({ error: WHICH_RESULT }).check(z.regex(CITED_RESULT, WHICH_RESULT)),
      WHICH_RESULT,
      MOST_RESULTS,
      `一项指标引用的外部结果最多${MOST_RESULTS}条`,
    ).check(z.minLength(1, WHICH_RESULT)),
  ),
  number: z
    .int({ error: '缺少所改内容的版次；请刷新，核对后再保存' })
    .check(z.minimum(0, '所改内容的版次不对；请刷新后再保存')),
  visit,
})
/** `sheet`: how many times the scorer's own sheet was written when they looked, since the record takes it in as it stands. */
export const recordBody = z.strictObject({
  on: date('日期'),
  people: listOf(reference('请选择参加人员'), '请选择参加人员', 20, '参加人员最多20人').check(
    z.minLength(1, '请选择参加人员'),
  ),
  place: z.optional(text('地点', 100, { isOptional: true })),
  findings: sentence('情况记录', 2000),
  files: z.optional(files('照片和扫描件')),
  // Of methods that are measured as a whole; read by `tally/measure.ts`.
  mark: z.optional(figures('评分', 20)),
  invited: z.optional(z.union([z.int(), figures('应考人数', 20)], { error: '应考人数应为整数' })),
  passMark: z.optional(figures('及格分', 20)),
  marks: z.optional(figures('各人成绩', 4000)),
  answers: z.optional(figures('走访问答', 4000)),
  visit,
  sheet: z.int({ error: '缺少所见指标情况的版次；请刷新，核对后再办' }),
})

export const assessmentPage = z.object({
  case: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }),
  batch: z.object({ id: z.string(), title: z.string(), trial: z.boolean() }),
  step: z.string(),
  stepTitle: z.string(),
  visit: z.int(),
  /** The unit has handed in a self-assessment by a standard, so that single indicators are noted. */
  dossier: z.boolean(),
  /** Whose files are brought along. */
  owner: z.string(),
  /** This caller, whom a record names first. */
  me: z.string(),
  /** Why nobody, or this caller, records anything now. */
  why: z.optional(z.string()),
  /** This caller is one of those who record it, whether anything is recorded now or not. */
  scores: z.boolean(),
  /** Nothing is recorded any more by anybody: the case has gone on or left, the result is settled, or the batch is cancelled. */
  over: z.boolean(),
  /** A veto that waits to be confirmed: its item’s title. */
  veto: z.optional(z.string()),
  methods: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      finds: z.enum(FINDS),
      /** The batch counts points of it. */
      counts: z.boolean(),
      ended: z.boolean(),
      /** How often it was recorded, by whomever. */
      records: z.int(),
      /** This caller records it now. */
      writes: z.boolean(),
      /** How often this caller's own sheet was written, and of which indicators it says something. */
      sheet: z.int(),
      noted: z.array(z.string()),
      /** What this caller has found by it, by indicator; and what of that they have not explained, which no record takes in. */
      findings: z.record(z.string(), finding),
      unexplained: z.array(z.string()),
      /** How many of them no record of theirs has taken in as they stand. */
      unrecorded: z.int(),
      /** Indicators of which others have noted something that this caller may read by now, at an earlier visit too. */
      found: z.array(z.string()),
    }),
  ),
  /** Who may have been there; nobody for whoever records nothing. */
  people: z.array(z.object({ person: z.string(), name: z.string() })),
})
export type AssessmentPage = z.infer<typeof assessmentPage>

/**
 * What is noted of one indicator. Others' notes are here once their method has ended, or nothing is recorded any more, and
 * of earlier visits all; in the answer to a note only the caller's own by its method are. `recorded`: a record of theirs has taken it in as it stands; `visit`: of which assessment it is.
 */
export const assessmentItem = z.object({
  item: z.string(),
  /** The unit says that it does not apply to it. */
  claimed: z.boolean(),
  /** Its points, where the batch counts points and its standard states some. */
  points: z.optional(z.number()),
  notes: z.array(
    z.object({
      method: z.string(),
      title: z.string(),
      own: z.boolean(),
      recorded: z.boolean(),
      visit: z.int(),
      by: z.string(),
      at: z.string(),
      finding: z.optional(finding),
      off: z.optional(z.string()),
      text: z.optional(z.string()),
      files: z.array(z.string()),
      references: z.array(fileReference),
      /** External results that it cites, as they stand now. `since`: what became of one after it was cited. */
      results: z.array(
        z.object({
          use: z.string(),
          year: z.int(),
          n: z.int(),
          kind: z.enum(resultKinds),
          on: z.string(),
          reference: z.string(),
          grade: z.optional(z.enum(resultGrades)),
          score: z.optional(z.number()),
          text: z.optional(z.string()),
          since: z.optional(z.enum(['corrected', 'takenBack'])),
        }),
      ),
    }),
  ),
  /** Of this caller's own, by method: which version each has. */
  versions: z.array(z.object({ method: z.string(), number: z.int() })),
})
export type AssessmentItem = z.infer<typeof assessmentItem>

const anItem = { item: z.string(), title: z.string(), place: z.string() }
/** Figures are decimals as they are read; `share` and `value` of an indicator are percentages of its method's points. */
export const tallyPage = z.object({
  unit: z.string(),
  batch: z.object({ id: z.string(), title: z.string(), trial: z.boolean() }),
  step: z.string(),
  visit: z.int(),
  rules: z.array(z.object({ label: z.string(), said: z.string() })),
  total: z.optional(z.string()),
  /** Enough to be recommended, by the way of the call; whoever settles says so. */
  isEnough: z.optional(z.boolean()),
  why: z.string(),
  missing: z.array(z.object({ method: z.string(), title: z.string(), items: z.array(z.object(anItem)) })),
  methods: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      weight: z.optional(z.number()),
      score: z.optional(z.string()),
      shares: z.array(z.object({ item: z.string(), share: z.string(), value: z.string() })),
      measures: z.array(z.object({ by: z.string(), on: z.string(), said: z.string() })),
    }),
  ),
  parts: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      items: z.array(
        z.object({
          ...anItem,
          verdict: z.enum(['reached', 'notReached', 'notApplicable', 'unfound']),
          taken: z.optional(z.string()),
          findings: z.array(
            z.object({
              method: z.string(),
              title: z.string(),
              by: z.string(),
              finding,
              off: z.optional(z.string()),
              text: z.optional(z.string()),
              files: z.int(),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type TallyPage = z.infer<typeof tallyPage>

const anAssessment = '/api/assessments/{batch}/{unit}'
export const assessmentEndpoints = {
  readAssessment: {
    method: 'GET',
    path: anAssessment,
    access: { command: 'read-assessment' },
    title: COMMANDS['read-assessment'],
    response: assessmentPage,
  },
  readAssessmentItem: {
    method: 'GET',
    path: `${anAssessment}/items/{item}`,
    access: { command: 'read-assessment' },
    title: '查看一项指标的考核情况',
    response: assessmentItem,
  },
  readTally: {
    method: 'GET',
    path: `${anAssessment}/tally`,
    access: { command: 'read-assessment' },
    title: '查看考核汇总',
    response: tallyPage,
  },
  noteIndicator: {
    method: 'POST',
    path: `${anAssessment}/methods/{method}/items/{item}`,
    access: { command: 'note-indicator' },
    title: COMMANDS['note-indicator'],
    body: noteBody,
    response: assessmentItem,
  },
  /** Answered with how often the method was recorded, by whomever: the page is read again. */
  recordMethod: { ...recordMethodAt, body: recordBody, response: z.object({ records: z.int() }) },
} as const satisfies Endpoints
