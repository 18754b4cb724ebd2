/** What a call is asked for: what every call says, what the chosen procedure has to know, and three published lists. */

import { isOldApproval, NUMBER_TAKEN, problemOfNumber, problemsOfDays } from '#batch/call-rules.ts'
import { dateOf, firstLateInstant } from '#calendar/deadline.ts'
import { instantOf } from '#calendar/instant.ts'
import { saidDay } from '#calendar/said.ts'
import { callBody, MOST_IN_CALL, type OfferedProcedure } from '#contracts/call.ts'
import type { CatalogueLine } from '#contracts/catalogue.ts'
import { ApiError } from '#contracts/client.ts'
import { type FieldDefinition, isDay } from '#contracts/forms.ts'
import { tidyLine } from '#typed/line.ts'
import { wrongIn } from '../forms/checked.ts'
import type { Values } from '../forms/kept-values.ts'

const CONVENTIONS = {
  A: '自然日，首日计入',
  B: '自然日，首日不计，末日逢休息日顺延',
  C: '工作日，首日不计',
  D: '工作日，首日计入',
}
const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const MODES = choicesOf({
  online: '在线签署（系统内确认，不是可靠电子签名）',
  paper: '纸质签署并上传扫描件',
  sealed: '电子印章，上传加盖印章的PDF或OFD',
})

const HEAD: readonly FieldDefinition[] = [
  {
    name: 'batch',
    label: '批次编号',
    kind: 'text',
    required: true,
    max: 20,
    says: 'number',
    help: '年份-期数，如2018-2，发布后不能改',
  },
  { name: 'title', label: '通知标题', kind: 'text', required: true, max: 120, open: true },
  {
    name: 'reference',
    label: '批准文号',
    kind: 'text',
    required: true,
    max: 80,
    open: true,
    says: 'number',
    help: '没有批准文号不能发布',
  },
  { name: 'date', label: '批准日期', kind: 'date', required: true },
  { name: 'by', label: '批准机关', kind: 'text', required: true, max: 60, open: true, says: 'organ' },
]
const PERIODS: readonly FieldDefinition[] = [
  { name: 'days', label: '公示天数', kind: 'number', required: true, min: 1, max: MOST_IN_CALL.days },
  { name: 'convention', label: '公示期计算方法', kind: 'choice', required: true, choices: choicesOf(CONVENTIONS) },
  {
    name: 'returnDays',
    label: '退回补正天数',
    kind: 'number',
    required: true,
    unit: 'days',
    min: 1,
    max: MOST_IN_CALL.returnDays,
  },
  {
    name: 'replyDays',
    label: '异议答复天数',
    kind: 'number',
    required: true,
    unit: 'days',
    min: 1,
    max: MOST_IN_CALL.replyDays,
  },
]
const TRIAL: FieldDefinition = {
  name: 'trial',
  label: '性质',
  kind: 'choice',
  required: true,
  choices: choicesOf({ no: '正式批次', yes: '演练（不进入名录）' }),
}

/** Three choices of their own: one document's items may be used with another's vetoes. */
const LISTS = { standard: '标准', conditions: '基本条件', vetoes: '一票否决情形' } as const
type List = keyof typeof LISTS
const NONE = 'none'

/** Every published version, each catalogue's newest first, and the choice of none. */
const listField = (name: List, catalogues: readonly CatalogueLine[]): FieldDefinition => ({
  name,
  label: LISTS[name],
  kind: 'choice',
  required: true,
  choices: [
    ...catalogues.flatMap(({ catalogue, place, versions }) =>
      [...versions].reverse().map(({ number, title }) => ({
        value: `${catalogue}/${number}`,
        label: `${title}，第${number}版（${place}）`,
      })),
    ),
    { value: NONE, label: `不选用${LISTS[name]}` },
  ],
  help:
    catalogues.length > 0
      ? '发布后固定，不随新版改变'
      : `${name === 'vetoes' ? '还没有发布过含一票否决情形的标准或清单' : '还没有发布过标准和清单'}；法制办负责人发布后才能选用${LISTS[name]}`,
})

export const dateField = (step: string): string => `dates.${step}`
const boxField = (form: string, box: string): string => `signOffs.${form}.${box}`
const ofForm = ({ forms }: OfferedProcedure, form: string): string => (forms.length > 1 ? `${form}：` : '')

export function fieldsOfCall(
  procedure: OfferedProcedure,
  catalogues: readonly CatalogueLine[],
): readonly FieldDefinition[] {
  return [
    ...HEAD,
    ...procedure.dates.map(
      ({ step, title }): FieldDefinition => ({
        name: dateField(step),
        label: `${title}截止日`,
        kind: 'date',
        required: true,
        help: '当日24时截止',
      }),
    ),
    listField('standard', catalogues),
    listField('conditions', catalogues),
    listField(
      'vetoes',
      catalogues.filter(({ vetoes }) => vetoes > 0),
    ),
    ...PERIODS,
    ...(procedure.limited
      ? [
          {
            name: 'quota',
            label: '名额',
            kind: 'number',
            required: false,
            unit: 'places',
            min: 1,
            max: MOST_IN_CALL.quota,
            help: '本县有规定的填写',
          } as const,
        ]
      : []),
    ...procedure.forms.flatMap(({ form, title: formTitle, signOffs }) =>
      signOffs.map(
        ({ name, title }): FieldDefinition => ({
          name: boxField(form, name),
          label: `${ofForm(procedure, formTitle)}${title}`,
          kind: 'choice',
          required: true,
          choices: MODES,
        }),
      ),
    ),
    TRIAL,
  ]
}

