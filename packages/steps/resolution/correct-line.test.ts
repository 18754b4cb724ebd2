import { describe, expect, it } from 'vitest'
import { applyLine, Waiting } from '#case/apply-line.ts'
import { type Case, caseKind, hasEnded } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { setLineAside } from '#case/list-act.ts'
import { CALL, CLERK, day, moved, OFFICE_HEAD, SECRETARY, seenHere, vetoRaised } from '../../../test/given/cases.ts'
import { AT_WORK, DECLARING, PROPOSED, SECOND_FORM, SELECTION } from '../../../test/given/cases-2018.ts'
import { given } from '../../../test/given/given.ts'
import { type Correction, draftCorrection, returnCorrection } from '../judgement/correct-decision.ts'
import { correctLine, takeCorrectedLine } from './correct-line.ts'
import { meetingOf, taken, unitsOf } from './lines-taken.ts'
import { type ResolutionEvent, type Resolved, resolutionKind, resolve } from './resolution.ts'

const STREAM = 'resolution/2018-2/selection'
const met = { stream: STREAM, number: 2 }
const secretary = { by: SECRETARY, received: day(12) }
const head = { by: OFFICE_HEAD, received: day(13) }
const NOT_SELECTED: readonly CaseEvent[] = [
  ...SELECTION,
  moved('selection', 3, 'notSelected', 'notSelected', SECRETARY, { act: met }),
]
const content = { outcome: 'cultivated', reason: '登记时选错了一行。', inMinutes: '第二项：大庄镇列入培育，同意5票。' }
const draft = (change: Partial<Correction & { replaces: string }> = {}, asked = secretary) =>
  draftCorrection('selection', { ...content, corrects: 3, listed: false, ...change }, asked, CALL)
const drafted: CaseEvent = {
  ...{ type: 'correctionDrafted', v: 1, at: day(12), by: SECRETARY, step: 'selection', corrects: 3 },
  ...content,
}
const act = { stream: STREAM, number: 3 }
const take = (asked = head, seen: CaseEvent = drafted, change: { listed?: boolean } = {}) =>
  takeCorrectedLine('selection', { drafted: seenHere(seen), act, ...change }, asked)
const corrected: CaseEvent = {
  ...{ type: 'corrected', v: 1, at: day(13), by: OFFICE_HEAD, step: 'selection', corrects: 3, visit: 4 },
  ...{ outcome: 'cultivated', to: 'implementation', reason: content.reason, draftedBy: SECRETARY },
  ...{ inMinutes: content.inMinutes, act },
}
const resolvedCase = (...events: readonly CaseEvent[]): Case => given(caseKind, ...events).state

describe('drafting a correction of a meeting’s line', () => {
  it('says what the minutes have; the line stands until another signs', () => {
    expect(given(caseKind, ...NOT_SELECTED).when(draft())).toEqual([drafted])
    expect(resolvedCase(...NOT_SELECTED, drafted).step).toBe('notSelected')
  })
  it.each([
    ['the same outcome', { outcome: 'notSelected' }, { outcome: '请选择不同的结论' }],
    ['an outcome that the step does not know', { outcome: 'named' }, { outcome: '请从列出的结论中选择' }],
    ['no word of the minutes', { inMinutes: undefined }, { inMinutes: '请填写会议记录的记载' }],
  ])('is incomplete with %s', (_, change, fields) => {
    expect(
      given(caseKind, ...NOT_SELECTED)
        .refused(draft(change))
        .at(2),
    ).toEqual(fields)
  })
  it('is refused where the minutes name somebody by a number', () => {
    const wrong = draft({ inMinutes: '联系13955571234核实。' })
    expect(given(caseKind, ...NOT_SELECTED).refused(wrong)[0]).toBe('incomplete')
  })
  it('is refused to whoever had a hand in a form of the case', () => {
    expect(given(caseKind, ...NOT_SELECTED).refused(draft({}, { by: CLERK, received: day(12) }))[0]).toBe('forbidden')
  })
  it('is not drafted twice, and again as soon as the minutes are cited otherwise', () => {
    const { when } = given(caseKind, ...NOT_SELECTED, drafted)
    expect(when(draft())).toEqual([])
    const again = draft({ inMinutes: '第二项。', replaces: seenHere(drafted) })
    expect(when(again)).toMatchObject([{ type: 'correctionDrafted', inMinutes: '第二项。' }])
  })
  it('goes back, and the line stands', () => {
    const back = returnCorrection('selection', { drafted: seenHere(drafted), reason: '纪要没有这样写。' }, head, true)
    expect(given(caseKind, ...NOT_SELECTED, drafted).when(back)).toMatchObject([{ type: 'correctionReturned' }])
  })
})

