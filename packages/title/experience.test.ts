import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refused } from '#ledger/refused.ts'
import { seenAs } from '#ledger/seen.ts'
import type { Command } from '#procedure/commands.ts'
import { permissionFor } from '#procedure/permissions.ts'
import type { Held } from '#roster/person.ts'
import { given } from '../../test/given/given.ts'
import * as deciders from './decide-experience.ts'
import { standing, type Waits, waitsFor } from './experience.ts'
import type { ExperienceEvent, ExperienceEventOf } from './experience-events.ts'
import { type Title, titleKind } from './title.ts'
import type { Measure, TitleEvent } from './title-events.ts'

const STREAM = 'title/dazhuang/2018-2'
const AT = '2019-03-04T01:00:00.000Z'
const by = (person: string) => ({ by: person, received: AT })
const WORDS = { title: '一张清单管执法', text: '镇里把执法事项列成清单，逐项公开。' }
const NAMED = deciders.naming(WORDS)
const OTHER = deciders.naming({ ...WORDS, text: '镇里把执法事项列成清单，逐项公开，逐月核对。' })
const WHY = 'c'.repeat(64)

const conferred: TitleEvent = {
  ...{ type: 'conferred', v: 1, at: '2018-12-25T01:00:00.000Z', unit: 'dazhuang', batch: '2018-2', on: '2018-12-20' },
  act: { stream: 'decision/2018-2/1', number: 2 },
}
const head = (person: string) => ({ v: 1, at: AT, by: person }) as const
const drafted = { type: 'experienceDrafted', ...head('clerk'), ...NAMED } as const
const consented = { type: 'experienceConsented', ...head('head'), ...NAMED, draftedBy: 'clerk' } as const
const proposed = { type: 'experienceProposed', ...head('officer'), ...NAMED } as const
const published = { type: 'experiencePublished', ...head('officeHead'), ...NAMED, proposedBy: 'officer' } as const
const back = (person: string) => ({ type: 'experienceReturned', ...head(person), reason: '请核对。' }) as const
const took = (person: string, what: 'published' | 'inHand') =>
  ({ type: 'experienceWithdrawn', ...head(person), what, reason: WHY }) as const
const down = { type: 'experienceTakenDown', ...head('officer'), reason: WHY } as const
const taken = (measure: Measure): TitleEvent => ({
  ...{ type: 'measureTaken', v: 1, at: AT, by: 'officeHead', preparedBy: 'officer', measure },
})
const suspended = taken({ kind: 'suspend', on: '2019-03-01', text: '没有报送整改情况。' })
const warned = taken({ kind: 'warn', on: '2019-03-01', text: '案卷评查不合格。' })
const revoked = taken({ kind: 'revoke', on: '2019-03-04', number: '泗政〔2019〕5号', text: '发现一票否决情形。' })
const expired = taken({ kind: 'expire', on: '2019-03-04', text: '有效期已满。' })

const of = (...events: readonly TitleEvent[]) => given(titleKind, conferred, ...events)
const ref = (event: ExperienceEvent) => seenAs(event, STREAM)
const draft = (named: deciders.Named, person = 'clerk', replaces?: string) =>
  deciders.draftExperience(STREAM, { ...named, replaces }, by(person))
const consent = (seen: string, person = 'head') => deciders.consentToExperience(STREAM, { seen }, by(person))
const propose = (seen: string, person = 'officer') => deciders.proposeExperience(STREAM, { seen }, by(person))
const publish = (prepared: string, person = 'officeHead', secrecyChecked = true) =>
  deciders.publishExperience(STREAM, { prepared, secrecyChecked }, by(person))
const giveBack = (waits: Exclude<Waits, 'mending'>, seen: string, person: string) =>
  deciders.returnExperience(STREAM, waits, { seen, reason: '请核对。' }, by(person))
const withdraw = (what: 'published' | 'inHand', seen: string, person = 'head') =>
  deciders.withdrawExperience(STREAM, { what, seen, reason: WHY }, by(person))
const takeDown = (seen: string, person = 'officer') =>
  deciders.takeDownExperience(STREAM, { seen, reason: WHY }, by(person))

