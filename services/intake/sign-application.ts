import { dateOf } from '#calendar/deadline.ts'
import { caseKind, caseStream } from '#case/case.ts'
import { SIGN_OFFS } from '#case/case-events.ts'
import { signApplication as decideSigning } from '#case/sign-application.ts'
import type { CasePage } from '#contracts/case-page.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { APPOINTMENTS } from '#procedure/procedure.ts'
import { decideCase } from './decide-case.ts'
import { enteredBy, type IntakeDeps } from './intake-deps.ts'
import { keptFile } from './kept-evidence.ts'
import { readTerms } from './read-frame.ts'
import { maySign, modeOf, signerOf } from './who-signs.ts'

type Signing = Call<typeof intakeEndpoints.signApplication>

/** One sign-off, as the batch wants it: on screen by its signer, or from the stamped paper by the clerk; from paper by the office. */
export const signApplication =
  (deps: IntakeDeps) =>
  async (call: Signing): Promise<CasePage> => {
    const { params, caller, body, received } = call
    const { signOff, opinion, covers } = body
    const { signOffs: modes } = await readTerms(deps.ledger, params.batch)
    const asked = enteredBy(call)
    const mode = modeOf(signOff, modes, asked.byOffice)
    if (!maySign(signOff, mode, caller, params.unit))
      throw new Refused(
        'forbidden',
        `“${SIGN_OFFS[signOff]}”本批次为${mode === 'paper' ? '纸质签署' : '在线签署'}，由本单位的${APPOINTMENTS[signerOf(signOff, mode)]}办理。`,
      )
    if (mode === 'online')
      return decideCase(deps, call, decideSigning({ signOff, on: dateOf(received), opinion, covers }, modes, asked))

    const { on, signer, scan } = await readPaper(deps, call)
    const unsigned = { signOff, on, opinion, scan, covers }
    const stream = caseStream(params.batch, params.unit)
    const { state } = await readStream(deps.ledger, caseKind, stream)
    // What the decider refuses, or has nothing to do for, must not leave a name behind.
    const events = decideSigning({ ...unsigned, signer: { id: '', digest: '' } }, modes, asked)(state)
    if (events.length === 0) return decideCase(deps, call, () => [])
    const personal = await deps.persons.remember('signer', { name: signer }, { once: `${stream}|${call.command}` })
    return decideCase(deps, call, decideSigning({ ...unsigned, signer: personal }, modes, asked))
  }

/** What a paper sign-off needs. @throws Refused naming every field that is wrong */
async function readPaper({ ledger }: IntakeDeps, { body, params, received }: Signing) {
  const { on, signer, scan } = body
  const today = dateOf(received)
  const kept = scan ? await keptFile(ledger, params.unit, scan) : undefined
  const fields = {
    ...(!on && { on: '请填写签署日期' }),
    ...(on && on > today && { on: `签署日期不能晚于今天（${today}）` }),
    ...(!signer && { signer: '请填写签署人姓名' }),
    ...(!scan && { scan: '请上传签字盖章页的扫描件' }),
    ...(kept?.wrong && { scan: kept.wrong }),
  }
  if (!on || !signer || !scan || Object.keys(fields).length > 0)
    throw new Refused('incomplete', `“${SIGN_OFFS[body.signOff]}”为纸质签署，还需补齐。`, fields)
  return { on, signer, scan }
}
