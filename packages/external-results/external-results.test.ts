import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import {
  correctResult,
  enterResult,
  type Results,
  type ResultsEvent,
  resultsKind,
  scanOwner,
  versionsOf,
  withdrawResult,
} from './external-results.ts'
import { inWhoseName } from './in-whose-name.ts'

const received = '2018-06-01T02:00:00.000Z'
const office = { by: 'officer', received, organ: 'office' }
const dangan = { by: 'clerk', received, organ: 'dangan' }
const forDangan = { ...office, organ: 'dangan', byOffice: true } as const
const SCAN = `${'5'.repeat(64)} 判决书.pdf`
const LOST = {
  ...({ unit: 'caogou', kind: 'lostSuit', on: '2018-05-20' } as const),
  ...{ reference: '（2018）皖1324行初3号', content: '7'.repeat(64), scan: SCAN },
}
const REVIEWED = {
  unit: 'caogou',
  kind: 'caseFiles',
  on: '2018-05-30',
  reference: '泗案〔2018〕4号',
  score: 86,
} as const
const ANNUAL = {
  unit: 'caogou',
  kind: 'annual',
  on: '2018-05-30',
  reference: '泗考〔2018〕1号',
  grade: 'good',
} as const
const WHY = { reason: '8'.repeat(64) }

type Deciding = Decision<ResultsEvent, Results>
const standing = (...decisions: Deciding[]): Results =>
  decisions.reduce((state, decide) => decide(state).reduce(resultsKind.evolve, state), resultsKind.initial)
const refusalOf = (decide: Deciding, state: Results = resultsKind.initial) => {
  try {
    decide(state)
  } catch (error) {
    if (error instanceof Refused) return Object.keys(error.fields ?? {}).length > 0 ? error.fields : error.code
    throw error
  }
  return undefined
}
const entered = enterResult(LOST, 2018, office)
const reviewed = enterResult(REVIEWED, 2018, dangan)