/** What to begin with. The last sign-off of a form carries the unit's stamp, so it comes on paper. */
export const valuesOfCall = ({ forms }: OfferedProcedure): Values => ({
  days: 7,
  convention: 'A',
  returnDays: 10,
  replyDays: 15,
  trial: 'no',
  ...Object.fromEntries(
    forms.flatMap(({ form, signOffs }) =>
      signOffs.map(({ name }, i) => [boxField(form, name), i === signOffs.length - 1 ? 'paper' : 'online']),
    ),
  ),
})

/** What was chosen; null where nothing was. */
function chosen(value: unknown, catalogues: readonly CatalogueLine[]) {
  if (value === NONE) return undefined
  const all = catalogues.flatMap(({ catalogue, versions }) =>
    versions.map(({ number, digest }) => ({ catalogue, version: number, digest })),
  )
  return all.find(({ catalogue, version }) => `${catalogue}/${version}` === value) ?? null
}

/** The form's values as the API takes them. */
export function callOf(values: Values, procedure: OfferedProcedure, catalogues: readonly CatalogueLine[]) {
  const { title, reference, date, by, days, convention, returnDays, replyDays, quota, trial } = values
  return {
    title,
    approval: { reference, date, by },
    trial: trial === 'yes',
    procedure: procedure.key,
    dates: Object.fromEntries(
      procedure.dates.flatMap(({ step }) => {
        const lastDay = values[dateField(step)]
        return lastDay === undefined ? [] : [[step, { lastDay }]]
      }),
    ),
    notice: { days, convention },
    returnDays,
    replyDays,
    ...(procedure.limited && { quota }),
    signOffs: Object.fromEntries(
      procedure.forms.map(({ form, signOffs }) => [
        form,
        Object.fromEntries(
          signOffs.flatMap(({ name }) => {
            const mode = values[boxField(form, name)]
            return mode === undefined ? [] : [[name, mode]]
          }),
        ),
      ]),
    ),
    standard: chosen(values.standard, catalogues),
    conditions: chosen(values.conditions, catalogues),
    vetoes: chosen(values.vetoes, catalogues),
  }
}

/** Why the batch cannot have that number. @param taken numbers of batches that were called already */
export function whyNotNumber(typed: unknown, taken: readonly string[]): string | undefined {
  const batch = tidyLine(String(typed ?? ''))
  return problemOfNumber(batch) ?? (taken.includes(batch) ? NUMBER_TAKEN : undefined)
}

/**
 * Says at its field whatever the county would refuse, all at once, before anybody is asked to confirm it.
 * @param taken numbers of batches that were called already
 * @param now the server's instant in milliseconds; without it days are left to the county
 * @throws ApiError
 */
export function checkCall(
  values: Values,
  {
    procedure,
    published,
    taken,
    now,
  }: {
    procedure: OfferedProcedure
    published: readonly CatalogueLine[]
    taken: readonly string[]
    now?: number | undefined
  },
): void {
  const number = whyNotNumber(values.batch, taken)
  const dayOf = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined)
  const dated = procedure.dates.map(({ step, title }) => {
    const lastDay = dayOf(values[dateField(step)])
    return { step, title, lateFrom: lastDay && firstLateInstant(lastDay) }
  })
  const days = now === undefined ? {} : problemsOfDays({ approved: dayOf(values.date), dated }, instantOf(now))
  const wrong = {
    ...wrongIn(callBody, callOf(values, procedure, published), shownAt),
    ...(number && { batch: number }),
    ...Object.fromEntries(Object.entries(days).map(([path, said]) => [shownAt(path), said])),
  }
  if (Object.keys(wrong).length > 0)
    throw new ApiError(422, `通知有${Object.keys(wrong).length}处需要修改。`, 'incomplete', wrong)
}

/**
 * What whoever publishes is asked: also whether an approval of long ago, or the number of another year, is meant.
 * @param now the server's instant in milliseconds
 */
export function askOfCall({ date, batch }: Values, now: number | undefined): string {
  const ask = '通知发布后内容即固定，是否发布？'
  if (now === undefined) return ask
  const number = tidyLine(String(batch ?? ''))
  const year = dateOf(instantOf(now)).slice(0, 4)
  const otherYear =
    problemOfNumber(number) === undefined && !number.startsWith(year)
      ? `批次编号${number}不是今年（${year}年）的，发布后不能改，请核对。`
      : ''
  const old =
    typeof date === 'string' && isDay(date) && isOldApproval(date, instantOf(now))
      ? `批准日期是${saidDay(date)}，距今已超过一年，请核对本批次是否仍依据这次批准。`
      : ''
  return `${otherYear}${old}${ask}`
}

/** At which field of the form something wrong at a path of the body is shown. */
export function shownAt(path: string): string {
  const [head = '', first, second] = path.split('.')
  if (head === 'dates' && first) return dateField(first)
  if (head === 'signOffs' && first && second) return boxField(first, second)
  if (head === 'approval') return first ?? 'reference'
  return head === 'notice' ? (first ?? head) : head
}
