import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Commit } from '#ledger/ledger.ts'
import { row, SHAPE } from './row.ts'
import { rowOf } from './row-of.ts'

const at = '2018-05-10T02:00:00.000Z'
const digest = 'd'.repeat(64)
const commits = (stream: string, ...events: object[]): Commit[] =>
  events.map((event, i) => ({
    stream,
    number: i + 1,
    events: [{ v: 1, at, by: 'p1', ...event }],
    command: `c${i}`,
    by: 'p1',
    at,
    previous: '',
    hash: '',
  }))
const of = (stream: string, ...events: object[]) => rowOf(stream, commits(stream, ...events))

const opened = {
  type: 'opened',
  batch: '2018-2',
  unit: 'dazhuang',
  trial: false,
  procedure: 'creation',
  lateFrom: '2018-05-15T16:00:00.000Z',
}
const saved = { type: 'saved', content: digest, answers: {}, attachments: [], missing: ['reason'], digest }
const signed = {
  type: 'signed',
  signOff: 'unitHead',
  mode: 'online',
  on: '2018-05-10',
  opinion: '同意',
  covers: digest,
}
const submitted = { type: 'decided', step: 'application', visit: 1, outcome: 'submitted', to: 'review' }
const vetoRaised = { type: 'vetoRaised', item: 2, source: '通报' }