describe('a result', () => {
  it('has no number of a year after its own day; a court decides in the year after that of its number', () => {
    const of = (reference: string) => refusalOf(enterResult({ ...LOST, reference }, 2018, office))
    expect(of('（2025）皖1324行初3号')).toEqual({
      reference: '文号中是2025年，晚于文书日期2018年5月20日；请对照文书核对',
    })
    expect([of('（2017）皖1324行初3号'), of('（2018）皖1324行初3号'), of('皖1324行初3号')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
  it('is entered again in the words that were corrected since: another result, which the first was not', () => {
    const corrected = correctResult(
      { ...REVIEWED, reference: '泗案〔2018〕5号', score: 90, ...WHY },
      { n: 1, year: 2018, seen: 1 },
      dangan,
    )
    const state = standing(reviewed, corrected)
    expect(reviewed(state)).toMatchObject([{ type: 'resultEntered', reference: REVIEWED.reference, score: 86 }])
    expect(reviewed(standing(reviewed))).toEqual([])
  })
  it.each([
    '(2018)皖1324行初3号',
    '（2018）皖 1324 行初 3 号',
    '（２０１８）皖1324行初3号',
    '〔2018〕皖1324行初3号',
    '[2018]皖1324行初3号',
  ])('is not counted twice, however its number is typed: %s', (reference) => {
    const again = enterResult({ ...LOST, reference, content: '9'.repeat(64) }, 2018, office)
    expect(refusalOf(again, standing(entered))).toHaveProperty('reference')
  })
  it('is entered by its organ, and by the office for one with nobody', () => {
    expect(entered(resultsKind.initial)).toEqual([
      { type: 'resultEntered', v: 1, at: received, ...asWritten(office), ...LOST },
    ])
    const paper = { ...REVIEWED, scan: SCAN }
    expect(enterResult(paper, 2018, forDangan)(resultsKind.initial)).toEqual([
      { type: 'resultEntered', v: 1, at: received, ...asWritten(forDangan), ...paper },
    ])
  })
  it('is entered once by one click, also when another was entered since', () => {
    expect(entered(standing(entered, reviewed))).toEqual([])
  })
  it.each<[string, object, string, string]>([
    ['of tomorrow', { on: '2018-06-02' }, 'on', '不能晚于今天'],
    ['of the year before', { on: '2017-12-31', reference: '（2017）皖1324行初3号' }, 'on', '文书日期应在2018年'],
    ['without its paper', { scan: undefined }, 'scan', '应当上传文书扫描件'],
    ['that does not say what was found', { content: undefined }, 'text', '请写明认定的情况'],
    ['with a grade that it has not', { grade: 'good' }, 'grade', '没有这一等次'],
    ['with a score that it has not', { score: 90 }, 'score', '没有得分'],
  ])('is refused: one %s', (_what, more, field, says) => {
    const wrong = refusalOf(enterResult({ ...LOST, ...more }, 2018, office))
    expect(wrong).toEqual({ [field]: expect.stringContaining(says) })
  })
  it.each<[string, Parameters<typeof enterResult>[0], string]>([
    ['a review with neither grade nor score', { ...REVIEWED, score: undefined }, '请选择等次或者填写得分'],
    ['a review by a grade of the year', { ...REVIEWED, grade: 'good' }, '没有这一等次'],
    ['a year without its grade', { ...ANNUAL, grade: undefined }, '请选择等次'],
  ])('is refused: %s', (_what, given, says) => {
    expect(refusalOf(enterResult(given, 2018, office))).toEqual({ grade: expect.stringContaining(says) })
  })
  it('of a whole year is said in that year or in the next', () => {
    expect(enterResult(ANNUAL, 2017, office)(resultsKind.initial)).toHaveLength(1)
    expect(enterResult(ANNUAL, 2018, office)(resultsKind.initial)).toHaveLength(1)
    expect(refusalOf(enterResult(ANNUAL, 2016, office))).toEqual({ on: expect.stringContaining('2016年或者2017年') })
  })
  it('of one number is entered once for a unit and a kind, and again when it was withdrawn', () => {
    const again = enterResult(LOST, 2018, { ...office, by: 'head' })
    expect(refusalOf(again, standing(entered))).toEqual({ reference: expect.stringContaining('（第1号）') })
    for (const other of [{ unit: 'dazhuang' }, { kind: 'reversed' } as const, { reference: '（2018）皖1324行初4号' }])
      expect(enterResult({ ...LOST, ...other }, 2018, office)(standing(entered))).toHaveLength(1)
    expect(again(standing(entered, withdrawResult({ n: 1, ...WHY }, 1, office)))).toHaveLength(1)
  })
  it('that the office enters for another comes with its paper', () => {
    expect(refusalOf(enterResult(REVIEWED, 2018, forDangan))).toEqual({ scan: expect.stringContaining('代录') })
  })
})

describe('a correction', () => {
  const { unit: _unit, kind: _kind, ...facts } = REVIEWED
  const correct = (more: object = {}, { n = 1, seen = 1 } = {}, asked: Parameters<typeof correctResult>[2] = dangan) =>
    correctResult({ ...facts, score: 88, ...WHY, ...more }, { n, year: 2018, seen }, asked)
  it('takes the place of what was entered, which stays', () => {
    expect(correct()(standing(reviewed))).toEqual([
      { type: 'resultCorrected', v: 1, at: received, ...asWritten(dangan), n: 1, ...facts, score: 88, ...WHY },
    ])
    const [result] = standing(reviewed, correct()).results
    expect(result && versionsOf(result).map(({ score }) => score)).toEqual([86, 88])
  })
  it('is made once by one click', () => {
    expect(correct()(standing(reviewed, correct()))).toEqual([])
  })
  it('is refused where nothing changes, to whoever has not seen the last one, and by the rules of entering', () => {
    expect(refusalOf(correct({ score: 86 }), standing(reviewed))).toBe('incomplete')
    expect(refusalOf(correct({ score: 89 }), standing(reviewed, correct()))).toBe('conflict')
    expect(refusalOf(correct({ on: '2018-06-02' }), standing(reviewed))).toHaveProperty('on')
    const other = enterResult({ ...REVIEWED, reference: '泗案〔2018〕5号' }, 2018, dangan)
    const taken = correct({ reference: '泗案〔2018〕5号' })
    expect(refusalOf(taken, standing(reviewed, other))).toEqual({ reference: expect.stringContaining('（第2号）') })
    expect(refusalOf(correct({}, { n: 2 }), standing(reviewed))).toBe('unknown')
    expect(refusalOf(correct(), standing(reviewed, withdrawResult({ n: 1, ...WHY }, 1, dangan)))).toBe('conflict')
  })
})

describe('what a year has come to', () => {
  const state = standing(enterResult(ANNUAL, 2017, office))
  const neighbours = [{ year: 2017, results: state.results }]
  it('stands in one year’s book, entered or corrected there', () => {
    const says = { reference: expect.stringContaining('（2017年第1号）') }
    expect(refusalOf(enterResult(ANNUAL, 2018, office, neighbours))).toEqual(says)
    const other = standing(enterResult({ ...ANNUAL, reference: '泗考〔2018〕9号' }, 2018, office))
    const corrected = correctResult({ ...ANNUAL, ...WHY }, { n: 1, year: 2018, seen: 1, neighbours }, office)
    expect(refusalOf(corrected, other)).toEqual(says)
  })
  it('is entered once more where that was withdrawn, is another unit’s or has another number', () => {
    const withdrawn = standing(enterResult(ANNUAL, 2017, office), withdrawResult({ n: 1, ...WHY }, 1, office))
    const enter = (more: object, beside = neighbours) => enterResult({ ...ANNUAL, ...more }, 2018, office, beside)
    expect(enter({}, [{ year: 2017, results: withdrawn.results }])(resultsKind.initial)).toHaveLength(1)
    for (const more of [{ unit: 'dazhuang' }, { reference: '泗考〔2018〕2号' }])
      expect(enter(more)(resultsKind.initial)).toHaveLength(1)
  })
})

describe('a paper that the office brought for another', () => {
  const paper = standing(enterResult({ ...REVIEWED, scan: SCAN }, 2018, forDangan))
  const { unit: _unit, kind: _kind, ...facts } = REVIEWED
  const correct = (more: object) =>
    correctResult({ ...facts, score: 90, ...WHY, ...more }, { n: 1, year: 2018, seen: 1 }, dangan)
  it('is brought anew by the organ that has somebody by now, and is not lost', () => {
    expect(refusalOf(correct({}), paper)).toEqual({ scan: expect.stringContaining('请重新上传文书扫描件') })
    expect(correct({ scan: SCAN })(paper)).toMatchObject([{ type: 'resultCorrected', organ: 'dangan', scan: SCAN }])
  })
  it('is nobody’s to bring where there was none', () => {
    expect(correct({})(standing(reviewed))).toHaveLength(1)
  })
})

describe('a withdrawal', () => {
  const withdraw = (seen = 1, asked = office) => withdrawResult({ n: 1, ...WHY }, seen, asked)
  it('says why it does not stand any more', () => {
    expect(withdraw()(standing(entered))).toEqual([
      { type: 'resultWithdrawn', v: 1, at: received, ...asWritten(office), n: 1, ...WHY },
    ])
  })
  it('is made once by one click', () => {
    expect(withdraw()(standing(entered, withdraw()))).toEqual([])
  })
  it('is refused of what is not there, of what was withdrawn, and of what was not seen', () => {
    expect(refusalOf(withdraw())).toBe('unknown')
    expect(refusalOf(withdraw(1, { ...office, by: 'head' }), standing(entered, withdraw()))).toBe('conflict')
    expect(refusalOf(withdraw(2), standing(entered))).toBe('conflict')
  })
})

describe('in whose name', () => {
  const clerk = [{ appointment: 'unitClerk', unit: 'dangan' }]
  const officer = [{ appointment: 'officeOfficer' }]
  const of = (holdings: Parameters<typeof inWhoseName>[1], about: Parameters<typeof inWhoseName>[2]) =>
    inWhoseName('enter-result', holdings, about)
  const owned = { owner: 'dangan', isManned: true, unit: 'caogou' }
  it('a unit’s people write what it owns, and the office what nobody else can', () => {
    expect(of(clerk, owned)).toEqual({ organ: 'dangan' })
    expect(of(officer, { ...owned, isManned: false })).toEqual({ organ: 'dangan', byOffice: true })
    expect(of(officer, { ...owned, owner: 'office' })).toEqual({ organ: 'office' })
  })
  it('nobody else writes', () => {
    expect(of(officer, owned)).toBeUndefined()
    expect(of(clerk, { ...owned, owner: 'office' })).toBeUndefined()
    expect(of(clerk, { ...owned, owner: 'shichang' })).toBeUndefined()
    for (const appointment of ['unitHead', 'departmentClerk'])
      expect(of([{ appointment, unit: 'dangan' }], owned), appointment).toBeUndefined()
    for (const appointment of ['scorer', 'meetingSecretary', 'administrator'])
      expect(of([{ appointment }], { ...owned, owner: 'office' }), appointment).toBeUndefined()
  })
  it('never about one’s own unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('unitClerk', 'unitLegalOfficer', 'unitHead', 'departmentClerk'),
        fc.constantFrom('officeOfficer', 'officeHead', 'scorer', undefined),
        fc.constantFrom('office', 'dangan', 'caogou'),
        fc.boolean(),
        fc.constantFrom('enter-result', 'correct-result', 'withdraw-result'),
        (inside, besides, owner, isManned, command) => {
          const holdings = [{ appointment: inside, unit: 'caogou' }, ...(besides ? [{ appointment: besides }] : [])]
          expect(inWhoseName(command, holdings, { owner, isManned, unit: 'caogou' })).toBeUndefined()
        },
      ),
    )
  })
  it('a scan lies with whoever entered it', () => {
    expect([office, dangan, forDangan].map(scanOwner)).toEqual(['office.results', 'dangan', 'office.results'])
  })
})

/** What stands of it in an event. */
function asWritten({ received: _received, ...rest }: Parameters<typeof enterResult>[2]) {
  return rest
}

it('never has two standing results of one number, unit and kind, and loses none that was entered', () => {
  const act = fc.record({
    unit: fc.constantFrom('caogou', 'dazhuang'),
    reference: fc.constantFrom('1号', '2号'),
    n: fc.integer({ min: 1, max: 4 }),
    by: fc.constantFrom('officer', 'head'),
    score: fc.integer({ min: 80, max: 82 }),
    does: fc.constantFrom('enter', 'correct', 'withdraw'),
  })
  const decideOf = (
    { unit, reference, n, by, score, does }: Parameters<Parameters<typeof act.map>[0]>[0],
    state: Results,
  ) => {
    const seen = state.results[n - 1] ? versionsOf(state.results[n - 1]!).length : 1
    const asked = { ...office, by }
    const facts = { on: '2018-05-30', reference, score }
    if (does === 'enter') return enterResult({ unit, kind: 'caseFiles', ...facts }, 2018, asked)
    if (does === 'correct') return correctResult({ ...facts, ...WHY }, { n, year: 2018, seen }, asked)
    return withdrawResult({ n, ...WHY }, seen, asked)
  }
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      let state = resultsKind.initial
      let written = 0
      for (const one of acts) {
        let events: readonly ResultsEvent[] = []
        try {
          events = decideOf(one, state)(state)
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
        for (const event of events) expect(resultsKind.parse(event)).toEqual(event)
        written += events.length
        state = events.reduce(resultsKind.evolve, state)
        const held = state.results.filter(({ withdrawn }) => !withdrawn)
        const keys = held.map((one) => `${one.unit} ${one.kind} ${versionsOf(one).at(-1)?.reference}`)
        expect(new Set(keys).size).toBe(keys.length)
      }
      const kept = state.results.reduce((sum, one) => sum + versionsOf(one).length + (one.withdrawn ? 1 : 0), 0)
      expect(kept).toBe(written)
    }),
  )
})
