/** The whole procedure of 2018 on the engine. */
import { afterEach, describe, expect, it } from 'vitest'
import { procedureAt } from '#procedure/procedures.ts'
import { SHORT, WHOLE } from '../../services/conductor/fixtures/county.ts'
import { UNIT } from './one-case.ts'
import { wholeCase } from './whole-case.ts'

let place: ReturnType<typeof wholeCase>
const begin = () => {
  place = wholeCase()
}
afterEach(() => place.stop())
const settle = async (id: string, result: 'upheld' | 'reassess' | 'notUpheld') => {
  await place.admit(id)
  await place.find(id, result)
  await place.pass()
}

describe('a year through every kind of step', () => {
  it('named after a return into each entry and a deferral, on one execution', async () => {
    begin()
    await place.toReview()
    await place.giveBack(UNIT)
    await place.pass(3)
    await place.submit(UNIT)
    await place.accept(UNIT)
    await place.pass()
    await place.meeting('1', 'cultivated', 'selection')
    await place.until('2018-10-01T00:02:00.000+08:00')
    await place.submit(UNIT)
    await place.pass()
    await place.giveBack(UNIT)
    await place.pass(3)
    await place.submit(UNIT)
    await place.accept(UNIT)
    await place.pass()
    await place.assessed()
    await place.toMeeting()
    await place.meeting('3', 'proposed', 'proposal')
    await place.meeting('4', 'deferred', 'executiveMeeting')
    await place.pass(40)
    await place.meeting('5', 'named', 'executiveMeeting')
    await place.announce({ [UNIT]: 'named' })
    await place.pass()
    await place.isNamed()
    expect(await place.places()).toEqual([
      'review',
      'application',
      'review',
      'selection',
      'implementation',
      'declaration',
      'acceptance',
      'declaration',
      'acceptance',
      'assessment',
      'candidacy',
      'notice',
      'proposal',
      'executiveMeeting',
      'executiveMeeting',
      'naming',
      'named',
    ])
    expect(place.executions()).toEqual(['SUCCEEDED'])
    const steps = Object.keys(procedureAt(WHOLE)!.steps)
    for (const step of steps) expect(place.machine.entered).toContain(`${step}-await`)
    expect([...place.machine.executions.values()].map(({ version }) => version)).toEqual([WHOLE])
    const { papers } = await place.caseOf(UNIT)
    // The county office's box by the judgement, the leading group's by its resolution.
    expect(Object.keys(papers['creation-application']!.boxes)).toEqual(['countyOffice'])
    expect(Object.keys(papers['creation-declaration']!.boxes)).toEqual(['countyOffice', 'leadingGroup'])
  })

  it('ends the work by time alone, to the instant, with a look every 20 days', async () => {
    begin()
    await place.toSelection()
    await place.meeting('1', 'cultivated', 'selection')
    await place.until('2018-10-01T00:01:59.999+08:00')
    expect(await place.step()).toBe('implementation')
    await place.until('2018-10-01T00:02:00.000+08:00')
    expect(await place.step()).toBe('declaration')
    expect((await place.caseOf(UNIT)).last).toMatchObject({ at: '2018-09-30T16:02:00.000Z', by: 'time' })
    expect(place.machine.entered.filter((name) => name === 'implementation-await').length).toBeGreaterThan(9)
  })

  it.each([
    ['review', 'refused', () => place.toReview(), () => place.refuse(UNIT)],
    [
      'selection',
      'notSelected',
      () => place.toSelection(),
      () => place.meet('1', { [UNIT]: 'notSelected' }, 'selection'),
    ],
    ['assessment', 'notRecommended', () => place.toAssessment(), () => place.assess(UNIT, 'notRecommended')],
    [
      'candidacy',
      'notCandidate',
      async () => {
        await place.toAssessment()
        await place.assess(UNIT, 'recommended')
        await place.pass()
      },
      () => place.meet('2', { [UNIT]: 'notCandidate' }, 'candidacy'),
    ],
    ['proposal', 'notProposed', () => place.toProposal(), () => place.meet('3', { [UNIT]: 'notProposed' }, 'proposal')],
  ])('at %s ends at %s', async (step, ending, way, last) => {
    begin()
    await way()
    expect(await place.step()).toBe(step)
    await last()
    await place.pass()
    expect(await place.step()).toBe(ending)
    expect(place.executions()).toEqual(['SUCCEEDED'])
    expect(place.faults).toEqual([])
    expect((await place.ledger.read(`title/${UNIT}/2018-2`)).commits).toEqual([])
  })
})

describe('two procedures in one county', () => {
  it('each case runs on the machine of its own version, and restarts there', async () => {
    begin()
    await place.toSelection()
    await place.open('other', undefined, SHORT)
    await place.submit('other')
    await place.pass()
    await place.accept('other')
    await place.pass()
    expect([(await place.caseOf('other')).step, await place.step()]).toEqual(['notice', 'selection'])
    place.machine.abort('case-2018-2-other-g1')
    await place.pass()
    const ran = [...place.machine.executions].map(([name, { version, status }]) => [name, version, status])
    expect(ran).toEqual([
      [`case-2018-2-${UNIT}-g1`, WHOLE, 'RUNNING'],
      ['case-2018-2-other-g1', SHORT, 'ABORTED'],
      ['case-2018-2-other-g2', SHORT, 'RUNNING'],
    ])
    expect(place.faults).toEqual([])
  })
})

