import { methodsOf } from '#batch/scoring/problems-of-scoring.ts'
import type { OfferedProcedure, UsualCall } from '#contracts/call.ts'
import { forms, unitSignOffs } from '#procedure/forms.ts'
import { datedSteps, type Procedure, titleOf } from '#procedure/procedure.ts'
import { procedureAt } from '#procedure/procedures.ts'
import { UNIT_KINDS } from '#roster/unit.ts'
import { LISTS } from '#rows/row.ts'
import { rowsOf } from '#rows/rows.ts'
import { inNameOrder } from '#typed/names.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { usualContact } from './terms-of-call.ts'

/** The county's procedures, with what a call has to say for each; the first is what a call takes that names none. */
export const listProcedures =
  ({ county, rows }: Pick<IntakeDeps, 'county' | 'rows'>) =>
  async (): Promise<{ procedures: OfferedProcedure[]; usual: UsualCall }> => ({
    usual: {
      ...{ government: county.government, contact: usualContact(county) },
      beyond: inNameOrder(
        (await rowsOf(rows, 'unit', LISTS.units)).flatMap(({ unit, name, kindOfUnit, inScope }) =>
          inScope ? [] : [{ unit, name, kind: UNIT_KINDS[kindOfUnit] }],
        ),
      ),
    },
    procedures: county.procedures.flatMap((key) => {
      const procedure = procedureAt(key)
      return procedure ? [offered(key, procedure)] : []
    }),
  })

function offered(key: string, procedure: Procedure): OfferedProcedure {
  const steps = Object.entries(procedure.steps)
  const filled = [...new Set(steps.flatMap(([, step]) => (step.kind === 'entry' ? [step.form] : [])))]
  return {
    key,
    title: procedure.title,
    steps: steps.map(([step, { title }]) => ({ step, title })),
    dates: datedSteps(procedure).map((step) => ({ step, title: titleOf(procedure, step) })),
    limited: steps.some(([, { outcomes }]) => Object.values(outcomes).some(({ limited }) => limited)),
    methods: Object.entries(methodsOf(procedure)).map(([name, title]) => ({ name, title })),
    forms: filled.flatMap((name) => {
      const form = forms[name]
      if (!form) return []
      const signOffs = unitSignOffs(form).map((box) => ({ name: box.name, title: box.title }))
      return [{ form: name, title: form.title, signOffs }]
    }),
  }
}
