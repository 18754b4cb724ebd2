import { describe, expect, it } from 'vitest'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import {
  type Consultation,
  type ConsultationEvent,
  chaseOrgan,
  consultationKind,
  correctReply,
  enterReply,
  openLetters,
  replyOf,
  sendConsultation,
  withdrawConsultation,
  withdrawReply,
} from './consultation.ts'

const received = '2018-06-01T02:00:00.000Z'
const asked = { by: 'officer', received }
const SINCE = { since: '2018-03-01', seen: 0 }
const LETTER = {
  ...{ reference: '泗法函〔2018〕3号', on: '2018-05-20', lastDay: '2018-06-05' },
  organs: [
    { id: 'police', title: '公安局' },
    { id: 'audit', title: '审计局' },
  ],
  units: ['dazhuang', 'caogou'],
}
const SCAN = `${'5'.repeat(64)} 复函.pdf`
const REPLY = { n: 1, organ: 'police', on: '2018-05-28', scan: SCAN, found: [] }
const KNOWN = { ...REPLY, found: ['caogou'], content: '7'.repeat(64) }
const WHY = { reason: '8'.repeat(64) }

const standing = (...decisions: Decision<ConsultationEvent, Consultation>[]): Consultation =>
  decisions.reduce((state, decide) => decide(state).reduce(consultationKind.evolve, state), consultationKind.initial)
const sent = sendConsultation(LETTER, SINCE, asked)
const fieldsOf = (decide: Decision<ConsultationEvent, Consultation>, state: Consultation) => {
  try {
    decide(state)
  } catch (error) {
    if (error instanceof Refused) return Object.keys(error.fields ?? {}).length > 0 ? error.fields : error.code
    throw error
  }
  return undefined
}

describe('a letter', () => {
  it('is sent to organs about units', () => {
    expect(sent(consultationKind.initial)).toEqual([{ type: 'sent', v: 1, at: received, by: 'officer', ...LETTER }])
  })
  it('is sent once by one click, also when another was sent since', () => {
    const other = sendConsultation({ ...LETTER, reference: '泗法函〔2018〕4号' }, { ...SINCE, seen: 1 }, asked)
    expect(sent(standing(sent, other))).toEqual([])
  })
  it.each<[string, Partial<typeof LETTER>, string]>([
    ['of tomorrow', { on: '2018-06-02' }, 'on'],
    ['of before the call', { on: '2018-02-28' }, 'on'],
    ['that is to be answered before it was sent', { lastDay: '2018-05-19' }, 'lastDay'],
    ['that is to be answered in another year', { lastDay: '2019-06-05' }, 'lastDay'],
    ['that asks one organ twice', { organs: [LETTER.organs[0]!, LETTER.organs[0]!] }, 'organs'],
    ['about one unit twice', { units: ['caogou', 'caogou'] }, 'units'],
  ])('is refused: one %s', (_what, more, field) => {
    const decide = sendConsultation({ ...LETTER, ...more }, SINCE, asked)
    expect(Object.keys(fieldsOf(decide, consultationKind.initial) ?? {})).toEqual([field])
  })
  it('is refused under the number of another, and to whoever has not seen the last one', () => {
    const again = { ...LETTER, units: ['caogou'] }
    expect(fieldsOf(sendConsultation(again, { ...SINCE, seen: 1 }, asked), standing(sent))).toHaveProperty('reference')
    expect(fieldsOf(sendConsultation(again, SINCE, asked), standing(sent))).toBe('conflict')
  })
})

describe('an organ', () => {
  const chase = (more: object = {}) =>
    chaseOrgan({ n: 1, organ: 'audit', on: '2018-06-01', how: 'phone', ...more }, asked)
  it('is chased until it has replied', () => {
    expect(chase()(standing(sent))).toMatchObject([{ type: 'chased', n: 1, organ: 'audit', on: '2018-06-01' }])
    expect(chase()(standing(sent, chase()))).toEqual([])
    expect(fieldsOf(chase(), standing(sent, enterReply({ ...REPLY, organ: 'audit' }, asked)))).toBe('conflict')
  })
  it.each([
    ['of no letter', { n: 2 }, 'unknown'],
    ['that was not asked', { organ: 'court' }, 'unknown'],
    ['on a day to come', { on: '2018-06-02' }, { on: '催办日期不能晚于今天' }],
    ['before the letter', { on: '2018-05-19' }, { on: '2018年5月20日发函，催办日期不能早于这一天' }],
  ])('is not chased %s', (_what, more, wrong) => {
    expect(fieldsOf(chase(more), standing(sent))).toEqual(wrong)
  })
})

