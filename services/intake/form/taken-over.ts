/** What another form of the case already says is not asked again: the unit begins with it, and looks at it. */
import { type Case, hasEnded } from '#case/case.ts'
import type { Why } from '#persons/persons.ts'
import { type Form, forms } from '#procedure/forms.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { asInFields, readForm, showPersonal } from './stored-form.ts'

export type TakenOver = {
  readonly values: Readonly<Record<string, unknown>>
  /** Which questions, and the title of the form that they come from. */
  readonly from: { name: string; title: string }[]
}
const NOTHING: TakenOver = { values: {}, from: [] }

/** Of a form of which nothing was saved yet: the newest answers of the forms that its questions name. */
export async function takenOver(deps: IntakeDeps, state: Case, form: Form, why: Why): Promise<TakenOver> {
  const asked = form.fields.flatMap(({ name, from }) => (from === undefined ? [] : [{ name, from }]))
  const read = await Promise.all(
    [...new Set(asked.map(({ from }) => from))].map(async (from): Promise<TakenOver> => {
      const [other, saved] = [forms[from], state.papers[from]?.form]
      if (!other || !saved) return NOTHING
      const [names, hidden] = [
        asked.flatMap((one) => (one.from === from ? [one.name] : [])),
        other.fields.flatMap(({ name, personal }) => (personal ? [name] : [])),
      ]
      const [stored, personal] = await Promise.all([
        names.every((name) => hidden.includes(name)) ? undefined : readForm(deps, saved),
        names.some((name) => hidden.includes(name))
          ? showPersonal(deps, { form: other, saved, isOver: hasEnded(state) }, why)
          : {},
      ])
      const all: Readonly<Record<string, unknown>> = { ...stored?.values, ...asInFields(other, personal) }
      const given = names.filter((name) => all[name] !== undefined)
      return {
        values: Object.fromEntries(given.map((name) => [name, all[name]])),
        from: given.map((name) => ({ name, title: other.title })),
      }
    }),
  )
  return { values: Object.assign({}, ...read.map(({ values }) => values)), from: read.flatMap(({ from }) => from) }
}
