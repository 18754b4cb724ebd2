/** A request answers from what it has read: how often each asks AWS for something, counted on the real SDK's calls. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import type { AwsCall } from '#local-cloud/time/hooks.ts'
import { type Counted, countingPeople } from './count-calls.ts'
import { playCounted, UNITS } from './counted-story.ts'
import { type Laptop, laptopUnderTest } from './laptop-under-test.ts'

/**
 * The most that a request may ask for, two of them for who asks; these numbers only ever go down. A function that has
 * just started reads texts of a case besides, within `MOST` all the same: `services/intake/case/sdk-calls.test.ts`.
 */
const COMMANDS: Record<string, number> = {
  openCase: 8,
  saveForm: 8,
  signForm: 8,
  declineSigning: 7,
  submitForm: 7,
  recallForm: 7,
  draftDecision: 6,
  returnDraft: 6,
  signDraft: 7,
  decideStep: 7,
  draftCorrection: 8,
  returnCorrection: 7,
  signCorrection: 8,
  enterWithdrawal: 8,
  confirmWithdrawal: 7,
  cancelWithdrawal: 7,
  raiseVeto: 6,
  confirmVeto: 6,
  dismissVeto: 6,
  extendCase: 7,
  reportProgress: 8,
  guideUnit: 7,
  recordMethod: 7,
  endMethod: 7,
  settleInquiry: 7,
  closeNotice: 6,
  recordProof: 5,
  returnNotice: 6,
  enterObjection: 7,
  admitObjection: 6,
  declineObjection: 7,
  findObjection: 6,
  returnAnnouncement: 8,
  enterHolidays: 4,
  openCall: 9,
  prepareAmendment: 7,
  approveAmendment: 7,
  returnAmendment: 7,
  prepareCancelling: 7,
  approveCancelling: 7,
  returnCancelling: 7,
}
/** What is asked for however many cases there are, and once more for each; of a notice or a document also once for each that the batch has. */
const LISTS: Record<string, number> = {
  prepareList: 7,
  recordResolution: 8,
  prepareNotice: 7,
  approveNotice: 6,
  prepareAnnouncement: 8,
  approveAnnouncement: 8,
  remindUnits: 6,
}
const PAGES: Record<string, number> = {
  readCase: 7,
  readEarlier: 6,
  // No unit is assessed once more here.
  readInquiries: 4,
  readContact: 4,
  // One of them for acts that came back to whoever prepares them, where a case stands at such a step.
  readWorklist: 7,
  readBoard: 8,
  readRegister: 5,
  listBatches: 3,
  listProcedures: 2,
  readNotice: 5,
  draftNotice: 5,
  previewNotice: 5,
  readObjection: 6,
  readResolutions: 6,
  readAnnouncements: 7,
  readReminders: 4,
  readChanges: 6,
}
const MOST = { command: 10, page: 8 }

let laptop: Laptop
const counted: Counted[] = []
beforeAll(async () => {
  laptop = await laptopUnderTest(UNITS)
  const called: AwsCall[] = []
  laptop.hooks.called = (call) => called.push(call)
  laptop.hooks.skipSchedule = () => true
  await playCounted(laptop, countingPeople(laptop.stage, called, counted))
}, 240_000)
afterAll(() => laptop?.cloud.close())

/** Whatever of these asked for more than it may, with what it asked for. */
const over = (bounds: Record<string, number>, perCase: number) =>
  counted.flatMap(({ name, who, cases, calls }) => {
    const most = (bounds[name] ?? Number.POSITIVE_INFINITY) + perCase * cases
    return calls.length > most ? [{ name, who, cases, most, calls }] : []
  })

describe('a request asks AWS for no more than it needs', () => {
  it('every command on a case, a notice and a document', () => expect(over(COMMANDS, 0)).toEqual([]))
  it('every act over a list: once more for each case', () => expect(over(LISTS, 1)).toEqual([]))
  it('every page', () => expect(over(PAGES, 0)).toEqual([]))
})

it('the bounds are those that were set, and every endpoint has one', () => {
  expect(Object.values(COMMANDS).filter((most) => most > MOST.command)).toEqual([])
  expect(Object.values(PAGES).filter((most) => most > MOST.page)).toEqual([])
  const bounded = Object.keys({ ...COMMANDS, ...LISTS, ...PAGES }).toSorted()
  expect(bounded).toEqual(Object.keys({ ...intakeEndpoints, ...noticeEndpoints, ...viewsEndpoints }).toSorted())
  expect(bounded.filter((name) => !counted.some((one) => one.name === name))).toEqual([])
})

it('a bound that is not reached any more is lowered', () => {
  const most = (name: string, perCase: number) =>
    Math.max(...counted.filter((one) => one.name === name).map(({ calls, cases }) => calls.length - perCase * cases))
  const slack = (bounds: Record<string, number>, perCase: number) =>
    Object.entries(bounds).flatMap(([name, bound]) =>
      most(name, perCase) < bound ? [[name, most(name, perCase)]] : [],
    )
  expect([...slack(COMMANDS, 0), ...slack(LISTS, 1), ...slack(PAGES, 0)]).toEqual([])
})