describe('a reply', () => {
  it('says of which units something is known', () => {
    expect(enterReply(KNOWN, asked)(standing(sent))).toEqual([
      { type: 'replied', v: 1, at: received, by: 'officer', ...KNOWN },
    ])
    expect(enterReply(KNOWN, asked)(standing(sent, enterReply(KNOWN, asked)))).toEqual([])
    expect(fieldsOf(enterReply(REPLY, asked), standing(sent, enterReply(KNOWN, asked)))).toBe('conflict')
  })
  it.each<[string, Partial<typeof KNOWN>, string]>([
    ['from before the letter', { on: '2018-05-19' }, 'on'],
    ['of tomorrow', { on: '2018-06-02' }, 'on'],
    ['about a unit that was not asked about', { found: ['huangwei'] }, 'found'],
    ['about one twice', { found: ['caogou', 'caogou'] }, 'found'],
    ['that says nothing of whom it names', { content: '' }, 'found'],
  ])('is refused: one %s', (_what, more, field) => {
    const { content, ...rest } = { ...KNOWN, ...more }
    const decide = enterReply({ ...rest, ...(content && { content }) }, asked)
    expect(Object.keys(fieldsOf(decide, standing(sent)) ?? {})).toEqual([field])
  })
  it('is corrected with a reason, and the first one stays', () => {
    const entered = standing(sent, enterReply(KNOWN, asked))
    const correct = correctReply({ ...REPLY, ...WHY }, 1, asked)
    expect(correct(entered)).toEqual([{ type: 'replied', v: 1, at: received, by: 'officer', ...REPLY, ...WHY }])
    const state = standing(sent, enterReply(KNOWN, asked), correct)
    expect(correct(state)).toEqual([])
    const [letter] = state.letters
    expect(letter?.replies).toHaveLength(2)
    expect(letter && replyOf(letter, 'police')).toMatchObject({ found: [], ...WHY })
  })
  it('is not corrected before it was entered, nor by whoever has not seen the last one', () => {
    expect(fieldsOf(correctReply({ ...REPLY, ...WHY }, 0, asked), standing(sent))).toBe('conflict')
    const entered = standing(sent, enterReply(KNOWN, asked))
    expect(fieldsOf(correctReply({ ...REPLY, ...WHY }, 0, asked), entered)).toBe('conflict')
  })
})

describe('a correction that changes nothing', () => {
  it('is refused, with the way on, whatever its reason', () => {
    const entered = standing(sent, enterReply(KNOWN, asked))
    expect(fieldsOf(correctReply({ ...KNOWN, ...WHY }, 1, asked), entered)).toBe('incomplete')
    expect(() => correctReply({ ...KNOWN, ...WHY }, 1, asked)(entered)).toThrow(/没有改动.*取消.*撤销复函/)
    const corrected = standing(sent, enterReply(KNOWN, asked), correctReply({ ...REPLY, ...WHY }, 1, asked))
    const again = { ...REPLY, reason: '9'.repeat(64) }
    expect(fieldsOf(correctReply(again, 2, asked), corrected)).toBe('incomplete')
    expect(fieldsOf(correctReply({ ...REPLY, ...WHY }, 2, { ...asked, by: 'head' }), corrected)).toBe('incomplete')
  })
})