describe('drafting', () => {
  it('says by its digest what the unit would tell', () => {
    expect(of().when(draft(NAMED))).toEqual([drafted])
    expect(of(warned).when(draft(NAMED))).toEqual([drafted])
  })
  it('has nothing to do for what stands there, in hand or published', () => {
    expect(of(drafted).when(draft(NAMED))).toEqual([])
    expect(of(drafted, consented).when(draft(NAMED))).toEqual([])
    expect(of(drafted, consented, proposed, published).when(draft(NAMED))).toEqual([])
  })
  it('is of nobody who holds no title, of none that is suspended or over, and names nobody', () => {
    expect(() => given(titleKind).when(draft(NAMED))).toThrow('没有这个称号')
    for (const event of [suspended, revoked, expired]) expect(() => of(event).when(draft(NAMED))).toThrow('称号现在')
    expect(() => deciders.naming({ ...WORDS, text: '请联系13955571234的张某。' })).toThrow('手机号码或身份证号')
    expect(() => deciders.naming({ ...WORDS, title: '请联系13955571234' })).toThrow('手机号码或身份证号')
  })
  it('gives way to nobody who did not see it, and says who was first', () => {
    expect(() => of(drafted).when(draft(OTHER, 'clerk2'))).toThrow('其他人员于')
    expect(of(drafted).when(draft(OTHER, 'clerk2', ref(drafted)))).toMatchObject([{ by: 'clerk2', ...OTHER }])
    expect(() => of().when(draft(NAMED, 'clerk', 'd'.repeat(64)))).toThrow('之后有变动')
  })
  it('anew makes void what was agreed to', () => {
    const again = of(drafted, consented, proposed).when(draft(OTHER, 'clerk', ref(drafted)))
    const { inHand } = of(drafted, consented, proposed, ...again).state.experience
    expect(inHand && waitsFor(inHand)).toBe('consenting')
    expect(() => of(drafted, consented, proposed, ...again).when(publish(ref(proposed)))).toThrow('没有等待签发')
  })
})

describe('consent', () => {
  it('is to exactly the words that were seen', () => {
    expect(of(drafted).when(consent(ref(drafted)))).toEqual([consented])
  })
  it('has nothing to do twice', () => {
    expect(of(drafted, consented).when(consent(ref(drafted)))).toEqual([])
  })
  it('is nobody’s to their own draft, nor to what came later, nor of a title that is suspended', () => {
    expect(() => of(drafted).when(consent(ref(drafted), 'clerk'))).toThrow('不能由您自己同意')
    expect(() => of(drafted).when(consent('d'.repeat(64)))).toThrow('之后又修改过')
    expect(() => of().when(consent(ref(drafted)))).toThrow('没有等待单位同意')
    expect(() => of(drafted, suspended).when(consent(ref(drafted)))).toThrow('现在“暂停”')
    expect(() => of(drafted, back('head')).when(consent(ref(drafted)))).toThrow('没有等待单位同意')
  })
})

describe('a proposal', () => {
  it('is of what the unit agreed to', () => {
    expect(of(drafted, consented).when(propose(ref(consented)))).toEqual([proposed])
  })
  it('has nothing to do twice', () => {
    expect(of(drafted, consented, proposed).when(propose(ref(consented)))).toEqual([])
  })
  it('is of nothing without consent, of nothing newer than was seen, of no title that is suspended', () => {
    expect(() => of(drafted).when(propose(ref(drafted)))).toThrow('没有单位已经同意')
    expect(() => of(drafted, consented).when(propose(ref(drafted)))).toThrow('之后又修改过')
    expect(() => of(drafted, consented, suspended).when(propose(ref(consented)))).toThrow('现在“暂停”')
  })
})

describe('a publication', () => {
  const before = [drafted, consented, proposed]
  it('is by another person of the office, after the secrecy check', () => {
    expect(of(...before).when(publish(ref(proposed)))).toEqual([published])
    expect(of(...before, published).state.experience).toMatchObject({ published: NAMED })
  })
  it('has nothing to do twice', () => {
    expect(of(...before, published).when(publish(ref(proposed)))).toEqual([])
  })
  it('is not by whoever proposed it, not unread, not unchecked, of no title that is suspended', () => {
    expect(() => of(...before).when(publish(ref(proposed), 'officer'))).toThrow('不能由您自己签发')
    expect(() => of(...before).when(publish(ref(consented)))).toThrow('之后又修改过')
    expect(() => of(...before).when(publish(ref(proposed), 'officeHead', false))).toThrow('保密审查')
    expect(() => of(...before, suspended).when(publish(ref(proposed)))).toThrow('现在“暂停”')
    expect(() => of(drafted, consented).when(publish(ref(consented)))).toThrow('没有等待签发')
  })
  it('stands while a newer draft is in hand, until that is published', () => {
    const again = { ...drafted, ...OTHER }
    expect(of(...before, published, again).state.experience).toMatchObject({ published: NAMED, inHand: {} })
    const newer = [again, { ...consented, ...OTHER }, { ...proposed, ...OTHER }, { ...published, ...OTHER }]
    expect(of(...before, published, ...newer).state.experience.published).toMatchObject(OTHER)
  })
})

