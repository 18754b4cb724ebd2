import { caseKind, caseStream } from '#case/case.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { CaseCall, IntakeDeps } from './intake-deps.ts'
import { readContactData } from './stored-form.ts'

/** Whom the office calls about a case; who looked is logged. */
export const readContact =
  (deps: IntakeDeps) =>
  async ({ params, caller }: CaseCall): Promise<{ contact: string; phone: string }> => {
    const { batch, unit } = params
    const { form } = (await readStream(deps.ledger, caseKind, caseStream(batch, unit))).state
    if (!form?.personal) throw new Refused('unknown', '该单位还没有填写联系人。')
    const { contact = '', phone = '' } = await readContactData(deps, form, {
      purpose: `查看联系人 ${batch}/${unit}`,
      by: caller.person,
    })
    return { contact, phone }
  }
