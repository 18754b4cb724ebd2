/** A sign-off of a form: who gives it how, and what it rests on. */

import { dateOf } from '#calendar/deadline.ts'
import type { Case } from '#case/case.ts'
import type { CaseEvent, EventOf } from '#case/case-events.ts'
import type { Deciding } from '#case/standing.ts'
import { digestOfUse } from '#evidence/cited-file.ts'
import { evidenceStream } from '#evidence/evidence.ts'
import { Refused } from '#ledger/refused.ts'
import { boxesOf, modeOf, signForm } from '#steps/entry/sign-form.ts'
import type { callsAt } from '../calls.ts'
import type { About } from '../judging.ts'
import { holdingsOf } from '../rights.ts'

export function signing(
  event: EventOf<'signed'>,
  { ids, elsewhere, state }: About<CaseEvent, Case>,
  call: ReturnType<typeof callsAt>[number],
): Deciding {
  const [, unit = ''] = ids
  const { form, signOff, on, opinion, signer, scan, covers, by, at } = event
  const modes = call.signOffs[form] ?? {}
  const kept = scan ? keptOf(elsewhere.evidence.at(evidenceStream(unit, digestOfUse(scan)), at)) : undefined
  const sign = signForm(
    {
      ...{ form, signOff, on, opinion, covers },
      ...(signer && { signer }),
      ...(scan && { scan }),
      ...(kept && { kept: kept.at, contentType: kept.contentType }),
    },
    modes,
    { by, received: at, ...(event.byOffice && { byOffice: true }) },
  )
  return (before) => {
    mustBeSigner(event, { unit, state, elsewhere, mode: modeOf(signOff, modes, event.byOffice) })
    const today = dateOf(at)
    if (event.mode === 'online' ? on !== today : on > today || on < call.approval.date)
      throw new Refused('incomplete', '签署日期不是当日，或者晚于当日、早于创建活动的批准日期')
    return sign(before)
  }
}

const keptOf = (states: readonly { readonly kept?: { readonly at: string; readonly contentType: string } }[]) =>
  states.flatMap(({ kept }) => kept ?? [])[0]

type Signing = {
  readonly unit: string
  readonly state: Case
  readonly elsewhere: About<CaseEvent, Case>['elsewhere']
  readonly mode: string
}

type Box = Pick<EventOf<'signed'>, 'form' | 'signOff' | 'by' | 'at'>
/** On screen its own signer signs; from paper or a sealed file whoever fills the form in enters it, or the office. */
export function mustBeSigner({ form, signOff, by, at }: Box, { unit, state, elsewhere, mode }: Signing): void {
  const entry = Object.values(state.procedure.steps).find((one) => one.kind === 'entry' && one.form === form)
  const fills = entry?.kind === 'entry' ? entry.fills : undefined
  const appointment = mode === 'online' ? boxesOf(form).find(({ name }) => name === signOff)?.signer : fills
  const may = holdingsOf(elsewhere, { by, received: at }).some(
    (holdings) =>
      holdings.some((held) => held.unit === unit && held.appointment === appointment) ||
      (mode === 'paper' && !holdings.some((held) => held.unit === unit)),
  )
  if (!may) throw new Refused('forbidden', `${by}当时没有签署这一栏的岗位`)
}