describe('the row of', () => {
  it('reminders holds each unit’s last one', () => {
    const reminded = (units: string[], text: string) => ({ type: 'unitsReminded', units, text })
    expect(of('reminders/2018-2', reminded(['a', 'b'], '一'), reminded(['b'], '二'))).toEqual({
      stream: 'reminders/2018-2',
      number: 2,
      shape: SHAPE,
      list: 'batch/2018-2',
      order: 'reminders',
      kind: 'reminders',
      batch: '2018-2',
      reminders: [
        { at, by: 'p1', text: '一', units: ['a'] },
        { at, by: 'p1', text: '二', units: ['b'] },
      ],
    })
  })

  it('a case tells where it stands and what it waits for', () => {
    expect(of('case/2018-2/dazhuang', opened, saved, signed, vetoRaised)).toEqual({
      stream: 'case/2018-2/dazhuang',
      number: 4,
      shape: SHAPE,
      list: 'batch/2018-2',
      order: 'case/dazhuang',
      kind: 'case',
      batch: '2018-2',
      unit: 'dazhuang',
      trial: false,
      procedure: 'creation',
      step: 'application',
      visit: 1,
      ended: false,
      lateFrom: '2018-05-15T16:00:00.000Z',
      form: { digest, by: 'p1', missing: 1 },
      signOffs: ['unitHead'],
      returned: false,
      makers: ['p1'],
      veto: { item: 2, by: 'p1' },
    })
  })

  it('a corrected case follows the version that stands', () => {
    const refused = { type: 'decided', step: 'review', visit: 2, outcome: 'refused', to: 'refused' }
    const corrected = { type: 'corrected', step: 'review', corrects: 2, visit: 3, reason: '看错了' }
    const back = { outcome: 'returned', to: 'application', reopens: ['reason'], lateFrom: '2018-05-30T16:00:00.000Z' }
    const before = [opened, saved, signed, submitted, refused]
    expect(of('case/2018-2/dazhuang', ...before)).toMatchObject({ step: 'refused', ended: true })
    expect(of('case/2018-2/dazhuang', ...before, { ...corrected, ...back })).toMatchObject({
      step: 'application',
      ended: false,
      returned: true,
      lateFrom: '2018-05-30T16:00:00.000Z',
    })
  })

  it('a batch says its end as an instant', () => {
    const terms = {
      title: '第二批',
      approval: { reference: '1号', date: '2018-03-01', by: '县政府' },
      trial: false,
      procedure: 'creation',
      application: { lastDay: '2018-05-15' },
      notice: { days: 7, convention: 'A' },
      returnDays: 10,
      replyDays: 15,
      quota: 10,
      signOffs: { legalOffice: 'online', unitHead: 'paper' },
    }
    expect(of('batch/2018-2', { type: 'callOpened', terms })).toMatchObject({
      list: 'batches',
      order: at,
      batch: '2018-2',
      lateFrom: '2018-05-15T16:00:00.000Z',
    })
    const standard = { catalogue: 'sixian', version: 1 }
    const chosen = { ...terms, standard: { ...standard, digest } }
    expect(of('batch/2018-2', { type: 'callOpened', terms: chosen })).toMatchObject({ standard })
    expect(of('batch/2018-2', { type: 'callOpened', terms })).not.toHaveProperty('standard')
  })

  it('evidence is listed under its owner, as the bytes say it is', () => {
    const promised = { type: 'promised', name: '普法责任清单.pdf', size: 10, contentType: 'application/x' }
    const kept = { type: 'kept', at: '2018-05-10T02:00:03.000Z', contentType: 'application/pdf', size: 10 }
    const stream = `evidence/dazhuang/${digest}`
    expect(of(stream, promised)).toMatchObject({ list: 'evidence/dazhuang', order: at, status: 'promised', since: at })
    expect(of(stream, promised, kept)).toMatchObject({
      order: at,
      status: 'kept',
      contentType: 'application/pdf',
      since: '2018-05-10T02:00:03.000Z',
    })
  })

  it('a person has appointments and no name', () => {
    const registered = { type: 'registered', personal: { id: 'x', digest } }
    const appointed = { type: 'appointed', held: { appointment: 'officeHead', from: '2018-01-01' } }
    expect(of('person/p7', registered, appointed)).toEqual({
      stream: 'person/p7',
      number: 2,
      shape: SHAPE,
      list: 'people',
      order: 'p7',
      kind: 'person',
      person: 'p7',
      appointments: [{ appointment: 'officeHead', from: '2018-01-01' }],
    })
  })

  it('an objection knows its batch by its notice, named either way', () => {
    const received = { type: 'received', about: 'case/2018-2/dazhuang', answerBy: '2018-06-01' }
    for (const notice of ['notice/2018-2/3', '2018-2/3'])
      expect(of('objection/yi-1', { ...received, notice })).toMatchObject({
        list: 'objections/2018-2',
        n: 3,
        about: 'dazhuang',
      })
  })

  it('a catalogue is called as its newest version is', () => {
    const published = (number: number, title: string) => ({ type: 'published', number, title, digest })
    expect(of('catalogue/sixian', published(1, '泗县标准'), published(2, '泗县标准（2019年）'))).toMatchObject({
      list: 'catalogues',
      order: 'sixian',
      catalogue: 'sixian',
      title: '泗县标准（2019年）',
      versions: 2,
    })
  })

  it('a login, an unknown prefix or a stream nobody wrote is none', () => {
    expect(of('login/abc', { type: 'linked', person: 'p1' })).toBeUndefined()
    expect(of('dossier/x/1', { type: 'anything' })).toBeUndefined()
    expect(rowOf('case/2018-2/dazhuang', [])).toBeUndefined()
  })
})

it('is as new as the commits it is made of, however many there are, and reads back as itself', () => {
  const dismissed = { type: 'vetoDismissed', reason: '查无' }
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(saved, signed, submitted, vetoRaised, dismissed), { maxLength: 12 }),
      fc.nat(12),
      (events, cut) => {
        const all = commits('case/2018-2/dazhuang', opened, ...events)
        const part = all.slice(0, 1 + cut)
        const [whole, earlier] = [rowOf('case/2018-2/dazhuang', all), rowOf('case/2018-2/dazhuang', part)]
        expect(whole?.number).toBe(all.length)
        expect(earlier?.number).toBe(part.length)
        expect(row.parse(whole)).toEqual(whole)
        expect(row.parse(earlier)).toEqual(earlier)
      },
    ),
  )
})
