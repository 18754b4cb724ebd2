import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseKind } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import type { PersonEvent } from '#roster/person.ts'
import type { NoticeEvent } from '#steps/notice/notice-events.ts'
import {
  AT_MEETING,
  CLERK,
  day,
  headSigned,
  IN_REVIEW,
  NAMED,
  opened,
  READY,
  RETURNED,
  saved,
  sha,
  signed,
} from '../../test/given/cases.ts'
import { play, shortStory, wholeStory } from '../../test/given/histories.ts'
import { caseNeeds, isAboutPersons, noticeNeeds, personNeeds } from './needs.ts'

const other = { content: sha('e'), personal: { id: 'x-后填的', digest: sha('8') }, digest: sha('f') }
const said = (needs: ReturnType<typeof caseNeeds>) =>
  Object.fromEntries(needs.map(({ id, because, endedOn, atOnce }) => [id, [because, endedOn, atOnce === true]]))

describe('a case', () => {
  it.each([
    ['filled in', READY],
    ['in review', IN_REVIEW],
    ['sentBack', RETURNED],
    ['at the meeting', AT_MEETING],
  ])('%s needs whom to ask', (_name, events) => {
    expect(said(caseNeeds(events))).toEqual({ 'x-联系人': ['inUse', undefined, false] })
  })

  it('that has ended needed them to that day', () => {
    expect(said(caseNeeds(NAMED))).toEqual({ 'x-联系人': ['over', '2018-04-17', false] })
  })

  it('needs a contact no more that another one has replaced, from that day on', () => {
    const events = [opened, saved(), { ...saved(other), at: day(4) }]
    expect(said(caseNeeds(events))).toEqual({
      'x-联系人': ['replaced', '2018-04-14', true],
      'x-后填的': ['inUse', undefined, false],
    })
  })

  it('keeps a replaced one that somebody has signed, or that was handed in and sent back', () => {
    const onSigned = [opened, saved(), headSigned, { ...saved(other), at: day(4) }]
    expect(said(caseNeeds(onSigned))['x-联系人']).toEqual(['inUse', undefined, false])
    const onReturned = [...RETURNED, { ...saved(other), at: day(9) }]
    expect(said(caseNeeds(onReturned))['x-联系人']).toEqual(['inUse', undefined, false])
  })

  it('needs a name under a stamped page as long as the page', () => {
    const onPaper = signed('unitHead', CLERK, { mode: 'paper', signer: { id: 'x-签署人', digest: sha('7') } })
    expect(said(caseNeeds([opened, saved(), onPaper]))['x-签署人']).toEqual(['inUse', undefined, false])
    expect(caseNeeds([...NAMED.slice(0, 2), onPaper, ...NAMED.slice(2)])).toContainEqual(
      expect.objectContaining({ id: 'x-签署人', kind: 'signer', because: 'over' }),
    )
  })

  it('whose end is to be corrected still needs them', () => {
    const ended = [...IN_REVIEW, { ...RETURNED.at(-1)!, outcome: 'refused', to: 'refused' }] as typeof RETURNED
    expect(said(caseNeeds(ended))['x-联系人']?.[0]).toBe('over')
    const correction: CaseEvent = {
      ...{ type: 'correctionDrafted', v: 1, at: day(9), by: CLERK, step: 'review', corrects: 2 },
      ...{ outcome: 'accepted', reason: '符合条件。' },
    }
    expect(said(caseNeeds([...ended, correction]))['x-联系人']?.[0]).toBe('inUse')
  })

  it('in every history needs what stands in its form while it is open', () => {
    fc.assert(
      fc.property(fc.oneof(shortStory, wholeStory), (story) => {
        const events = play(story).flatMap((told) => told.events)
        const state = events.reduce(caseKind.evolve, caseKind.initial)
        const needs = caseNeeds(events)
        const isOver = Object.hasOwn(state.procedure.endings, state.step)
        for (const { form: standing } of Object.values(state.papers)) {
          const need = needs.find(({ id }) => id === standing?.personal?.id)
          if (standing?.personal && !isOver) expect(need?.endedOn).toBeUndefined()
          if (standing?.personal) expect(need?.atOnce).not.toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

const objecting = (objection: string, objector?: { id: string; digest: string }): NoticeEvent => ({
  ...{ type: 'objectionReceived', v: 1, at: day(7), by: 'public', objection, about: 'dazhuang', channel: 'page' },
  ...{ on: '2018-04-17', anonymous: !objector, content: sha('a'), code: sha('b'), ...(objector && { objector }) },
})
const settled = (objection: string, at: string): NoticeEvent => ({
  ...{ type: 'objectionSettled', v: 1, at, objection, result: 'notUpheld' },
})
const closed = (at: string): NoticeEvent => ({ type: 'closed', v: 1, at, by: 'p-吴', checked: [], lines: [] })
const WHO = { id: 'x-异议人', digest: sha('6') }

describe('a notice', () => {
  it('needs whoever objected until they are answered and it is closed, whichever is later', () => {
    const on = (...events: NoticeEvent[]) => noticeNeeds([objecting('yi-1', WHO), ...events])[0]
    expect(on()).toEqual({ ...WHO, kind: 'objector', objection: 'yi-1', because: 'inUse' })
    expect(on(settled('yi-1', day(9)))?.because).toBe('inUse')
    expect(on(closed(day(8)))?.because).toBe('inUse')
    expect(on(settled('yi-1', day(9)), closed(day(20)))).toMatchObject({ because: 'answered', endedOn: '2018-04-30' })
    expect(on(closed(day(8)), settled('yi-1', day(30)))).toMatchObject({ because: 'answered', endedOn: '2018-05-10' })
  })
  it('of a cancelled batch, which nobody closes, needs them until they are answered', () => {
    const on = (...events: NoticeEvent[]) => noticeNeeds([objecting('yi-1', WHO), ...events], day(20))[0]
    expect(on()?.because).toBe('inUse')
    expect(on(settled('yi-1', day(9)))).toMatchObject({ because: 'answered', endedOn: '2018-04-30' })
    expect(on(closed(day(8)), settled('yi-1', day(9)))).toMatchObject({ because: 'answered', endedOn: '2018-04-19' })
  })
  it('knows nobody who did not say who they are', () => {
    expect(noticeNeeds([objecting('yi-1'), settled('yi-1', day(9)), closed(day(20))])).toEqual([])
  })
})

const registered = (id: string, at = day(0)): PersonEvent => ({
  ...{ type: 'registered', v: 1, at, by: 'p-管理员', personal: { id, digest: sha('5') } },
})
const appointed = (from: string, to?: string): PersonEvent => ({
  ...{ type: 'appointed', v: 1, at: day(1), by: 'p-安全' },
  held: { appointment: 'officeOfficer', from, ...(to && { to }) },
})
const identified = (id: string, at = day(1)): PersonEvent => ({
  ...{ type: 'identified', v: 1, at, by: 'p-安全', login: `login/${id}`, named: { id, digest: sha('4') } },
})
const asked = (id: string, proposal: number, at = day(1)): PersonEvent => ({
  ...{ type: 'loginProposed', v: 1, at, by: 'p-管理员', as: 'administrator', proposal },
  ...{ login: `login/${id}`, named: { id, digest: sha('4') } },
})

describe('a person of the roster', () => {
  it('is needed while an appointment goes on, and to the last day of the last one', () => {
    expect(said(personNeeds([registered('x'), appointed('2018-01-01')]))).toEqual({ x: ['inUse', undefined, false] })
    const twice = [registered('x'), appointed('2018-01-01', '2018-12-31'), appointed('2019-02-01', '2020-06-30')]
    expect(said(personNeeds(twice))).toEqual({ x: ['left', '2020-06-30', false] })
  })
  it('who is appointed again is needed again, and already while that waits for approval', () => {
    const left = [registered('x'), appointed('2018-01-01', '2018-12-31')]
    expect(said(personNeeds([...left, appointed('2025-01-01')])).x?.[0]).toBe('inUse')
    const waiting: PersonEvent = {
      ...{ type: 'appointmentProposed', v: 1, at: day(9), by: 'p-管理员', as: 'administrator', proposal: 1 },
      held: { appointment: 'officeHead', from: '2025-01-01' },
    }
    expect(said(personNeeds([...left, waiting])).x?.[0]).toBe('inUse')
    const declined: PersonEvent = { type: 'declined', v: 1, at: day(10), by: 'p-安全', proposal: 1, reason: '不符' }
    expect(said(personNeeds([...left, waiting, declined])).x).toEqual(['left', '2018-12-31', false])
  })
  it('who was never appointed counts from the last thing written', () => {
    expect(said(personNeeds([registered('x', day(3))]))).toEqual({ x: ['left', '2018-04-13', false] })
  })
  it('has one spelling of their name, and one login', () => {
    const events = [registered('x'), registered('y', day(5)), appointed('2018-01-01'), identified('l1')]
    expect(said(personNeeds([...events, identified('l2', day(6))]))).toEqual({
      x: ['replaced', '2018-04-15', true],
      y: ['inUse', undefined, false],
      l1: ['unlinked', '2018-04-16', false],
      l2: ['inUse', undefined, false],
    })
  })
  it('has no login that was never approved; one that waits is needed', () => {
    const first = [registered('x'), appointed('2018-01-01'), asked('l1', 1)]
    expect(said(personNeeds(first)).l1).toEqual(['inUse', undefined, false])
    const back: PersonEvent = { type: 'takenBack', v: 1, at: day(2), by: 'p-管理员', proposal: 1 }
    expect(said(personNeeds([...first, back])).l1).toEqual(['replaced', '2018-04-11', true])
    expect(said(personNeeds([...first, identified('l1')])).l1).toEqual(['inUse', undefined, false])
  })
})

it('knows which streams name anybody', () => {
  expect(['case/a/b', 'notice/a/1', 'person/x', 'login/x', 'unit/x'].filter(isAboutPersons)).toHaveLength(3)
})
