/** Sound procedures of every shape, made of the seven kinds: what holds for a procedure has to hold for these. */
import fc from 'fast-check'
import type { Outcome, Step } from '#procedure/kinds.ts'
import { type Procedure, procedure } from '#procedure/procedure.ts'

const officer = fc.constantFrom('officeOfficer' as const, 'officeHead' as const)
const middle = fc.record({
  kind: fc.constantFrom(
    ...(['judgement', 'judgement', 'resolution', 'notice', 'work', 'entry', 'inquiry', 'announcement'] as const),
  ),
  /** Further outcomes, by where they lead. */
  more: fc.array(fc.nat(30), { maxLength: 3 }),
  /** A draft first, a list submitted first, reports while it works, another assessment. */
  first: fc.boolean(),
  who: officer,
})
type Middle = typeof middle extends fc.Arbitrary<infer T> ? T : never

/** Two forms are known, so no more than two entries; the first begins. */
export const anyProcedure: fc.Arbitrary<Procedure> = fc
  .record({
    steps: fc.array(middle, { minLength: 1, maxLength: 8 }),
    endings: fc.integer({ min: 1, max: 4 }),
    later: fc.nat(30),
  })
  .map(({ steps, endings, later }) => {
    const first: Middle = { kind: 'entry', more: [], first: true, who: 'officeHead' }
    let entries = 0
    const chain = fillingEveryBox([first, ...steps].filter(({ kind }) => kind !== 'entry' || ++entries <= 2))
    const ends = Array.from({ length: endings }, (_, n) => `ending${n}`)
    const names = chain.map((_, i) => `step${i}`)
    const to = (place: string): Outcome =>
      place.startsWith('ending') ? { title: '办理', end: place } : { title: '办理', on: place }
    const last = chain.findLastIndex(({ kind }) => kind === 'notice')
    const notices = last !== -1
    // What is assessed again comes back to every notice that may ask for it.
    const earliest = chain.findIndex((one, i) => one.kind === 'notice' && isBeside(chain, i, last))
    const again = besides(chain, last).filter((to) => to <= earliest)
    // An announcement has one outcome.
    const several = names.flatMap((_, i) => (chain[i]?.kind === 'announcement' ? [] : [i]))
    const value = {
      name: 'any',
      version: 1,
      title: '任意程序',
      source: '',
      start: 'step0',
      steps: Object.fromEntries(
        chain.map((one, i) => {
          const places = [...ahead(chain, i).map((to) => `step${to}`), ...ends]
          const extra = [
            ...one.more.map((n) => places[n % places.length] ?? 'ending0').filter(() => several.includes(i)),
            // Every ending is reached from somewhere.
            ...ends.filter((_, n) => several[n % several.length] === i),
          ]
          return [`step${i}`, stepOf(one, i, to(names[i + 1] ?? 'ending0'), extra.map(to), chain)]
        }),
      ),
      exits: {
        withdrawn: { title: '主动退出', end: 'withdrawn', by: 'withdrawal' },
        vetoed: { title: '一票否决', end: 'vetoed', by: 'veto' },
        cancelled: { title: '批次取消', end: 'cancelled', by: 'cancellation' },
        ...(notices && { objected: { title: '异议成立', end: 'objected', by: 'objection' } }),
        ...(notices && {
          reassessed: { title: '重新考核', on: `step${again[later % again.length]}`, by: 'reassessment' },
        }),
      },
      endings: Object.fromEntries(
        [...ends, 'withdrawn', 'vetoed', 'cancelled', ...(notices ? ['objected'] : [])].map((name) => [
          name,
          { title: name },
        ]),
      ),
    }
    return procedure.parse(value)
  })

const isEntry = ({ kind }: Middle): boolean => kind === 'entry'
const isDated = ({ kind }: Middle): boolean => kind === 'entry' || kind === 'work'
/** How many entries, or steps with a date, a case has come through when it stands there. */
const passed = (chain: readonly Middle[], i: number, which: (one: Middle) => boolean): number =>
  chain.slice(0, i + 1).filter(which).length
const isBeside = (chain: readonly Middle[], i: number, other: number): boolean =>
  passed(chain, i, isDated) === passed(chain, other, isDated)
/** Steps without a date between the same two steps with one: a case goes back to these and passes no date again. */
const besides = (chain: readonly Middle[], i: number): readonly number[] =>
  chain.flatMap((one, to) => (!isDated(one) && isBeside(chain, to, i) ? [to] : []))
/** Where a step may lead but to the next: besides it, or ahead of it where no form is wanting. */
const ahead = (chain: readonly Middle[], i: number): readonly number[] =>
  chain.flatMap((one, to) => {
    if (isDated(one) || chain[i]?.kind === 'entry' || passed(chain, to, isEntry) !== passed(chain, i, isEntry))
      return []
    return to > i || besides(chain, i).includes(to) ? [to] : []
  })