describe('a corrected line in its case', () => {
  it('opens a case that had ended again, and goes where the meeting had sent it', () => {
    expect(given(caseKind, ...NOT_SELECTED, drafted).when(take())).toEqual([corrected])
    const state = resolvedCase(...NOT_SELECTED, drafted, corrected)
    expect([state.step, state.visit, hasEnded(state), state.taken]).toEqual(['implementation', 5, false, [met, act]])
  })
  it('ends one that had gone on, though its unit has begun to work', () => {
    const seen: CaseEvent = { ...drafted, outcome: 'notSelected' }
    const [event] = given(caseKind, ...AT_WORK, seen).when(take(head, seen))
    expect(event).toMatchObject({ type: 'corrected', to: 'notSelected' })
  })
  it('fills the box of the form anew that is the body’s', () => {
    const proposed = moved('proposal', 10, 'proposed', 'executiveMeeting', SECRETARY, {
      act: { stream: 'resolution/2018-2/proposal', number: 2 },
    })
    const seen: CaseEvent = { ...drafted, step: 'proposal', corrects: 10, outcome: 'notProposed' }
    const own = { stream: 'resolution/2018-2/proposal', number: 3 }
    const before = [...PROPOSED, proposed, seen]
    const events = given(caseKind, ...before).when(
      takeCorrectedLine('proposal', { drafted: seenHere(seen), act: own }, head),
    )
    const boxes = (some: readonly CaseEvent[]) => resolvedCase(...some).papers[SECOND_FORM]?.boxes.leadingGroup
    const after = boxes([...before, ...events])
    expect([boxes(before)?.outcome, after?.outcome, after?.act]).toEqual(['proposed', 'notProposed', own])
    // The body's opinion is what its minutes say, not why they were recorded wrongly.
    expect(after?.reason).toBe(content.inMinutes)
  })
  it('is corrected once more, as the version that stands', () => {
    const again = draftCorrection(
      'selection',
      { ...content, outcome: 'notSelected', corrects: 4, listed: false },
      secretary,
      CALL,
    )
    expect(given(caseKind, ...NOT_SELECTED, drafted, corrected).when(again)).toHaveLength(1)
    expect(given(caseKind, ...NOT_SELECTED, drafted, corrected).refused(draft())[0]).toBe('elsewhere')
  })
  it('is taken once', () => {
    expect(given(caseKind, ...NOT_SELECTED, drafted, corrected).when(take())).toEqual([])
  })
  it('is refused to who drafted it, and unseen', () => {
    const { refused } = given(caseKind, ...NOT_SELECTED, drafted)
    expect(refused(take(secretary))[0]).toBe('forbidden')
    expect(refused(take(head, { ...drafted, reason: '别的理由。' }))[1]).toBe(
      '您看到的更正之后又修改过；请刷新，核对后再办。',
    )
  })
})

describe('a line on which something rests is not corrected', () => {
  it('a later decision: it says which, and what to do', () => {
    const later = given(caseKind, ...DECLARING).refused(draft({ outcome: 'notSelected' }))
    expect(later.slice(0, 2)).toEqual([
      'elsewhere',
      expect.stringMatching(
        /^“确定培育对象”之后已有新的办理（.*创建实施·实施期满），结论不能再更正；确需改变的，由新的会议决定办理。$/,
      ),
    ])
  })
  it('whichever comes first: the other is refused', () => {
    const seen: CaseEvent = { ...drafted, outcome: 'notSelected' }
    expect(given(caseKind, ...AT_WORK, seen, DECLARING.at(-1)!).refused(take(head, seen))[0]).toBe('elsewhere')
    const proposal = applyLine(
      { step: 'selection', outcome: 'cultivated', act: { stream: STREAM, number: 9 } },
      secretary,
    )
    expect(given(caseKind, ...NOT_SELECTED, drafted, corrected).refused(proposal)[0]).toBe('elsewhere')
  })
  it('a list that names it', () => {
    const { refused } = given(caseKind, ...NOT_SELECTED, drafted)
    expect(refused(draft({ listed: true }))[1]).toMatch(/^本件已列入名单，“确定培育对象”结论不能再更正/)
    expect(refused(take(head, drafted, { listed: true }))[0]).toBe('elsewhere')
  })
  it('a title that was conferred', () => {
    const named = [
      ...PROPOSED,
      moved('proposal', 10, 'proposed', 'named', SECRETARY, {
        act: { stream: 'resolution/2018-2/proposal', number: 2 },
      }),
    ]
    const taking = draftCorrection(
      'proposal',
      { ...content, outcome: 'notProposed', corrects: 10, listed: false },
      secretary,
      CALL,
    )
    expect(given(caseKind, ...named).refused(taking)[1]).toMatch(/^已经据此授予称号/)
  })
  it('a veto or an objection that is pending holds it; one that is signed waits', () => {
    const seen: CaseEvent = { ...drafted, outcome: 'notSelected' }
    const act = { stream: 'notice/2018-2/1', number: 9 }
    const held: CaseEvent = { type: 'held', v: 1, at: day(12), by: OFFICE_HEAD, act, objection: 'yi-1' }
    expect(() => take(head, seen)(resolvedCase(...AT_WORK, seen, vetoRaised))).toThrow(Waiting)
    expect(() => take(head, seen)(resolvedCase(...AT_WORK, seen, held))).toThrow(Waiting)
    expect(given(caseKind, ...AT_WORK, vetoRaised).refused(draft({ outcome: 'notSelected' }))[1]).toMatch(
      /^有一票否决待确认/,
    )
  })
  it('a line of another kind of act, or none at all', () => {
    expect(given(caseKind, ...SELECTION).refused(draft())[1]).toBe(
      '本件现处“确定培育对象”环节，还没有可以更正的“确定培育对象”结论。',
    )
    const clear = draftCorrection('notice', { ...content, corrects: 9, listed: false }, secretary, CALL)
    expect(given(caseKind, ...PROPOSED).refused(clear)[0]).toBe('elsewhere')
  })
})

