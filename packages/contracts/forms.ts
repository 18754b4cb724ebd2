/**
 * A form is one definition: a schema whose fields carry what the screen needs. It makes the screen, the check and
 * (with the type inferred from it) the handler's argument.
 */
import { z } from 'zod/mini'
import { NAMES_SOMEBODY } from '#batch/names-somebody.ts'
import { saidDay } from '#calendar/said.ts'
import { isNearDay, notADay } from '#calendar/typed-day.ts'
import { fileUse } from '#evidence/cited-file.ts'
import type { Form } from '#procedure/forms.ts'
import { tidyLine, tidyText } from '#typed/line.ts'
import { tidyParty, tidyPerson } from '#typed/names.ts'
import { whyNotOneUnit, withoutUnitNameNote } from '#typed/no-units.ts'
import { whyNoPerson, whyNotRegistered, withoutNote, withoutUnit } from '#typed/person.ts'
import { namesSomebody } from '#typed/personal-numbers.ts'
import { tidyPhone } from '#typed/phone.ts'
import { whyNotOnePerson } from '#typed/plain-names.ts'
import { whyNoName } from '#typed/says/no-names.ts'
import { isBuiltIn } from '#typed/unseen.ts'
import { listOf, recordOf, typedText, word } from './rules.ts'
import { mustExplain, mustSay } from './sentences.ts'
import type { FieldDefinition, Says } from './shown/field-definition.ts'

export { fieldErrors, wrongFields } from './field-errors.ts'
export type { FieldDefinition } from './shown/field-definition.ts'

/** `effect`: of an outcome, whether it leads on, back for mending, or to an end. */
export type Choice = {
  readonly value: string
  readonly label: string
  readonly effect?: 'on' | 'back' | 'end' | undefined
}
/** The field belongs to the form only while another one has one of these values. */
export type When = { readonly field: string; readonly among: readonly string[] }
export type FieldKind = 'text' | 'longText' | 'date' | 'number' | 'choice' | 'choices' | 'checklist' | 'files' | 'file'

/** What the screen shows of one field. `personal`: kept apart from the ledger. `open`: others than the office read it, so that it has nobody's number. */
type Shown = {
  readonly label: string
  readonly kind: FieldKind
  readonly help?: string
  readonly choices?: readonly Choice[]
  readonly max?: number
  readonly min?: number
  readonly format?: 'phone' | 'email' | 'name' | 'person'
  readonly personal?: true
  readonly open?: true
  readonly when?: When
  readonly says?: Says
  /** The day that holds now: only a later one changes anything. */
  readonly after?: string
  /** It has to be a sentence while another field has one of these values. */
  readonly sentenceFor?: When
}
export const shown = z.registry<Shown>()

/** What names something else: a key, an instant, a digest. */
export const reference = (error: string) => word(error)
/** Names what the page showed of what was prepared, for nobody replaces what they never saw. */
export const replaces = z.optional(reference('所改稿件的编号不对；请刷新，核对后再办'))

type More = Pick<Shown, 'help' | 'personal' | 'when' | 'open' | 'says' | 'after' | 'sentenceFor'> & {
  /** It may stay empty, which is said where it was filled with nothing. */
  readonly isOptional?: boolean
}

const namesNobody = ({ open }: More) => z.refine<string>((typed) => !open || !namesSomebody(typed), NAMES_SOMEBODY)

/** One line; blanks at both ends do not count, nor what cannot be seen. Lengths are counted in characters. */
export const text = (label: string, max: number, { isOptional = false, ...more }: More = {}) =>
  typedText(label, max, tidyLine)
    .check(z.minLength(1, `请填写${label}`), namesNobody(more), mustSay(more.says, label, { isLine: true, isOptional }))
    .register(shown, { label, kind: 'text', max, ...more })
export const longText = (label: string, max: number, { isOptional = false, ...more }: More = {}) =>
  typedText(label, max, tidyText)
    .check(z.minLength(1, `请填写${label}`), namesNobody(more), mustSay(more.says, label, { isOptional }))
    .register(shown, { label, kind: 'longText', max, ...more })
/** Why, or what was found: whoever reads it has nothing but it. */
export const sentence = (label: string, max: number, more: More = {}) =>
  longText(label, max, { ...more, says: 'sentence' })
/** A field of a name that is tidied and refused so. */
export const named =
  (format: 'name' | 'person', tidy: (typed: string) => string, whyNotKept: (kept: string) => string | undefined) =>
  (label: string, max: number, more: More = {}) => {
    const whyNot = (kept: string) => (isBuiltIn(kept) ? `${label}不能是程序的用词；请核对后重新填写` : whyNotKept(kept))
    return typedText(label, max, tidy)
      .check(
        z.minLength(1, `请填写${label}`),
        namesNobody(more),
        z.refine((kept) => kept === '' || whyNot(kept) === undefined, {
          error: ({ input }) => (typeof input === 'string' ? whyNot(input) : undefined) ?? `请填写${label}`,
        }),
      )
      .register(shown, { label, kind: 'text', max, format, ...more })
  }
