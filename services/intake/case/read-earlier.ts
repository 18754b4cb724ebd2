import type { EarlierPage } from '#contracts/case-page.ts'
import { mustBeShown, readingOf } from '../allow.ts'
import { showWork } from '../beside/show-work.ts'
import { showOthers } from '../form/show-papers.ts'
import type { CaseCall, IntakeDeps } from '../intake-deps.ts'
import { nameThose } from '../name-people.ts'
import { eventsBeside, lookAtCase, peopleIn } from './look-at-case.ts'
import { eventsOf } from './look-beside.ts'

/** What lies behind a case: its forms of other steps, and the work that it has been through or stands at. */
export const readEarlier =
  (deps: IntakeDeps) =>
  async (call: CaseCall): Promise<EarlierPage> => {
    const looked = await lookAtCase(deps, call, { work: 'over', visits: 'none' })
    const { read, terms, known } = looked
    await mustBeShown(deps, call, read)
    const { unit } = call.params
    const events = eventsOf(read)
    const people = peopleIn([...events, ...eventsBeside(looked)])
    const naming = await nameThose(deps, unit, { events, people }, known)
    const [papers, work] = await Promise.all([
      showOthers(deps, { call, state: read.state, events, terms, naming, known, forms: readingOf(call, looked).forms }),
      showWork(deps.ledger, unit, events, looked, { naming, now: call.received }),
    ])
    return { papers, ...(work && { work }) }
  }
