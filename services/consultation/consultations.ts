/** A letter is sent, an organ chased, a reply entered and corrected; what was entered by mistake is withdrawn. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import * as deciders from '#consultation/consultation.ts'
import {
  type Consultation,
  type ConsultationEvent,
  consultationKind,
  consultationStream,
} from '#consultation/consultation.ts'
import type { ConsultationsPage, consultationEndpoints } from '#contracts/consultation/consultation.ts'
import type { UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { openedOn } from '#rows/known-call.ts'
import { keptFile } from '#rows/looked-up/kept-file.ts'
import type { ConsultationDeps } from './consultation-deps.ts'
import {
  type ConsultationCall,
  type LookedAtConsultation,
  lookAtConsultation,
  REPLIES,
} from './look-at-consultation.ts'
import { showConsultations } from './show-consultations.ts'

type Uses = typeof consultationEndpoints
type Click = ConsultationCall & { readonly command: string }
type Deciding = Decision<ConsultationEvent, Consultation>

export const readConsultations =
  (deps: ConsultationDeps): UseCase<Uses['readConsultations']> =>
  async (call) =>
    showConsultations(deps, call, await lookAtConsultation(deps, call))

export const sendConsultation =
  (deps: ConsultationDeps): UseCase<Uses['sendConsultation']> =>
  (call) => {
    const { reference, on, lastDay, organs: chosen, units, seen } = call.body
    return decide(deps, call, async ({ cases, known }) => {
      const organs = chosen.flatMap((id) => {
        const found = deps.consulted.find((one) => one.id === id)
        return found ? [{ id, title: found.name }] : []
      })
      const standing = new Set(cases.map(({ unit }) => unit))
      const wrong = {
        ...(organs.length < chosen.length && { organs: '有机关不在本县的函询机关中；请刷新后重新选择' }),
        ...(units.some((unit) => !standing.has(unit)) && { units: '有单位没有在办的申报件；请刷新后重新选择' }),
      }
      if (Object.keys(wrong).length > 0) throw new Refused('incomplete', '函询没有登记，有内容需要修改。', wrong)
      const since = await openedOn(deps.ledger, call.params.batch, known)
      return deciders.sendConsultation({ reference, on, lastDay, organs, units }, { since, seen }, askedBy(call))
    })
  }

export const chaseOrgan =
  (deps: ConsultationDeps): UseCase<Uses['chaseOrgan']> =>
  (call) =>
    decide(deps, call, () => deciders.chaseOrgan({ ...whichOf(call.params), ...call.body }, askedBy(call)))

export const enterReply =
  (deps: ConsultationDeps): UseCase<Uses['enterReply']> =>
  (call) => {
    const prepare = async (looked: LookedAtConsultation) =>
      deciders.enterReply({ ...whichOf(call.params), ...(await kept(deps, call.body, looked)) }, askedBy(call))
    return decide(deps, call, prepare, [call.body.scan])
  }

export const correctReply =
  (deps: ConsultationDeps): UseCase<Uses['correctReply']> =>
  (call) => {
    const { reason, seen, scan } = call.body
    const prepare = async (looked: LookedAtConsultation) => {
      const said = { ...whichOf(call.params), ...(await kept(deps, call.body, looked)) }
      return deciders.correctReply({ ...said, reason: await deps.contents.put({ reason }) }, seen, askedBy(call))
    }
    return decide(deps, call, prepare, [scan])
  }

export const withdrawReply =
  (deps: ConsultationDeps): UseCase<Uses['withdrawReply']> =>
  (call) => {
    const { reason, seen } = call.body
    return decide(deps, call, async () => {
      const why = { ...whichOf(call.params), reason: await deps.contents.put({ reason }) }
      return deciders.withdrawReply(why, seen, askedBy(call))
    })
  }

export const withdrawConsultation =
  (deps: ConsultationDeps): UseCase<Uses['withdrawConsultation']> =>
  (call) => {
    const { reason } = call.body
    return decide(deps, call, async () => {
      const why = { n: Number(call.params.n), reason: await deps.contents.put({ reason }) }
      return deciders.withdrawConsultation(why, askedBy(call))
    })
  }

const askedBy = ({ caller, received }: ConsultationCall) => ({ by: caller.person, received })
const whichOf = ({ n, organ }: { readonly n: string; readonly organ: string }) => ({ n: Number(n), organ })

type Body = {
  readonly on: string
  readonly reference?: string | undefined
  readonly scan: string
  readonly found: readonly { readonly unit: string; readonly text: string }[]
}
/** What the event holds of it: the words lie among the texts. @throws Refused where the scan cannot be used */
async function kept(
  { ledger, contents }: ConsultationDeps,
  { on, reference, scan, found }: Body,
  { known }: LookedAtConsultation,
) {
  const { wrong } = await keptFile(ledger, REPLIES, scan, known)
  if (wrong) throw new Refused('incomplete', '复函没有登记，扫描件还不能使用。', { scan: wrong })
  const words = Object.fromEntries(found.map(({ unit, text }) => [unit, text]))
  const content = found.length > 0 ? await contents.put(words) : undefined
  return {
    ...{ on, scan, found: found.map(({ unit }) => unit) },
    ...(reference && { reference }),
    ...(content && { content }),
  }
}

async function decide(
  deps: ConsultationDeps,
  click: Click,
  prepare: (looked: LookedAtConsultation) => Deciding | Promise<Deciding>,
  scans: readonly string[] = [],
): Promise<ConsultationsPage> {
  const looked = await lookAtConsultation(deps, click, scans)
  const { consultation, terms } = looked
  const { command, params } = click
  const by = click.caller.person
  // Asked again because the answer was lost: cases may have gone on since.
  if (doneBy(consultation.commits, { command, by })) return showConsultations(deps, click, looked)
  mustNotBeCancelled(terms)
  const answer = await execute(deps.ledger, consultationKind, {
    ...{ stream: consultationStream(params.batch), command, by, first: consultation },
    decide: await prepare(looked),
  })
  return showConsultations(deps, click, { ...looked, consultation: { ...consultation, ...answer } })
}
