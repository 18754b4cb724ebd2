/** One case's way through the whole procedure, by every kind of step. */
import { WHOLE } from '../../services/conductor/fixtures/county.ts'
import { oneCase, UNIT } from './one-case.ts'

export function wholeCase() {
  const place = oneCase({ version: WHOLE })
  const meet = async (number: string, outcome: string, step: string) => {
    await place.meet(number, { [UNIT]: outcome }, step)
    await place.pass()
  }
  async function toSelection() {
    await place.toReview()
    await place.accept(UNIT)
    await place.pass()
  }
  /** Cultivated, and the date of the work has passed. */
  async function toDeclaration() {
    await toSelection()
    await meet('1', 'cultivated', 'selection')
    await place.until('2018-10-01T00:02:00.000+08:00')
    await place.pass()
  }
  async function toAssessment() {
    await toDeclaration()
    await place.submit(UNIT)
    await place.pass()
    await place.accept(UNIT)
    await place.pass()
  }
  /** Assessed and a candidate; also again, after a reassessment. */
  async function assessed(round = '2') {
    await place.assess(UNIT, 'recommended')
    await place.pass()
    await meet(round, 'candidate', 'candidacy')
  }
  async function toNotice() {
    await toAssessment()
    await assessed()
  }
  async function toProposal() {
    await toNotice()
    await place.toMeeting()
  }
  /** Named at the meeting and by the decision. */
  async function naming() {
    await meet('3', 'proposed', 'proposal')
    await meet('4', 'named', 'executiveMeeting')
    await place.announce({ [UNIT]: 'named' })
    await place.pass()
  }
  return { ...place, meeting: meet, toSelection, toDeclaration, toAssessment, assessed, toNotice, toProposal, naming }
}