describe('what is sent back', () => {
  it('goes to the unit from its head and from the officer, and to the officer from the office’s head', () => {
    const steps = [
      [[drafted], 'consenting', ref(drafted), 'head', 'mending'],
      [[drafted, consented], 'proposing', ref(consented), 'officer', 'mending'],
      [[drafted, consented, proposed], 'publishing', ref(proposed), 'officeHead', 'proposing'],
    ] as const
    for (const [events, waits, seen, who, then] of steps) {
      const returned = of(...events).when(giveBack(waits, seen, who))
      expect(returned).toEqual([back(who)])
      const after = of(...events, ...returned)
      expect(after.state.experience.inHand && waitsFor(after.state.experience.inHand)).toBe(then)
      expect(after.when(giveBack(waits, seen, who))).toEqual([])
    }
  })
  it('is not sent back by whoever did the step before, nor unseen', () => {
    expect(() => of(drafted).when(giveBack('consenting', ref(drafted), 'clerk'))).toThrow('不需要退回')
    expect(() => of(drafted, consented).when(giveBack('proposing', ref(drafted), 'officer'))).toThrow('又修改过')
    expect(() => of(drafted).when(giveBack('proposing', ref(drafted), 'officer'))).toThrow('没有单位已经同意')
  })
  it('is drafted again, in the same words too, and proposed again', () => {
    expect(of(drafted, back('head')).when(draft(NAMED, 'clerk', ref(drafted)))).toEqual([drafted])
    expect(of(drafted, consented, proposed, back('officeHead')).when(propose(ref(consented)))).toEqual([proposed])
  })
})

describe('what the unit takes back', () => {
  it('is gone, in hand or published, however the title stands', () => {
    expect(of(drafted).when(withdraw('inHand', ref(drafted)))).toEqual([took('head', 'inHand')])
    expect(of(drafted, took('head', 'inHand')).state.experience.inHand).toBeUndefined()
    const all = [drafted, consented, proposed, published]
    expect(of(...all, suspended).when(withdraw('published', ref(published)))).toEqual([took('head', 'published')])
    const { experience } = of(...all, took('head', 'published')).state
    expect(experience).toMatchObject({ down: { taker: 'unit', on: '2019-03-04', reason: WHY } })
    expect(experience.published).toBeUndefined()
  })
  it('has nothing to do twice', () => {
    expect(of(drafted, took('head', 'inHand')).when(withdraw('inHand', ref(drafted)))).toEqual([])
    const all = [drafted, consented, proposed, published, took('head', 'published')]
    expect(of(...all).when(withdraw('published', ref(published)))).toEqual([])
  })
  it('is what was seen', () => {
    expect(() => of(drafted).when(withdraw('inHand', ref(published)))).toThrow('没有您看到的')
    expect(() => of(drafted).when(withdraw('published', ref(drafted)))).toThrow('没有您看到的')
    expect(() => of(drafted, took('head', 'inHand')).when(withdraw('inHand', ref(drafted), 'clerk'))).toThrow(
      '没有您看到',
    )
  })
})

describe('what the office takes down', () => {
  const all = [drafted, consented, proposed, published]
  it('says since when and whose doing it was', () => {
    expect(of(...all).when(takeDown(ref(published)))).toEqual([down])
    expect(of(...all, down).state.experience).toMatchObject({ down: { taker: 'office', on: '2019-03-04' } })
  })
  it('has nothing to do twice', () => {
    expect(of(...all, down).when(takeDown(ref(published)))).toEqual([])
  })
  it('is what is published', () => {
    expect(() => of(drafted, consented, proposed).when(takeDown(ref(proposed)))).toThrow('没有您看到的已公开的')
  })
  it('may be drafted again, in the same words', () => {
    const again = { ...drafted, at: '2019-03-05T01:00:00.000Z' }
    expect(of(...all, down).when(deciders.draftExperience(STREAM, NAMED, { by: 'clerk', received: again.at }))).toEqual(
      [again],
    )
  })
})

it('comes down with a revocation, stays when the title expires; in both nothing is in hand any more', () => {
  const all = [drafted, consented, proposed, published, { ...drafted, ...OTHER }]
  const atRevocation = of(...all, revoked).state.experience
  expect(atRevocation).toMatchObject({ down: { taker: 'revocation', on: '2019-03-04' } })
  expect([atRevocation.published, atRevocation.inHand]).toEqual([undefined, undefined])
  const atExpiry = of(...all, expired).state.experience
  expect([atExpiry.published?.content, atExpiry.inHand]).toEqual([NAMED.content, undefined])
})