const FORMS = ['creation-application', 'creation-declaration'] as const

/** The form that was filled in last before this step. */
const formAt = (chain: readonly Middle[], i: number) =>
  FORMS[chain.slice(0, i + 1).filter(({ kind }) => kind === 'entry').length - 1] ?? FORMS[0]
/** The entry before a judgement, unless work lies between: the date of that would have passed. */
const returnsTo = (chain: readonly Middle[], i: number): Record<string, Outcome> => {
  const before = chain.slice(0, i + 1).findLastIndex(isDated)
  return chain[before]?.kind === 'entry' ? { back: { title: '退回补正', back: `step${before}` } } : {}
}
/** Whether the step is the first of its kind after its form: it fills the box. */
const fillsFirst = (chain: readonly Middle[], i: number): boolean =>
  !chain.slice(0, i).some((one, at) => one.kind === chain[i]?.kind && formAt(chain, at) === formAt(chain, i))
/** Behind every form the steps that fill the boxes which its unit does not sign. */
function fillingEveryBox(chain: readonly Middle[]): readonly Middle[] {
  const second = chain.findLastIndex(isEntry)
  const parts = second > 0 ? [chain.slice(0, second), chain.slice(second)] : [chain]
  return parts.flatMap((part, n) => {
    const lacking = ([['judgement'], ['judgement', 'resolution']] as const)[n]?.filter(
      (kind) => !part.some((one) => one.kind === kind),
    )
    return [...part, ...(lacking ?? []).map((kind): Middle => ({ kind, more: [], first: true, who: 'officeHead' }))]
  })
}

function stepOf(
  { kind, first, who }: Middle,
  i: number,
  on: Outcome,
  extra: readonly Outcome[],
  chain: readonly Middle[],
): Step {
  const title = `环节${i}`
  const form = formAt(chain, i)
  const more = Object.fromEntries(extra.map((way, n) => [`way${n}`, way]))
  const one = { title, outcomes: { on, ...more } }
  switch (kind) {
    case 'entry':
      return {
        kind,
        ...one,
        form,
        fills: 'unitClerk',
        submits: 'on',
        lapses: 'lapsed',
        outcomes: { ...one.outcomes, lapsed: { title: '逾期', end: 'ending0' } },
      }
    case 'judgement': {
      const decides = first ? (['officeHead'] as const) : (['officeOfficer', 'officeHead'] as const)
      return {
        kind,
        ...one,
        outcomes: { ...one.outcomes, ...returnsTo(chain, i) },
        ...(first && { drafts: 'officeOfficer' }),
        decides: [...decides],
        form,
        ...(fillsFirst(chain, i) && { signOff: 'countyOffice' }),
        points: {},
      }
    }
    case 'resolution': {
      const signs = { form: FORMS[1], signOff: 'leadingGroup' }
      return {
        kind,
        ...one,
        ...(first && { prepares: 'officeOfficer' }),
        records: 'meetingSecretary',
        body: 'executiveMeeting',
        record: 'minutes',
        votes: first,
        ...(form === FORMS[1] && fillsFirst(chain, i) && { signs }),
      }
    }
    case 'notice': {
      const again = besides(chain, i)[0]
      const last = chain.findLastIndex((step) => step.kind === 'notice')
      // The exit leads besides the last notice, which an earlier one may be dates away from.
      const reassesses = isBeside(chain, i, last)
      const outcomes = { ...one.outcomes, upheld: { title: '异议成立', end: 'objected' } }
      return {
        kind,
        title,
        outcomes: first && reassesses ? { ...outcomes, again: { title: '重新考核', on: `step${again}` } } : outcomes,
        prepares: 'officeOfficer',
        approves: 'officeHead',
        clear: 'on',
        upheld: 'upheld',
        ...(first && reassesses && { reassess: 'again' }),
        later: { upheld: 'objected', ...(reassesses && { reassess: 'reassessed' }) },
      }
    }
    case 'work':
      return {
        kind,
        ...one,
        does: 'unitClerk',
        guides: who,
        lapses: 'on',
        ...(first && { reports: { title: '进展报告', every: 'quarter' as const } }),
      }
    case 'inquiry':
      return {
        ...{ kind, ...one, records: 'scorer', settles: 'assessmentLeader' },
        methods: { one: { title: '方式一', finds: 'mark' }, two: { title: '方式二', finds: 'indicators' } },
      }
    case 'announcement':
      return { kind, ...one, prepares: 'officeOfficer', approves: 'officeHead', document: '决定' }
  }
}
