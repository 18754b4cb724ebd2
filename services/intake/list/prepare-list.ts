import { mustNotBeCancelled } from '#batch/approve-change.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { ResolutionPage } from '#contracts/meeting.ts'
import { mustBeApart } from '#edge/check-permission.ts'
import { nameSome } from '#edge/name-some.ts'
import type { Call } from '#edge/use-case.ts'
import { ownersFor } from '#evidence/file-owner.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { COMMANDS } from '#procedure/commands.ts'
import * as deciders from '#steps/resolution/resolution.ts'
import { resolutionKind, resolutionStream } from '#steps/resolution/resolution.ts'
import { mustBeAllowed } from '../allow.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'
import { forDeciding, keptFileOfAny } from '../kept-evidence.ts'
import { readCases, whyUndecidable } from './list-step.ts'
import { lookAtMeetings, showResolutions } from './read-resolutions.ts'

/** The office submits a list to the body 提请. */
export const prepareList =
  (deps: IntakeDeps) =>
  async (call: Call<typeof intakeEndpoints.prepareList>): Promise<ResolutionPage> => {
    const { params, body, command, received, caller } = call
    const { batch, step } = params
    const { cases, text, paper } = body
    const files = paper ? [paper] : []
    const looked = await lookAtMeetings(deps, params, { by: caller.person, cases, files })
    const { read, meeting, known, nameOf } = looked
    if (!meeting.value.prepares)
      throw new Refused('unknown', `“${meeting.value.title}”不需要提请，由会议秘书直接登记决定。`)
    mustBeAllowed('prepare-list', caller.holdings, meeting)
    mustBeApart(COMMANDS['prepare-list'], caller, cases, nameOf)
    const stream = resolutionStream(batch, step)
    const found = await readCases(deps, batch, cases)
    const whyUnseen = (units: readonly string[]) => {
      const back = units.filter((unit) => found.get(unit)?.visit !== body.visits[unit])
      return back.length > 0
        ? `${nameSome(back.map(nameOf), '、')}在您打开页面之后才来到或又回到本环节，请刷新，核对后再提请`
        : undefined
    }
    const visits = Object.fromEntries([...found].map(([unit, { visit }]) => [unit, visit]))
    const list = { batch, step, trial: meeting.terms.trial, cases, visits, text, ...(paper && { paper }) }
    const decide = deciders.prepareList(list, askedBy(call))
    const frame = { looked, caller, received }
    const by = caller.person
    const isDone = doneBy(read.commits, { command, by }) !== undefined || decide(read.state).length === 0
    if (!isDone) mustNotBeCancelled(meeting.terms)
    if (isDone) return showResolutions(deps, frame, read.state)
    const elsewhere = whyUndecidable(found, meeting, nameOf, 'kept out') ?? whyUnseen(cases)
    const kept = paper
      ? await keptFileOfAny(deps.ledger, ownersFor('minutes'), paper, forDeciding(deps, known))
      : undefined
    const fields = { ...(elsewhere && { cases: elsewhere }), ...(kept?.wrong && { paper: kept.wrong }) }
    if (Object.keys(fields).length > 0)
      throw new Refused('incomplete', `还不能提请：${Object.values(fields).join('；')}。`, fields)
    const { state } = await execute(deps.ledger, resolutionKind, { stream, command, by, decide, first: read })
    return showResolutions(deps, frame, state)
  }
