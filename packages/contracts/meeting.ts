/** What is submitted to a body, what it decides, and what is shown of its meetings. */
import { z } from 'zod/mini'
import { fileUse } from '#evidence/cited-file.ts'
import { commandNames } from '#procedure/commands.ts'
import { eachNamedOnce } from '#steps/resolution/named-once.ts'
import { attendance, deliberation } from '#steps/resolution/resolution.ts'
import { tidyText } from '#typed/line.ts'
import { fileReference } from './case-page.ts'
import { attendeeName, day, text } from './forms.ts'
import { eachTextKept, listOf, recordOf, typedText, whole } from './rules.ts'
import { mustSay, whySaysNothing } from './sentences.ts'
import { MOST_UNITS, namedUnit, someUnits } from './unit-ids.ts'

const scanned = fileUse('请上传扫描件')

/** More than any body of a county has. */
const MOST_PEOPLE = 200
/** Of a name with its note. */
const MOST_LETTERS = 34

/** Why the head decided otherwise than most of the meeting spoke. */
const explainsDissent = z.refine<z.infer<typeof deliberation>>((how) => whyNoDissent(how) === undefined, {
  path: ['majorityDiffered'],
  error: ({ input }) => whyNoDissent(deliberation.safeParse(input).data),
})
const whyNoDissent = (how: z.infer<typeof deliberation> | undefined): string | undefined =>
  how?.kind === 'discussion' ? whySaysNothing('sentence', '多数人的不同意见', how.majorityDiffered ?? '') : undefined

const RANKS = '请逐个填写名次，不超过一次可以列入的单位数'
/** One outcome for all cases, exceptions per case. `cases`: unit ids of the batch. */
const resolution = z.strictObject({
  meeting: text('会议名称', 200, { open: true }),
  number: text('编号', 200, { open: true, says: 'number' }),
  date: day('会议日期', '2018-12-20'),
  minutes: scanned,
  present: listOf(
    attendeeName('出席人员', MOST_LETTERS),
    '请填写出席人员',
    MOST_PEOPLE,
    `出席人员最多${MOST_PEOPLE}人`,
  ).check(z.minLength(1, '请填写出席人员')),
  absent: listOf(
    attendeeName('缺席人员', MOST_LETTERS),
    '请填写缺席人员，没有的留空',
    MOST_PEOPLE,
    `缺席人员最多${MOST_PEOPLE}人`,
  ),
  how: deliberation.check((sent) => {
    if (sent.value.kind === 'discussion')
      eachTextKept({ ...sent, value: { majorityDiffered: sent.value.majorityDiffered } })
  }, explainsDissent),
  cases: someUnits(),
  outcome: text('会议结论', 40),
  /** Of a list that is ranked the place of each of its cases; several may share one. */
  ranks: z.optional(recordOf(whole('名次', 1, MOST_UNITS), RANKS, RANKS, MOST_UNITS)),
  exceptions: listOf(
    z.strictObject(
      { case: namedUnit(), outcome: text('会议结论', 40), reason: text('例外理由', 500, { says: 'sentence' }) },
      { error: '请逐个填写例外单位' },
    ),
    '请填写例外单位，没有的留空',
    MOST_UNITS,
    `例外单位最多${MOST_UNITS}个`,
  ),
  recusals: listOf(
    z.strictObject(
      { person: attendeeName('回避人员', MOST_LETTERS), case: namedUnit('请选择回避所涉单位') },
      { error: '请逐人填写回避情况' },
    ),
    '请填写回避情况，没有的留空',
    MOST_UNITS,
    `回避情况最多${MOST_UNITS}项`,
  ),
})
export const resolutionBody = resolution.check(eachNamedOnce)
export type ResolutionBody = z.infer<typeof resolutionBody>

export const resolutionPage = z.object({
  batch: z.string(),
  batchTitle: z.string(),
  trial: z.boolean(),
  step: z.string(),
  stepTitle: z.string(),
  /** Who meets, as its meetings are usually called. */
  body: z.string(),
  /** Whether such a meeting may vote; otherwise it discusses and its head decides. */
  votes: z.boolean(),
  /** What it leaves: minutes, or a list that its members signed without meeting. */
  record: z.enum(['minutes', 'signedList']),
  /** Whether its list is ranked; what is limited goes by that order. */
  ranked: z.boolean(),
  /** The county's day now; no meeting was held after it. */
  today: z.string(),
  /** Somebody submits the list first; `submitted` are the cases that wait for the body. */
  prepares: z.boolean(),
  submitted: z.array(z.object({ unit: z.string(), name: z.string() })),
  /** The lists that were submitted, the newest last; for whoever submits them and whoever records the meetings. */
  lists: z.array(
    z.object({
      number: z.int(),
      at: z.string(),
      by: z.string(),
      text: z.string(),
      file: z.optional(fileReference),
      units: z.array(z.object({ unit: z.string(), name: z.string() })),
    }),
  ),
  /** Absent where the county sets none. */
  quota: z.optional(z.int()),
  taken: z.int(),
  /** Which outcome the quota counts; empty when none is limited. */
  limited: z.string(),
  outcomes: z.array(z.object({ value: z.string(), label: z.string() })),
  /** Cases that stand at this step now; `held`: why one cannot be decided yet; `submitted`: the body has it before it. */
  waiting: z.array(
    z.object({
      unit: z.string(),
      name: z.string(),
      visit: z.int(),
      held: z.optional(z.string()),
      submitted: z.optional(z.literal(true)),
    }),
  ),
  /** What this caller may do here. */
  commands: z.array(z.enum(commandNames)),
  /** Whose files the minutes are to be that this caller sends. */
  minutesTo: z.string(),
  meetings: z.array(
    z.object({
      number: z.int(),
      meeting: z.string(),
      reference: z.string(),
      date: z.string(),
      recordedAt: z.string(),
      recordedBy: z.string(),
      minutes: fileReference,
      ...attendance.shape,
      how: deliberation,
      lines: z.array(
        z.object({
          unit: z.string(),
          name: z.string(),
          outcome: z.string(),
          outcomeTitle: z.string(),
          /** Of a list that is ranked; its lines stand in that order, others in that of their names. */
          rank: z.optional(z.int()),
          reason: z.optional(z.string()),
          setAside: z.optional(z.string()),
          /** How it was corrected since, the newest last; `setAside`: why its case could not take it. */
          corrected: z.optional(
            z.array(
              z.object({
                at: z.string(),
                by: z.string(),
                draftedBy: z.string(),
                outcome: z.string(),
                outcomeTitle: z.string(),
                reason: z.string(),
                inMinutes: z.string(),
                setAside: z.optional(z.string()),
              }),
            ),
          ),
        }),
      ),
    }),
  ),
})
export type ResolutionPage = z.infer<typeof resolutionPage>

const UNSEEN = '缺少所见申报件的编号；请刷新，核对后再提请'
/** `visits`: by case the stay at the step that was seen. */
export const listBody = z.strictObject({
  cases: someUnits(),
  visits: recordOf(z.int(UNSEEN), UNSEEN, UNSEEN, MOST_UNITS),
  text: typedText('提请说明', 2000, tidyText).check(mustSay(undefined, '提请说明', { isOptional: true })),
  paper: z.optional(scanned),
})