/** The name of a unit, or of whoever it may be, kept as names are written. */
export const name = named('name', tidyParty, whyNoName)
/** The same of a unit in a roster, of which a line has one, with the note that it is one: 县剧团（单位名称）. */
export const unitName = named('name', tidyParty, (kept) => whyNoName(withoutUnitNameNote(kept)) ?? whyNotOneUnit(kept))
/** The name of one person; of what may be none it is asked whether it is, and the answer is a note: 大庄（姓名）. */
export const personName = named('person', tidyPerson, whyNotOnePerson)
/** The same of whoever was at a meeting, with the note that it is a name, 阿依古丽（姓名）, or of which unit: 张伟（财政局）. */
export const attendeeName = named('person', tidyPerson, (kept) => whyNoPerson(withoutUnit(withoutNote(kept))))
/** The same of whoever stands in a roster, where officials are registered under whatever they are called. */
export const registeredName = named('person', tidyPerson, whyNotRegistered)
/** An address as it is sent to: nothing of it is full-width, and it has no blanks. */
const plain = (text: string): string => tidyLine(text).normalize('NFKC').replaceAll(' ', '')
const [PHONE_MAX, EMAIL_MAX] = [30, 60]
/** A mobile number, or a fixed line with or without its area code and extension. */
export const phone = (label: string) =>
  typedText(label, PHONE_MAX, tidyPhone)
    .check(
      z.regex(/^(1\d{10}|(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?|[48]00-\d{3}-\d{4})$/, {
        // How much of it there is, and not the number: sentences are kept in logs.
        error: ({ input }) => {
          const { length } = String(input).replace(/\D/g, '')
          if (length > 13 || /\d{7}.*[、，,;；/和或].*\d{7}/u.test(String(input)))
            return `${label}只填一个号码；另有的，写在别处`
          return length === 11
            ? `${label}有11位数字，但写法不能识别；手机号请连写11位数字，固定电话如0557-7021234`
            : `${label}应为11位手机号或固定电话，如0557-7021234，收到${length}位数字；请核对`
        },
      }),
    )
    .register(shown, { label, kind: 'text', max: PHONE_MAX, format: 'phone', personal: true })
export const email = (label: string) =>
  typedText(label, EMAIL_MAX, plain)
    .check(z.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, `${label}应为邮箱地址，如fzb@example.gov.cn`))
    .register(shown, { label, kind: 'text', max: EMAIL_MAX, format: 'email', personal: true })
/** Whether it is a date of the calendar, like `2018-05-15`. */
export const isDay = (text: string): boolean => z.iso.date().safeParse(text).success && isNearDay(text)
/** A date. */
export function day(label: string, example = '2018-05-15') {
  const error = notADay(label, example)
  return z.iso.date({ error }).check(z.refine(isNearDay, { error }))
}
/** An instant in UTC with milliseconds. */
export const instant = (error: string) => z.iso.datetime({ precision: 3, error }).check(z.refine(isNearDay, error))
export const date = (label: string, more: More = {}) =>
  day(label)
    .check(
      z.refine((typed) => more.after === undefined || typed > more.after, {
        error: `${label}应晚于现在的${saidDay(more.after ?? '')}，否则没有变化；请填写更晚的日期`,
      }),
    )
    .register(shown, { label, kind: 'date', ...more })
export const count = (label: string, minimum: number, maximum: number) => {
  const received = ({ input }: { readonly input?: unknown }) =>
    typeof input === 'number' ? `，收到${input}；请改正` : ''
  return z
    .int({ error: `请填写${label}` })
    .check(
      z.minimum(minimum, { error: (issue) => `${label}不少于${minimum}${received(issue)}` }),
      z.maximum(maximum, { error: (issue) => `${label}不多于${maximum}${received(issue)}` }),
    )
    .register(shown, { label, kind: 'number', max: maximum, ...(minimum > 0 && { min: minimum }) })
}
export const choice = <const V extends readonly [string, ...string[]]>(
  label: string,
  values: V,
  labels: Readonly<Record<V[number], string>>,
  { effects = {}, ...more }: More & { readonly effects?: Readonly<Record<string, Choice['effect']>> } = {},
) =>
  z.enum(values, { error: `请选择${label}` }).register(shown, {
    label,
    kind: 'choice',
    choices: Object.entries<string>(labels).map(([value, name]) => {
      const effect = effects[value]
      return { value, label: name, ...(effect && { effect }) }
    }),
    ...more,
  })
export const choices = (label: string, offered: Readonly<Record<string, string>>, more: More = {}) =>
  listOf(
    z.string().check(z.refine((value) => Object.hasOwn(offered, value), '没有这个选项')),
    `请选择${label}`,
    Object.keys(offered).length,
    `${label}中有重复的选项`,
  ).register(shown, {
    label,
    kind: 'choices',
    choices: Object.entries(offered).map(([value, name]) => ({ value, label: name })),
    ...more,
  })
