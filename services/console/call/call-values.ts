/** The values of a call's form: what it begins with, and what is sent of them. */
import type { CallBody, OfferedProcedure, UsualCall } from '#contracts/call.ts'
import type { CatalogueLine } from '#contracts/catalogue.ts'
import type { Values } from '../forms/kept-values.ts'
import { boxField, dateField, type List, NONE, whyField } from './call-fields.ts'
import { linesOf } from './lines-of.ts'
import { scoringOf, valuesOfChosen } from './scoring-fields.ts'

/** What to begin with. The last sign-off of a form carries the unit's stamp, so it comes on paper. */
export const valuesOfCall = (
  { forms }: OfferedProcedure,
  { contact }: Pick<UsualCall, 'contact'> = { contact: {} },
): Values => ({
  ...contact,
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

/** What a call that is mended says, as its form begins with it. */
export const valuesOfTerms = ({
  document,
  approval,
  papers,
  designated = [],
  contact,
  notice,
  dates,
  signOffs,
  ...terms
}: CallBody): Values => {
  const ofList = (name: List) => {
    const { catalogue, version } = terms[name] ?? {}
    return catalogue === undefined ? NONE : `${catalogue}/${version}`
  }
  return {
    ...said({ docNumber: document?.number, organ: document?.organ, issued: document?.date }),
    ...said({
      title: terms.title,
      ...approval,
      scope: terms.scope,
      text: terms.text,
      papers: papers?.join('\n'),
      files: terms.files,
    }),
    ...(designated.length > 0 && { designated: designated.map(({ unit }) => unit) }),
    ...Object.fromEntries(designated.map(({ unit, reason }) => [whyField(unit), reason])),
    ...contact,
    ...{ returnDays: terms.returnDays, replyDays: terms.replyDays, trial: terms.trial ? 'yes' : 'no', ...notice },
    ...(terms.quota !== undefined && { quota: terms.quota }),
    ...(terms.scoring && valuesOfChosen(terms.scoring)),
    ...{ standard: ofList('standard'), conditions: ofList('conditions'), vetoes: ofList('vetoes') },
    ...Object.fromEntries(
      Object.entries(dates).flatMap(([step, one]) => ('lastDay' in one ? [[dateField(step), one.lastDay]] : [])),
    ),
    ...Object.fromEntries(
      Object.entries(signOffs).flatMap(([form, boxes]) =>
        Object.entries(boxes).map(([box, mode]) => [boxField(form, box), mode]),
      ),
    ),
  }
}

const said = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, one]) => one !== undefined))

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
  const {
    title,
    reference,
    date,
    by,
    allows,
    scan,
    scope,
    text,
    docNumber,
    organ,
    issued,
    days,
    convention,
    returnDays,
    replyDays,
    quota,
    trial,
    files,
  } = values
  return {
    title,
    ...([docNumber, organ, issued].some((one) => one !== undefined) && {
      document: { number: docNumber, organ, date: issued },
    }),
    approval: { reference, date, by, allows, scan },
    ...{ scope, text, papers: linesOf(values.papers) },
    ...(Array.isArray(files) && files.length > 0 && { files }),
    ...(designatedIn(values).length > 0 && {
      designated: designatedIn(values).map((unit) => ({ unit, reason: values[whyField(unit)] })),
    }),
    contact: { phone: values.phone, address: values.address, email: values.email },
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
    scoring: scoringOf(values, procedure),
  }
}

/** The units that were chosen, in their order. */
export const designatedIn = ({ designated }: Values): readonly string[] =>
  [designated].flat().filter((one) => typeof one === 'string')
