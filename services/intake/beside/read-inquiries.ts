import type { InquiriesPage } from '#contracts/case-page.ts'
import { mustBeShown } from '../allow.ts'
import { eventsBeside, lookAtCase, peopleIn } from '../case/look-at-case.ts'
import { eventsOf } from '../case/look-beside.ts'
import { type CaseCall, type IntakeDeps, isOfUnit } from '../intake-deps.ts'
import { nameThose } from '../name-people.ts'
import { showEarlier } from './show-inquiry.ts'

/** What was assessed before the last visit, and why it was assessed once more; nothing of it for the unit itself. */
export const readInquiries =
  (deps: IntakeDeps) =>
  async (call: CaseCall): Promise<InquiriesPage> => {
    const { unit } = call.params
    if (isOfUnit(call.caller, unit)) return { earlier: [] }
    const looked = await lookAtCase(deps, call, { work: 'none', visits: 'earlier' })
    await mustBeShown(deps, call, looked.read)
    const people = peopleIn(eventsBeside(looked))
    const naming = await nameThose(deps, unit, { events: [], people }, looked.known)
    return showEarlier(deps.ledger, unit, eventsOf(looked.read), looked, naming)
  }