/** Whoever may do something in the procedure, and two who hold two appointments. */
const PEOPLE: Readonly<Record<string, readonly Held[]>> = {
  clerk: [{ appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' }],
  both: ['unitClerk', 'unitHead'].map((one) => ({
    ...({ appointment: one as 'unitClerk', unit: 'dazhuang', from: '2018-01-01' } as const),
  })),
  head: [{ appointment: 'unitHead', unit: 'dazhuang', from: '2018-01-01' }],
  other: [{ appointment: 'unitHead', unit: 'dunji', from: '2018-01-01' }],
  officer: [{ appointment: 'officeOfficer', from: '2018-01-01' }],
  officeBoth: [
    { appointment: 'officeOfficer', from: '2018-01-01' },
    { appointment: 'officeHead', from: '2018-01-01' },
  ],
  officeHead: [{ appointment: 'officeHead', from: '2018-01-01' }],
  ofTheUnit: [
    { appointment: 'officeHead', from: '2018-01-01' },
    { appointment: 'unitClerk', unit: 'dazhuang', from: '2018-01-01' },
  ],
}
type Act = readonly [Command, (title: Title, seen: string, person: string) => readonly TitleEvent[]]
const ACTS: readonly Act[] = [
  [
    'draft-experience',
    (title, _, who) => draft(NAMED, who, title.experience.inHand && ref(title.experience.inHand.drafted))(title),
  ],
  [
    'draft-experience',
    (title, _, who) => draft(OTHER, who, title.experience.inHand && ref(title.experience.inHand.drafted))(title),
  ],
  ['consent-experience', (title, seen, who) => consent(seen, who)(title)],
  ['propose-experience', (title, seen, who) => propose(seen, who)(title)],
  ['publish-experience', (title, seen, who) => publish(seen, who)(title)],
  ['consent-experience', (title, seen, who) => giveBack('consenting', seen, who)(title)],
  ['propose-experience', (title, seen, who) => giveBack('proposing', seen, who)(title)],
  ['publish-experience', (title, seen, who) => giveBack('publishing', seen, who)(title)],
  ['withdraw-experience', (title, seen, who) => withdraw('inHand', seen, who)(title)],
]

it('what is published the unit’s head has agreed to in exactly these words, and two of the office have seen', () => {
  let reached = 0
  const holds = (person: string, appointment: string, unit?: string) =>
    (PEOPLE[person] ?? []).some((held) => held.appointment === appointment && held.unit === unit)
  /** What comes of an act by the first of these people who may do it now; nothing where nobody may. */
  const acted = (title: Title, [command, act]: Act, people: readonly string[]): readonly TitleEvent[] => {
    const { inHand } = title.experience
    const seen = inHand ? ref(standing(inHand)) : ''
    for (const person of people) {
      if (!permissionFor(command, PEOPLE[person] ?? [], { unit: 'dazhuang' })) continue
      try {
        const decided = act(title, seen, person)
        if (decided.length > 0) return decided
      } catch (error) {
        if (!(error instanceof Refused)) throw error
      }
    }
    return []
  }
  const everybody = Object.keys(PEOPLE)
  const step = fc.tuple(
    // What leads on comes oftener than what leads back, so that many come to an end.
    fc.constantFrom(...ACTS, ...ACTS.slice(2, 5), ...ACTS.slice(2, 5), ...ACTS.slice(2, 5)),
    fc.shuffledSubarray(everybody, { minLength: everybody.length }),
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 40 }), (steps) => {
      const events: TitleEvent[] = [conferred]
      let title = titleKind.evolve(titleKind.initial, conferred)
      for (const [act, people] of steps) {
        const decided = acted(title, act, people)
        events.push(...decided)
        title = decided.reduce(titleKind.evolve, title)
      }
      for (const [i, event] of events.entries()) {
        if (event.type !== 'experiencePublished') continue
        reached++
        const before = events.slice(0, i)
        const last = <T extends ExperienceEvent['type']>(type: T) =>
          before.findLast((one): one is ExperienceEventOf<T> => one.type === type)
        const [draftOf, consentOf, proposalOf] = [
          last('experienceDrafted'),
          last('experienceConsented'),
          last('experienceProposed'),
        ]
        expect([draftOf?.content, consentOf?.content, proposalOf?.content]).toEqual([
          event.content,
          event.content,
          event.content,
        ])
        expect(consentOf && holds(consentOf.by, 'unitHead', 'dazhuang')).toBe(true)
        expect(consentOf?.by).not.toBe(draftOf?.by)
        expect(proposalOf && holds(proposalOf.by, 'officeOfficer')).toBe(true)
        expect(holds(event.by, 'officeHead')).toBe(true)
        expect(event.by).not.toBe(proposalOf?.by)
        // In this order, with nothing taken back between.
        const order = [draftOf, consentOf, proposalOf].map((one) => (one ? before.lastIndexOf(one) : -1))
        expect(order.toSorted((a, b) => a - b)).toEqual(order)
        expect(before.slice(order[0]).some((one) => one.type === 'experienceWithdrawn' && one.what === 'inHand')).toBe(
          false,
        )
      }
    }),
    { numRuns: 200, seed: 15 },
  )
  expect(reached).toBeGreaterThan(50)
})