describe('a declaration that lapses', () => {
  it('ends the case to the instant', async () => {
    begin()
    await place.toDeclaration()
    await place.until('2018-11-01T00:01:59.999+08:00')
    expect(await place.step()).toBe('declaration')
    await place.until('2018-11-01T00:02:00.000+08:00')
    expect(await place.step()).toBe('notDeclared')
    await place.pass()
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('opens again with an extension, on another execution, and lapses again on the new date', async () => {
    begin()
    await place.toDeclaration()
    await place.until('2018-11-02T09:00:00.000+08:00')
    expect(await place.step()).toBe('notDeclared')
    await place.extend(UNIT, 'declaration', 5)
    await place.pass()
    expect(place.executions()).toEqual(['SUCCEEDED', 'RUNNING'])
    await place.until('2018-11-08T00:01:59.999+08:00')
    expect(await place.step()).toBe('declaration')
    await place.until('2018-11-08T00:02:00.000+08:00')
    expect(await place.step()).toBe('notDeclared')
    expect(place.faults).toEqual([])
  })
})

describe('inquiries side by side', () => {
  it('vetoed while two of five methods are open, the case leaves at once', async () => {
    begin()
    await place.toAssessment()
    await place.inquire(UNIT, ['hearing', 'siteVisit', 'lawTest'])
    await place.pass()
    expect(await place.step()).toBe('assessment')
    await place.veto(UNIT)
    await place.pass()
    expect(await place.step()).toBe('vetoed')
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('settled while a veto is pending wait for it, and are settled again', async () => {
    begin()
    await place.toAssessment()
    await place.raise(UNIT)
    await place.assess(UNIT, 'recommended')
    await place.pass()
    expect(await place.step()).toBe('assessment')
    await place.dismiss(UNIT)
    await place.settle(UNIT, 'recommended')
    await place.pass()
    expect(await place.step()).toBe('candidacy')
    expect(place.faults).toEqual([])
  })
})

describe('an objection', () => {
  it('that calls for a reassessment leads through assessment, list and another notice to the name', async () => {
    begin()
    await place.toNotice()
    await place.publish([UNIT])
    await place.pass(2)
    await place.object('o1', UNIT)
    await place.pass(8)
    await settle('o1', 'reassess')
    expect(await place.step()).toBe('notice')
    await place.close()
    await place.pass()
    expect(await place.step()).toBe('assessment')
    await place.assessed('2b')
    await place.toMeeting(2)
    await place.naming()
    await place.isNamed()
    expect((await place.places()).slice(-8)).toEqual([
      'notice',
      'assessment',
      'candidacy',
      'notice',
      'proposal',
      'executiveMeeting',
      'naming',
      'named',
    ])
    expect(place.executions()).toEqual(['SUCCEEDED'])
  })

  it('that turns up later holds the case where it stands, and upheld leads it out', async () => {
    begin()
    await place.toProposal()
    await place.meeting('3', 'proposed', 'proposal')
    await place.object('o1', UNIT, 1, 'letter', (await place.notice()).published!.period.lastDay)
    await place.pass()
    await place.meeting('4', 'named', 'executiveMeeting')
    expect(await place.step()).toBe('executiveMeeting')
    expect((await place.resolution()).setAside).toMatchObject([{ case: UNIT, waits: true }])
    await settle('o1', 'upheld')
    expect(await place.step()).toBe('objectionUpheld')
    expect(place.executions()).toEqual(['SUCCEEDED'])
    expect(place.faults).toEqual([])
  })

  it('that turns up later and is not upheld only costs time', async () => {
    begin()
    await place.toProposal()
    await place.object('o1', UNIT, 1, 'letter', (await place.notice()).published!.period.lastDay)
    await place.pass()
    await place.meeting('2018-3', 'proposed', 'proposal')
    expect(await place.step()).toBe('proposal')
    await settle('o1', 'notUpheld')
    await place.naming()
    await place.isNamed()
  })

  it('that turns up later and calls for a reassessment leads back, and the case is noticed again', async () => {
    begin()
    await place.toProposal()
    await place.object('o1', UNIT, 1, 'letter', (await place.notice()).published!.period.lastDay)
    await place.pass()
    await settle('o1', 'reassess')
    expect(await place.step()).toBe('assessment')
    await place.assessed('2b')
    await place.toMeeting(2)
    await place.naming()
    await place.isNamed()
    const types = (await place.commitsOf(UNIT)).flatMap(({ events }) => events.map(({ type }) => type))
    expect(types.filter((type) => type === 'held' || type === 'released')).toEqual(['held', 'released'])
  })
})