/** Every point is answered yes or no. */
export const checklist = (label: string, points: Readonly<Record<string, string>>, more: More = {}) =>
  recordOf(z.boolean(), `请逐项核对${label}`)
    .check(
      z.refine(
        (answers) => Object.keys(points).every((point) => Object.hasOwn(answers, point)),
        `${label}还有未核对的项目`,
      ),
      z.refine(
        (answers) => Object.keys(answers).every((point) => Object.hasOwn(points, point)),
        `${label}里没有这些项目，请刷新后重新核对`,
      ),
    )
    .register(shown, {
      label,
      kind: 'checklist',
      choices: Object.entries(points).map(([value, name]) => ({ value, label: name })),
      ...more,
    })
export const files = (label: string, more: More = {}) =>
  listOf(fileUse('请上传文件'), `请上传${label}`, 50, `${label}最多50个文件`)
    .check(z.minLength(1, `请上传${label}`))
    .register(shown, { label, kind: 'files', ...more })
export const file = (label: string, more: More = {}) =>
  fileUse(`请上传${label}`).register(shown, { label, kind: 'file', ...more })

/** A form's schema: an object of fields made above; `z.optional(field)` where it may stay empty. */
export type FormSchema = z.ZodMiniObject<Readonly<Record<string, z.ZodMiniType>>>

const copyOf = ({ field, among }: When) => ({ field, among: [...among] })
/** The fields of a form, in order, for the screen. */
export function fieldsOf(form: FormSchema): FieldDefinition[] {
  return Object.entries(form.shape).map(([name, schema]) => {
    const optional = schema instanceof z.ZodMiniOptional
    const inner = optional ? schema.def.innerType : schema
    const meta = inner instanceof z.ZodMiniType ? shown.get(inner) : undefined
    if (!meta) throw new Error(`the field ${name} says nothing for the screen`)
    const { choices, when, sentenceFor, ...rest } = meta
    return {
      ...{ name, required: !optional, ...rest },
      ...(choices && { choices: [...choices] }),
      ...(when && { when: copyOf(when) }),
      ...(sentenceFor && { sentenceFor: copyOf(sentenceFor) }),
    }
  })
}

/** The form with what its fields have to explain for what was chosen beside them. */
export const explaining = (form: FormSchema): FormSchema => form.check(...mustExplain(fieldsOf(form)))

const schemaOfAll = <F extends AskedField & { readonly name: string }>(
  fields: readonly F[],
  isOptional: (field: F) => boolean | undefined,
): FormSchema =>
  z.strictObject(
    Object.fromEntries(
      fields.map((one) => [
        one.name,
        isOptional(one) ? z.optional(schemaOfField(one, true)) : schemaOfField(one, false),
      ]),
    ),
  )
/** The schema of a form that is data: what a handler checks and the screen shows. */
export const schemaOf = ({ fields }: Pick<Form, 'fields'>): FormSchema =>
  schemaOfAll(fields, ({ optional }) => optional)
/** What may be kept before it is complete: what is there must be right, what is missing may be. */
export const draftSchemaOf = (form: Pick<Form, 'fields'>): z.ZodMiniType<Record<string, unknown>> =>
  z.partial(schemaOf(form))

type AskedField = Omit<FieldDefinition, 'name' | 'required' | 'when' | 'unit'>

/** The same for fields as the screen has them. */
export const schemaOfShown = (fields: readonly FieldDefinition[]): FormSchema =>
  explaining(schemaOfAll(fields, ({ required }) => !required))

const moreOf = ({ help, personal, open, says, after, sentenceFor }: AskedField): More => ({
  ...{ ...(help && { help }), ...(personal && { personal: true }), ...(open && { open: true }) },
  ...{ ...(says && { says }), ...(after && { after }), ...(sentenceFor && { sentenceFor }) },
})

function schemaOfField(field: AskedField, isOptional: boolean): z.ZodMiniType {
  const { label, kind, max = 1000, min = 0, format, choices: offered = [] } = field
  const more = moreOf(field)
  const labels = Object.fromEntries(offered.map((one) => [one.value, one.label]))
  const [first = '', ...rest] = Object.keys(labels)
  switch (kind) {
    case 'text':
      if (format === 'phone') return phone(label)
      if (format === 'email') return email(label)
      if (format === 'person') return personName(label, max, more)
      return format === 'name' ? name(label, max, more) : text(label, max, { ...more, isOptional })
    case 'longText':
      return longText(label, max, { ...more, isOptional })
    case 'date':
      return date(label, more)
    case 'number':
      return count(label, min, max)
    case 'choice':
      return choice(label, [first, ...rest], labels, more)
    case 'choices':
      return choices(label, labels, more)
    case 'checklist':
      return checklist(label, labels, more)
    case 'files':
      return files(label, more)
    case 'file':
      return file(label, more)
  }
}