describe('a corrected line among the meetings', () => {
  const asked = { by: OFFICE_HEAD, received: day(13) }
  const meeting: Omit<Resolved, 'type' | 'v' | 'at' | 'by'> = {
    ...{ batch: '2018-2', step: 'candidacy', trial: false, meeting: '考核组会议', number: '1号', date: '2018-05-10' },
    ...{ minutes: 'a'.repeat(64), attendance: 'b'.repeat(64), how: { kind: 'discussion' } },
    lines: [
      { case: 'dazhuang', outcome: 'notCandidate' },
      { case: 'caogou', outcome: 'candidate' },
    ],
  }
  const resolved: ResolutionEvent = { type: 'resolved', v: 1, at: day(9), by: SECRETARY, ...meeting }
  const signed = {
    number: 1,
    case: 'dazhuang',
    ...content,
    outcome: 'candidate',
    draftedBy: SECRETARY,
    drafted: 'c'.repeat(64),
  }
  const line: ResolutionEvent = { type: 'lineCorrected', v: 1, at: day(13), by: OFFICE_HEAD, ...signed }
  const rules = (quota: number, followed = 9) => ({
    ...{ limited: { outcome: 'candidate', quota }, hasLeft: () => false, followed: () => followed },
  })

  it('is one event of its own, and counts in place of the first', () => {
    expect(given(resolutionKind, resolved).when(correctLine(signed, rules(2), asked))).toEqual([line])
    const { state } = given(resolutionKind, resolved, line)
    expect(taken(state, 'candidate', () => false)).toBe(2)
    expect([meetingOf(state, 2)?.number, unitsOf(state, 2), unitsOf(state, 1)]).toEqual([
      '1号',
      ['dazhuang'],
      ['dazhuang', 'caogou'],
    ])
    const back: ResolutionEvent = { ...line, outcome: 'notCandidate', drafted: 'd'.repeat(64) }
    expect(taken(given(resolutionKind, resolved, line, back).state, 'candidate', () => false)).toBe(1)
  })
  it('is refused above the quota, and frees a place where it takes one back', () => {
    expect(
      given(resolutionKind, resolved)
        .refused(correctLine(signed, rules(1), asked))
        .slice(0, 2),
    ).toEqual(['conflict', '本批次名额为1个，此前已用1个，本次又列1个，超出1个。'])
    const less = { ...signed, case: 'caogou', outcome: 'notCandidate', drafted: 'd'.repeat(64) }
    const freed = given(resolutionKind, resolved).when(correctLine(less, rules(1), asked))
    expect(given(resolutionKind, resolved, ...freed).when(correctLine(signed, rules(1), asked))).toHaveLength(1)
  })
  it('is refused of a unit that no such meeting has decided, and before the case has followed', () => {
    const { refused } = given(resolutionKind, resolved)
    expect(refused(correctLine({ ...signed, case: 'dunji' }, rules(2), asked))[0]).toBe('unknown')
    expect(refused(correctLine({ ...signed, number: 7 }, rules(2), asked))[0]).toBe('unknown')
    expect(refused(correctLine(signed, rules(2, 0), asked))[0]).toBe('conflict')
  })
  it('is signed once, and once more where its case could not take it', () => {
    expect(given(resolutionKind, resolved, line).when(correctLine(signed, rules(2), asked))).toEqual([])
    const aside = given(resolutionKind, resolved, line).when(
      setLineAside({ case: 'dazhuang', number: 2, reason: '有一票否决待确认。', waits: true }, day(13)),
    )
    expect(taken(given(resolutionKind, resolved, line, ...aside).state, 'candidate', () => false)).toBe(1)
    expect(given(resolutionKind, resolved, line, ...aside).when(correctLine(signed, rules(2), asked))).toEqual([line])
  })
  it('keeps the next meeting waiting until the case has taken it', () => {
    const next = { ...meeting, number: '2号', lines: [{ case: 'dazhuang', outcome: 'notCandidate' }] }
    const whole = { ...rules(9, 1), votes: false, present: 3, voters: 3, prepared: false, visitOf: () => 9 }
    expect(given(resolutionKind, resolved, line).refused(resolve(next, whole, asked))[1]).toMatch(/正在生效/)
  })
})