describe('a reply that is withdrawn', () => {
  const withdraw = (seen = 1, more: object = {}) =>
    withdrawReply({ n: 1, organ: 'police', ...WHY, ...more }, seen, asked)
  it('leaves the organ waiting, and stays readable', () => {
    const state = standing(sent, enterReply(KNOWN, asked), withdraw())
    expect(withdraw()(standing(sent, enterReply(KNOWN, asked)))).toEqual([
      { type: 'replyWithdrawn', v: 1, at: received, by: 'officer', n: 1, organ: 'police', ...WHY },
    ])
    expect(withdraw()(state)).toEqual([])
    const [letter] = state.letters
    expect(letter && replyOf(letter, 'police')).toBeUndefined()
    expect(letter?.replies).toMatchObject([{ found: ['caogou'], withdrawn: WHY }])
    expect(openLetters(state)[0]?.waiting.map(({ title }) => title)).toEqual(['公安局', '审计局'])
  })
  it('is followed by another, also by the same, and what it had corrected does not hold again', () => {
    const corrected = [enterReply(KNOWN, asked), correctReply({ ...REPLY, ...WHY }, 1, asked)]
    const state = standing(sent, ...corrected, withdraw(2))
    expect(state.letters[0] && replyOf(state.letters[0], 'police')).toBeUndefined()
    expect(enterReply(REPLY, asked)(state)).toHaveLength(1)
    expect(fieldsOf(correctReply({ ...KNOWN, ...WHY }, 2, asked), state)).toBe('conflict')
  })
  it('is refused before there is one, to whoever has not seen the last one, and of another organ', () => {
    expect(fieldsOf(withdraw(0), standing(sent))).toBe('conflict')
    expect(fieldsOf(withdraw(0), standing(sent, enterReply(KNOWN, asked)))).toBe('conflict')
    expect(fieldsOf(withdraw(1, { organ: 'court' }), standing(sent))).toBe('unknown')
    const taken = standing(sent, enterReply(KNOWN, asked), withdraw())
    expect(fieldsOf(withdraw(1, { reason: '9'.repeat(64) }), taken)).toBe('conflict')
  })
})

describe('a letter that is withdrawn', () => {
  const withdraw = (n = 1) => withdrawConsultation({ n, ...WHY }, asked)
  it('asks nobody any more', () => {
    const state = standing(sent, withdraw())
    expect(state.letters).toMatchObject([{ withdrawn: { by: 'officer', ...WHY } }])
    expect(openLetters(state)).toEqual([])
    expect(withdraw()(state)).toEqual([])
    expect(fieldsOf(enterReply(REPLY, asked), state)).toBe('conflict')
    expect(fieldsOf(chaseOrgan({ n: 1, organ: 'audit', on: '2018-06-01', how: 'phone' }, asked), state)).toBe(
      'conflict',
    )
  })
  it('may be entered once more under its number', () => {
    const again = sendConsultation({ ...LETTER, units: ['caogou'] }, { ...SINCE, seen: 1 }, asked)
    expect(again(standing(sent, withdraw()))).toHaveLength(1)
  })
  it('is refused while a reply stands, and where there is none', () => {
    const replied = [sent, enterReply(KNOWN, asked)]
    expect(fieldsOf(withdraw(), standing(...replied))).toBe('conflict')
    expect(() => withdraw()(standing(...replied))).toThrow('公安局已经复函')
    const taken = withdrawReply({ n: 1, organ: 'police', ...WHY }, 1, asked)
    expect(withdraw()(standing(...replied, taken))).toHaveLength(1)
    expect(fieldsOf(withdraw(2), standing(sent))).toBe('unknown')
  })
})

it.each<[string, object]>([
  ['to no organ', { organs: [] }],
  ['about no unit', { units: [] }],
  ['without a number', { reference: '' }],
  ['to an organ without a name', { organs: [{ id: 'police', title: '' }] }],
])('never keeps a letter %s', (_what, more) => {
  const event = { type: 'sent', v: 1, at: received, by: 'officer', ...LETTER }
  expect(consultationKind.parse(event)).toEqual(event)
  expect(() => consultationKind.parse({ ...event, ...more })).toThrow()
})

it('knows who has not replied, and when each was chased last', () => {
  const chase = (on: string) => chaseOrgan({ n: 1, organ: 'audit', on, how: 'letter' }, asked)
  expect(openLetters(standing(sent, enterReply(REPLY, asked), chase('2018-05-30'), chase('2018-06-01')))).toEqual([
    {
      ...{ reference: LETTER.reference, lateFrom: '2018-06-05T16:00:00.000Z', units: LETTER.units },
      waiting: [{ title: '审计局', chased: '2018-06-01' }],
    },
  ])
  expect(
    openLetters(standing(sent, enterReply(REPLY, asked), enterReply({ ...REPLY, organ: 'audit' }, asked))),
  ).toEqual([])
})
