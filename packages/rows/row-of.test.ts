import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Commit } from '#ledger/ledger.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { callEvents } from '../../test/given/called.ts'
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

const listed = procedureAt('creation-short@1')
const procedure = listed && variantOf(listed)
const form = 'creation-application'
const opened = {
  type: 'opened',
  batch: '2018-2',
  unit: 'dazhuang',
  trial: false,
  procedure,
  dates: { application: '2018-05-15T16:00:00.000Z' },
}
const saved = { type: 'saved', form, content: digest, answers: {}, attachments: [], missing: ['reason'], digest }
const signed = {
  type: 'signed',
  form,
  signOff: 'unitHead',
  mode: 'online',
  on: '2018-05-10',
  opinion: '同意',
  covers: digest,
}
const submitted = { type: 'decided', step: 'application', visit: 1, outcome: 'submitted', to: 'review' }
const vetoRaised = { type: 'vetoRaised', item: 'yi-2', source: '通报' }

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
      list: 'open',
      order: '2018-2/case/dazhuang',
      kind: 'case',
      batch: '2018-2',
      unit: 'dazhuang',
      trial: false,
      procedure,
      step: 'application',
      visit: 1,
      ended: false,
      lateFrom: '2018-05-15T16:00:00.000Z',
      papers: {
        [form]: {
          digest,
          missing: 1,
          signOffs: ['unitHead'],
          editors: ['p1'],
          makers: ['p1'],
          byOffice: false,
          returned: false,
        },
      },
      veto: { item: 'yi-2', by: 'p1', at },
      held: [],
    })
  })

  it('a corrected case follows the version that stands', () => {
    const refused = { type: 'decided', step: 'review', visit: 2, outcome: 'refused', to: 'refused', reason: '不齐' }
    const corrected = { type: 'corrected', step: 'review', corrects: 2, visit: 3, reason: '看错了', draftedBy: 'p2' }
    const back = { outcome: 'returned', to: 'application', reopens: ['reason'], lateFrom: '2018-05-30T16:00:00.000Z' }
    const before = [opened, saved, signed, submitted, refused]
    expect(of('case/2018-2/dazhuang', ...before)).toMatchObject({ step: 'refused', ended: true })
    expect(of('case/2018-2/dazhuang', ...before, { ...corrected, ...back })).toMatchObject({
      step: 'application',
      ended: false,
      papers: { [form]: { returned: true } },
      corrigible: { step: 'review', visit: 3 },
      lateFrom: '2018-05-30T16:00:00.000Z',
    })
  })

  it('a batch says its dates as instants, and keeps all that the call froze', () => {
    const terms = {
      title: '第二批',
      approval: { reference: '1号', date: '2018-03-01', by: '县政府' },
      trial: false,
      procedure,
      dates: { application: { lastDay: '2018-05-15' } },
      notice: { days: 7, convention: 'A' },
      returnDays: 10,
      replyDays: 15,
      quota: 10,
      signOffs: { [form]: { legalOffice: 'online', unitHead: 'paper' } },
    }
    expect(of('batch/2018-2', ...callEvents(terms, at))).toMatchObject({
      list: 'batches',
      batch: '2018-2',
      procedure,
      dates: { application: '2018-05-15T16:00:00.000Z' },
      signOffs: { [form]: { unitHead: 'paper' } },
      quota: 10,
      terms,
    })
    const { quota: _, ...open } = terms
    expect(of('batch/2018-2', ...callEvents(open, at))).not.toHaveProperty('quota')
    const standard = { catalogue: 'sixian', version: 1 }
    const chosen = { ...terms, standard: { ...standard, digest, title: '示范单位标准' } }
    expect(of('batch/2018-2', ...callEvents(chosen, at))).toMatchObject({ standard })
    expect(of('batch/2018-2', ...callEvents(terms, at))).not.toHaveProperty('standard')
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

  it('what somebody opened on a day is one row of that day, the last ones of it', () => {
    const opened = { type: 'opened', owner: 'dazhuang', sha256: digest }
    const stream = 'opened/2018-05-10/p7'
    expect(of(stream, opened)).toMatchObject({
      ...{ kind: 'opened', list: 'opened', order: '2018-05-10/p7', day: '2018-05-10', person: 'p7' },
      files: [{ at, owner: 'dazhuang', sha256: digest }],
    })
    expect(of(stream, opened)).not.toHaveProperty('more')
    const many = Array.from({ length: 502 }, () => opened)
    expect(of(stream, ...many)).toMatchObject({ more: 2, files: { length: 500 } })
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
      personal: 'x',
      names: [{ at, personal: 'x' }],
      changes: [{ at, by: 'p1', held: appointed.held }],
    })
  })

  it('a person stands apart while something waits for approval, and until the head has seen what changed', () => {
    const registered = { type: 'registered', personal: { id: 'x', digest } }
    const held = { appointment: 'officeHead', from: '2018-01-01' }
    const proposed = { type: 'appointmentProposed', as: 'administrator', proposal: 1, held }
    const login = {
      type: 'loginProposed',
      as: 'administrator',
      proposal: 2,
      login: 'login/1',
      named: { id: 'l', digest },
    }
    const approved = { type: 'appointed', by: 'p2', proposedBy: 'p1', held }
    const list = (...events: object[]) => of('person/p7', registered, ...events)
    expect(list(proposed, login)).toMatchObject({
      list: 'changing',
      pending: [
        { proposal: 1, by: 'p1', as: 'administrator', held },
        { proposal: 2, named: 'l' },
      ],
      changes: [],
    })
    expect(list(proposed, { type: 'takenBack', proposal: 1 })).toMatchObject({ list: 'people' })
    expect(list(proposed, approved)).toMatchObject({ list: 'changing', changes: [{ proposedBy: 'p1', isNews: true }] })
    const noted = { type: 'noted', at: '2018-05-10T03:00:00.000Z' }
    expect(list(proposed, approved, noted)).toMatchObject({ list: 'people', changes: [{ proposedBy: 'p1' }] })
    expect(list({ type: 'appointed', alone: true, held })).toMatchObject({
      list: 'changing',
      changes: [{ alone: true }],
    })
    const keeper = { type: 'appointed', held: { appointment: 'securityAdministrator', from: '2018-01-01' } }
    expect(list(keeper, proposed)).toMatchObject({ list: 'changing' })
  })

  it('whoever was ever administrator is on a list of its own, also when that has ended', () => {
    const appointed = {
      type: 'appointed',
      held: { appointment: 'administrator', from: '2018-01-01', to: '2018-01-31' },
    }
    const registered = { type: 'registered', personal: { id: 'x', digest } }
    expect(of('person/p7', registered, appointed)).toMatchObject({ list: 'administrators', order: 'p7' })
  })

  it('a unit keeps every name it has had, since when', () => {
    const registered = { type: 'registered', unit: 'dazhuang', name: '大庄乡', kind: 'town', inScope: true }
    const later = { ...registered, at: '2018-06-01T02:00:00.000Z', name: '大庄镇' }
    expect(of('unit/dazhuang', registered, { ...registered, inScope: false }, later)).toMatchObject({
      name: '大庄镇',
      names: [
        { at, name: '大庄乡' },
        { at: later.at, name: '大庄镇' },
      ],
    })
  })

  it('a case names the acts whose line it has taken, none before the first', () => {
    const act = { stream: 'notice/2018-2/1', number: 3 }
    const line = { type: 'decided', step: 'notice', visit: 3, outcome: 'clear', to: 'executiveMeeting', act }
    const accepted = { type: 'decided', step: 'review', visit: 2, outcome: 'accepted', to: 'notice', reason: '符合' }
    const before = [opened, saved, signed, submitted, accepted]
    expect(of('case/2018-2/dazhuang', ...before)).not.toHaveProperty('taken')
    expect(of('case/2018-2/dazhuang', ...before, line)).toMatchObject({ step: 'executiveMeeting', taken: [act] })
  })

  it('a case that has a longer date only says until when its unit may begin', () => {
    const lateFrom = '2018-05-20T16:00:00.000Z'
    const longer = {
      type: 'extended',
      batch: '2018-2',
      unit: 'dazhuang',
      step: 'application',
      lateFrom,
      reason: '汛期',
    }
    expect(of('case/2018-2/dazhuang', longer)).toMatchObject({
      ...{ kind: 'extension', batch: '2018-2', unit: 'dazhuang', lateFrom },
    })
    expect(of('case/2018-2/dazhuang', longer, opened)).toMatchObject({ kind: 'case', visit: 1, lateFrom })
  })

  it('an objection has its reply and the reason for it once it is settled', () => {
    const received = { type: 'received', notice: 'notice/2018-2/1', about: 'dazhuang', answerBy: '2018-06-01' }
    const found = { type: 'found', result: 'notUpheld', reason: '查无', reply: '经查不属实' }
    expect(of('objection/yi-1', received, { type: 'admitted' })).not.toHaveProperty('reply')
    expect(of('objection/yi-1', received, { type: 'admitted' }, found)).toMatchObject({
      ...{ reason: '查无', reply: '经查不属实' },
    })
    const declined = { reason: '不属公示事项', reply: '不属公示事项' }
    expect(of('objection/yi-1', received, { type: 'declined', reason: '不属公示事项' })).toMatchObject(declined)
  })

  it('an objection knows its batch by its notice, named either way', () => {
    const received = { type: 'received', about: 'dazhuang', answerBy: '2018-06-01' }
    for (const notice of ['notice/2018-2/3', '2018-2/3'])
      expect(of('objection/yi-1', { ...received, notice })).toMatchObject({
        batch: '2018-2',
        n: 3,
        status: 'received',
        about: 'dazhuang',
      })
  })

  const notice = {
    ...{
      batch: '2018-2',
      step: 'notice',
      trial: false,
      title: '公示',
      cases: ['dazhuang', 'xiaoliang'],
      replyDays: 15,
    },
    publication: { on: '2018-05-10', place: '网站' },
    period: { firstDay: '2018-05-10', lastDay: '2018-05-16', lateFrom: at, days: 7, convention: 'A' },
  }
  it('a notice says how far it has come, by whom it was prepared, and which units wait for another closing', () => {
    const prepared = { type: 'prepared', ...notice }
    const published = { type: 'published', by: 'p2', preparedBy: 'p1', ...notice }
    const lines = notice.cases.map((unit) => ({ case: unit, outcome: 'clear' }))
    const closed = { type: 'closed', checked: ['page', 'mail', 'post', 'dutyLog'], lines }
    const waits = { type: 'setAside', case: 'dazhuang', number: 3, reason: '有一票否决待确认。', waits: true }
    const stream = 'notice/2018-2/3'
    expect(of(stream, prepared)).toMatchObject({
      state: 'prepared',
      preparedBy: 'p1',
      n: 3,
      step: 'notice',
      waiting: [],
    })
    expect(of(stream, prepared, { type: 'preparationReturned', by: 'p2', reason: '请核对。' })).toMatchObject({
      state: 'returned',
      preparedBy: 'p1',
      units: notice.cases,
    })
    expect(of(stream, prepared, published)).toMatchObject({ state: 'published', preparedBy: 'p1', waiting: [] })
    expect(of(stream, prepared, published, closed)).toMatchObject({ state: 'closed', waiting: [] })
    expect(of(stream, prepared, published, closed, waits)).toMatchObject({ state: 'closed', waiting: ['dazhuang'] })
  })

  it('a resolution counts its meetings and says which cases wait for the body', () => {
    const about = { batch: '2018-2', step: 'selection', trial: false }
    const list = {
      type: 'listPrepared',
      ...about,
      cases: ['dazhuang', 'xiaoliang'],
      visits: { dazhuang: 4, xiaoliang: 4 },
      text: '',
    }
    const resolved = {
      ...{ type: 'resolved', ...about, meeting: '领导小组会议', number: '一号', date: '2018-05-10' },
      ...{ minutes: digest, attendance: digest, how: { kind: 'discussion' } },
      lines: [{ case: 'dazhuang', outcome: 'cultivated' }],
    }
    const stream = 'resolution/2018-2/selection'
    const [dazhuang, xiaoliang] = [
      { unit: 'dazhuang', visit: 4 },
      { unit: 'xiaoliang', visit: 4 },
    ]
    expect(of(stream, list)).toMatchObject({ meetings: 0, submitted: [dazhuang, xiaoliang], step: 'selection' })
    expect(of(stream, list, resolved)).toMatchObject({ meetings: 1, submitted: [xiaoliang] })
    // A line that was corrected is called by its meeting; the list of the meetings is no longer.
    const corrected = {
      ...{ type: 'lineCorrected', number: 2, case: 'dazhuang', outcome: 'notSelected', reason: '登记有误' },
      ...{ inMinutes: '第二项', draftedBy: 'p1', drafted: digest },
    }
    const called = { meeting: '领导小组会议', reference: '一号', date: '2018-05-10', units: ['dazhuang'] }
    expect(of(stream, list, resolved, corrected)).toMatchObject({
      meetings: 1,
      acts: [
        { number: 2, ...called },
        { number: 3, ...called },
      ],
    })
  })

  it('a decision says how far it has come', () => {
    const document = {
      ...{ batch: '2018-2', step: 'naming', trial: false, title: '命名决定', number: '9号', date: '2018-12-28' },
      lines: [{ case: 'dazhuang', outcome: 'named' }],
    }
    const prepared = { type: 'prepared', ...document }
    const stream = 'decision/2018-2/12'
    expect(of(stream, prepared)).toMatchObject({
      kind: 'announcement',
      n: 12,
      state: 'prepared',
      units: ['dazhuang'],
      reference: prepared.number,
    })
    expect(of(stream, prepared, { type: 'preparationReturned', reason: '文号有误' })).toMatchObject({
      state: 'returned',
    })
    expect(of(stream, prepared, { type: 'published', by: 'p2', preparedBy: 'p1', ...document })).toMatchObject({
      state: 'published',
      preparedBy: 'p1',
    })
  })

  it('a panel and duties say what is done beside the case', () => {
    const seen = {
      type: 'recorded',
      step: 'assessment',
      method: 'hearing',
      on: '2018-05-10',
      findings: '好。',
      files: [],
    }
    const settled = { type: 'settled', step: 'assessment', outcome: 'recommended', reason: '合格。' }
    const stream = 'panel/2018-2/dazhuang/7'
    expect(of(stream, seen, { type: 'methodEnded', method: 'hearing' })).toMatchObject({
      ...{ kind: 'panel', unit: 'dazhuang', visit: 7, ended: ['hearing'], settled: false },
    })
    expect(of(stream, seen, settled)).toMatchObject({ settled: true })
    const reported = (period: string) => ({
      type: 'reported',
      step: 'implementation',
      period,
      text: '有进展。',
      files: [],
      late: false,
    })
    expect(of('duty/2018-2/dazhuang/implementation', reported('2018-06'), reported('2018-09'))).toMatchObject({
      ...{ kind: 'duty', unit: 'dazhuang', step: 'implementation', reported: ['2018-06', '2018-09'] },
    })
  })

  it('bulletins are told with their titles, and what a unit has read of them', () => {
    const issued = (title: string) => ({ type: 'bulletinIssued', title, text: '进展顺利。', files: [] })
    expect(of('bulletins/2018-2', issued('一'), issued('二'))).toMatchObject({
      ...{ kind: 'bulletins', list: 'batch/2018-2', batch: '2018-2' },
      bulletins: [
        { n: 1, title: '一' },
        { n: 2, title: '二' },
      ],
    })
    expect(of('received/2018-2/dazhuang', { type: 'bulletinRead', n: 2, by: 'p1' })).toMatchObject({
      ...{ kind: 'received', list: 'batch/2018-2', unit: 'dazhuang', read: [{ n: 2, by: 'p1' }] },
    })
  })

  it('findings that are not mended stand on the list of open work until they are', () => {
    const visited = {
      ...{
        type: 'visited',
        step: 'implementation',
        on: '2018-07-30',
        place: '会议室',
        visitors: ['p1'],
        text: '查阅。',
      },
      ...{ files: [], findings: [{ text: '缺记录。', lastDay: '2018-08-31' }] },
    }
    const which = { n: 1, item: 1 }
    const settled = { type: 'findingSettled', ...which, outcome: 'mended' }
    const stream = 'inspection/2018-2/dazhuang'
    expect(of(stream, visited)).toMatchObject({
      ...{ kind: 'inspection', list: 'open', unit: 'dazhuang' },
      findings: [{ ...which, lateFrom: '2018-08-31T16:00:00.000Z' }],
    })
    const answered = { type: 'findingAnswered', ...which, text: '已补齐。', files: [], late: false }
    expect(of(stream, visited, answered)).toMatchObject({ findings: [{ answered: expect.any(String) }] })
    expect(of(stream, visited, answered, settled)).toMatchObject({ list: 'batch/2018-2', findings: [] })
  })

  it('a catalogue is called as its newest version is', () => {
    const published = (number: number, title: string) => ({ type: 'published', number, title, digest })
    expect(of('catalogue/sixian', published(1, '泗县标准'), published(2, '泗县标准（2019年）'))).toMatchObject({
      list: 'catalogues',
      order: 'sixian',
      catalogue: 'sixian',
      title: '泗县标准（2019年）',
      versions: 2,
      published: [{ number: 1 }, { number: 2, title: '泗县标准（2019年）', digest }],
    })
  })

  it('of a spread it is known who has what, until when and since when', () => {
    const stream = 'spread/2018-2/dazhuang'
    const given = (...items: string[]) => ({ type: 'given', items, person: 'p-3', due: '2018-09-30' })
    expect(of(stream, given('a', 'b'), { type: 'taken', items: ['a'] })).toMatchObject({
      ...{ kind: 'spread', list: 'batch/2018-2', order: 'spread/dazhuang', unit: 'dazhuang' },
      shares: [{ person: 'p-3', due: '2018-09-30', since: expect.any(String), items: ['b'] }],
      backs: [],
    })
    const back = { type: 'givenBack', items: ['a'], reason: '不是本人掌握的。', by: 'p-3' }
    expect(of(stream, { ...given('a', 'b'), by: 'p-2' }, back)).toMatchObject({
      backs: [{ item: 'a', since: expect.any(String) }],
    })
  })

  it('an indicator lacks what nobody has said of it yet', () => {
    const answered = (more: object) => of('dossier/2018-2/dazhuang/sx-1-03', { type: 'answered', files: [], ...more })
    const place = { list: 'dossier/2018-2/dazhuang', order: 'sx-1-03', item: 'sx-1-03', files: 0 }
    expect(answered({})).toMatchObject({ ...place, missing: '没有选择自评结论' })
    const whole = answered({ result: 'reached', text: '每年研究两次。', files: [`${digest} 纪要.pdf`] })
    expect(whole).toMatchObject({ ...place, result: 'reached', files: 1 })
    expect(whole).not.toHaveProperty('missing')
  })

  it('a login, an unknown prefix or a stream nobody wrote is none', () => {
    expect(of('login/abc', { type: 'linked', person: 'p1' })).toBeUndefined()
    expect(of('unheard/x/1', { type: 'anything' })).toBeUndefined()
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
