import type { z } from 'zod/mini'
import { caseKind, caseStream, hasEnded } from '#case/case.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { recordOpening } from '#evidence/record-opening.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { ERASED } from '#persons/persons.ts'
import { forms } from '#procedure/forms.ts'
import { inEachPlace, readPersonal } from '../form/stored-form.ts'
import type { IntakeDeps } from '../intake-deps.ts'

type Contact = z.infer<typeof intakeEndpoints.readContact.response>

/** Whom the office calls about a case: all that is personal in its newest form, in its order; who looked is on record. */
export const readContact =
  (deps: IntakeDeps) =>
  async ({ params, caller, received }: Call<typeof intakeEndpoints.readContact>): Promise<Contact> => {
    const { batch, unit } = params
    const { state } = await readStream(deps.ledger, caseKind, caseStream(batch, unit))
    const [newest] = Object.entries(state.papers)
      .flatMap(([name, { form }]) => (form?.personal ? [{ name, form }] : []))
      .toSorted((a, b) => (a.form.at < b.form.at ? 1 : -1))
    if (!newest) throw new Refused('unknown', '该单位还没有填写联系人。')
    const why = { purpose: `查看联系人 ${batch}/${unit}`, by: caller.person, inUse: !hasEnded(state) }
    const read = await readPersonal(deps, newest.form, why)
    // Whoever is refused has read nothing; nothing is shown that is not on record.
    const opened = { owner: unit, case: `${batch}/${unit}` }
    await recordOpening(deps.ledger, [opened], { by: caller.person, received })
    const form = forms[newest.name]
    const isErased = Object.keys(read).length === 0
    const values = isErased && form ? inEachPlace(form, newest.form, ERASED) : read
    const asked = form?.fields ?? []
    return {
      fields: asked.flatMap(({ name, label }) => {
        const value = values[name]
        return value ? [{ name, label, value }] : []
      }),
    }
  }
