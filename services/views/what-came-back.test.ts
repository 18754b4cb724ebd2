/** Whatever goes back to whoever prepared it stands in the worklist of whoever is to act next, with the reason. */
import { beforeEach, describe, expect, it } from 'vitest'
import { eventKinds, fieldsOf } from '../../test/rules/event-kinds.ts'
import {
  DATES,
  decided,
  FULL,
  fullTerms,
  handedIn,
  published,
  saved,
  signed,
  smallCounty,
  terms,
} from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2', fullTerms)
  await county.openCase('2018-2', 'dazhuang', { procedure: FULL, dates: DATES })
})

const CASE = 'case/2018-2/dazhuang'
const REASON = '请核对。'
const BACK_AT = '2018-05-11T03:00:00.000Z'
const back = (type: string, more: object = {}) => ({ type, by: 'office-head', at: BACK_AT, reason: REASON, ...more })
const accepted = decided('review', 2, 'accepted', 'selection', { by: 'office-head', draftedBy: 'officer' })
const refused = decided('review', 2, 'refused', 'refused', { by: 'office-head', draftedBy: 'officer' })
const atNotice = [
  ...[...handedIn, accepted, decided('selection', 3, 'cultivated', 'implementation')],
  decided('implementation', 4, 'ended', 'declaration', { by: 'time', at: DATES.implementation }),
  saved('clerk', [], { form: 'creation-declaration' }),
  signed('head', 'unitHead', { form: 'creation-declaration' }),
  decided('declaration', 5, 'declared', 'acceptance', { by: 'clerk' }),
  decided('acceptance', 6, 'accepted', 'assessment', { by: 'office-head', draftedBy: 'officer' }),
  decided('assessment', 7, 'recommended', 'candidacy'),
  decided('candidacy', 8, 'candidate', 'notice'),
]
const atNaming = [
  ...[...atNotice, decided('notice', 9, 'clear', 'proposal'), decided('proposal', 10, 'proposed', 'executiveMeeting')],
  decided('executiveMeeting', 11, 'named', 'naming'),
]
const correction = {
  ...{ type: 'correctionDrafted', by: 'second', step: 'review', corrects: 2, outcome: 'refused', reason: '不符。' },
}
const document = {
  ...{ type: 'prepared', by: 'officer', batch: '2018-2', step: 'naming', trial: false, title: '命名决定' },
  ...{ number: '泗政〔2018〕9号', date: '2018-12-28', lines: [{ case: 'dazhuang', outcome: 'named' }] },
}
const dates = { application: { from: { lastDay: '2018-05-15' }, to: { lastDay: '2018-05-31' } } }
const entered = { type: 'withdrawalEntered', by: 'clerk', reason: '机构合并。' }
const [notice] = published(['dazhuang'])

const conferred = {
  ...{ type: 'conferred', unit: 'dazhuang', batch: '2018-2', on: '2018-05-01', at: '2018-05-02T01:00:00.000Z' },
  act: { stream: 'resolution/2018-2/executiveMeeting', number: 1 },
}
const words = (type: string, by: string, more: object = {}) => ({
  ...{ type, by, title: '一张清单管执法', content: 'd'.repeat(64) },
  ...more,
})

type Came = {
  readonly what: string
  readonly before: readonly object[]
  readonly stream?: string
  readonly prepared: object
  readonly back: object
  readonly to: readonly string[]
  readonly text: string
}
const CAME_BACK: readonly Came[] = [
  {
    what: 'a draft of a decision',
    before: handedIn,
    prepared: { type: 'drafted', by: 'officer', step: 'review', visit: 2, outcome: 'accepted', reason: '符合。' },
    back: back('draftReturned', { step: 'review', visit: 2 }),
    ...{ to: ['officer', 'second'], text: `拟办被退回：${REASON}` },
  },
  {
    what: 'a correction',
    before: [...handedIn, accepted],
    prepared: correction,
    back: back('correctionReturned', { step: 'review', corrects: 2 }),
    ...{ to: ['second'], text: `更正被退回，请修改后重新送签，或者不再更正：${REASON}` },
  },
  {
    what: 'a correction of what has ended the case',
    before: [...handedIn, refused],
    prepared: { ...correction, outcome: 'accepted' },
    back: back('correctionReturned', { step: 'review', corrects: 2 }),
    ...{ to: ['second'], text: `更正被退回，请修改后重新送签，或者不再更正：${REASON}` },
  },
  {
    what: 'a form, by a signer',
    before: [],
    prepared: saved('clerk', []),
    back: back('signingDeclined', { form: 'creation-application', signOff: 'legalOffice', by: 'legal' }),
    ...{ to: ['clerk'], text: `签署人退回修改：${REASON}` },
  },
  {
    what: 'a withdrawal, by the unit’s head',
    before: [],
    prepared: entered,
    back: back('withdrawalCancelled', { by: 'head' }),
    ...{ to: ['clerk'], text: `退出申请未获确认，已撤销，请知悉：${REASON}` },
  },
  {
    what: 'a notice',
    before: atNotice,
    stream: 'notice/2018-2/1',
    prepared: { ...notice, by: 'officer' },
    back: back('preparationReturned'),
    ...{ to: ['officer', 'second'], text: `“公示”被退回，请修改后重新送签：${REASON}` },
  },
  {
    what: 'an announcement',
    before: atNaming,
    stream: 'decision/2018-2/1',
    prepared: document,
    back: back('preparationReturned'),
    ...{ to: ['officer', 'second'], text: `“命名决定”被退回，请修改后重新送签：${REASON}` },
  },
  {
    what: 'an amendment',
    before: [],
    stream: 'batch/2018-2',
    prepared: { type: 'amendmentPrepared', by: 'officer', dates, reason: '汛情。' },
    back: back('amendmentReturned'),
    ...{ to: ['officer'], text: `变更通知被退回，请修改后重新送签：${REASON}` },
  },
  {
    what: 'the end of a batch',
    before: [],
    stream: 'batch/2018-2',
    prepared: { type: 'cancellingPrepared', by: 'officer', reason: '上级暂停。' },
    back: back('cancellingReturned'),
    ...{ to: ['officer'], text: `取消批次的决定被退回，请修改后重新送签：${REASON}` },
  },
  {
    what: 'a call',
    before: [],
    stream: 'batch/2018-3',
    prepared: { type: 'callPrepared', by: 'officer', terms: { ...terms, ...fullTerms } },
    back: back('callReturned'),
    ...{ to: ['officer'], text: `创建通知被退回，请修改后重新送签：${REASON}` },
  },
  {
    what: 'a title of an earlier batch that was to be entered',
    before: [],
    stream: 'title/dazhuang/2016-1',
    prepared: {
      ...{ type: 'measurePrepared', by: 'officer' },
      measure: { kind: 'enter', on: '2016-12-20', text: '命名决定', number: '泗政〔2016〕9号', scan: 'd'.repeat(64) },
    },
    back: back('preparationReturned'),
    ...{ to: ['officer', 'second'], text: `补录称号被退回，请修改后重新送签：${REASON}` },
  },
  {
    what: 'an experience summary, by the unit’s head',
    before: [],
    stream: 'title/dazhuang/2018-2',
    prepared: words('experienceDrafted', 'clerk'),
    back: back('experienceReturned', { by: 'head' }),
    ...{ to: ['clerk'], text: `经验材料被退回，请修改后重新送签：${REASON}` },
  },
]

const OFFICE_AND_UNIT = ['officer', 'second', 'office-head', 'clerk', 'legal', 'head', 'secretary', 'leader']
/** Who reads of it. */
async function readers(): Promise<string[]> {
  const found = await Promise.all(
    OFFICE_AND_UNIT.map(async (who) => ((await county.todos(who)).some((todo) => todo.includes(REASON)) ? [who] : [])),
  )
  return found.flat()
}

describe('what came back waits for whoever is to act next, with the reason, and for nobody else', () => {
  it.each(CAME_BACK)('$what', async ({ before, stream = CASE, prepared, back: event, to, text }) => {
    await county.write(CASE, ...before)
    if (stream === 'title/dazhuang/2018-2') await county.write(stream, conferred)
    await county.write(stream, prepared)
    expect(await readers()).toEqual([])
    await county.write(stream, event)
    expect(await readers()).toEqual(to)
    for (const who of to) {
      const found = (await county.todos(who)).filter((todo) => todo.includes(REASON))
      expect(found.map((todo) => todo.slice(todo.indexOf('：') + 1))).toEqual([text])
    }
    // Prepared anew it waits for another person again.
    await county.write(stream, prepared)
    expect(await readers()).toEqual([])
  })

  /** Ends, decisions on what was raised, a plaque that was handed back: there is nothing to be mended. */
  const NOT_TO_MEND = ['batchCancelled', 'plaqueReturned', 'vetoDismissed']
  it('no event that sends something back is left out', () => {
    const names = Object.values(eventKinds).flatMap(({ schema }) =>
      fieldsOf(schema).map(({ path }) => path.split('.')[0]),
    )
    const sendsBack = new Set(names.filter((name = '') => /(Returned|Declined|Dismissed|Cancelled)$/.test(name)))
    const told = new Set(CAME_BACK.map(({ back: event }) => ('type' in event ? event.type : '')))
    expect([...sendsBack].toSorted()).toEqual([...told, ...NOT_TO_MEND].toSorted())
  })
})

describe('what came back leaves the worklist', () => {
  it('when the author of a correction lets it rest, though the case has ended', async () => {
    await county.write(CASE, ...handedIn, refused, { ...correction, outcome: 'accepted' })
    await county.write(CASE, back('correctionReturned', { step: 'review', corrects: 2 }))
    expect((await county.worklist('second')).items).toMatchObject([
      { command: 'draft-correction', since: BACK_AT, path: '/console/cases/2018-2/dazhuang' },
    ])
    await county.write(CASE, back('correctionReturned', { step: 'review', corrects: 2, by: 'second' }))
    expect(await readers()).toEqual([])
  })
  it('when an act has come to rest on the decision meanwhile', async () => {
    await county.write(CASE, ...handedIn, accepted, correction)
    await county.write(CASE, back('correctionReturned', { step: 'review', corrects: 2 }))
    const list = { batch: '2018-2', step: 'selection', trial: false, cases: ['dazhuang'], text: '' }
    await county.write('resolution/2018-2/selection', { type: 'listPrepared', by: 'officer', ...list })
    expect(await readers()).toEqual([])
  })
  it('when whoever entered a withdrawal has read that it was not confirmed', async () => {
    await county.write(CASE, entered, back('withdrawalCancelled', { by: 'office-head', reason: '长期未确认。' }))
    const [todo] = (await county.worklist('clerk')).items.filter(({ command }) => command === 'cancel-withdrawal')
    expect(todo).toMatchObject({ todo: '退出申请未获确认，已撤销，请知悉：长期未确认。', since: BACK_AT })
    expect(todo?.due).toBeUndefined()
    await county.write(CASE, { type: 'withdrawalCancelled', by: 'clerk' })
    expect((await county.worklist('clerk')).items.map(({ command }) => command)).not.toContain('cancel-withdrawal')
  })
})

it('a veto waits since it was raised, and has no date of the case’s step', async () => {
  await county.write(CASE, { type: 'vetoRaised', by: 'officer', item: 'veto-3', source: '通报', at: BACK_AT })
  const [item] = (await county.worklist('office-head')).items
  expect(item).toMatchObject({ command: 'confirm-veto', since: BACK_AT })
  expect(item?.due).toBeUndefined()
})

describe('an experience summary', () => {
  const TITLE = 'title/dazhuang/2018-2'
  /** Whoever reads of it, with what. */
  async function told(): Promise<Record<string, string>> {
    const found = await Promise.all(
      OFFICE_AND_UNIT.map(async (who) => {
        const { items } = await county.worklist(who)
        return items.flatMap(({ kind, todo }) => (kind === 'title' ? [[who, todo] as const] : []))
      }),
    )
    return Object.fromEntries(found.flat())
  }
  it('waits for whoever is to act next, and while the title is suspended for nobody', async () => {
    await county.write(TITLE, conferred)
    expect(await told()).toEqual({})
    await county.write(TITLE, words('experienceDrafted', 'clerk'))
    expect(await told()).toEqual({ head: '经验材料待本单位同意公开' })
    await county.write(TITLE, words('experienceConsented', 'head', { draftedBy: 'clerk' }))
    const PROPOSE = '单位已同意公开经验材料，提请公开或者退回'
    expect(await told()).toEqual({ officer: PROPOSE, second: PROPOSE })
    await county.write(TITLE, words('experienceProposed', 'officer'))
    expect(await told()).toEqual({ 'office-head': '签发经验材料' })
    await county.write(TITLE, back('experienceReturned'))
    const BACK = `公开经验材料的提请被退回，请核对后再办：${REASON}`
    expect(await told()).toEqual({ officer: BACK, second: BACK })
    const suspend = { kind: 'suspend', on: '2018-05-11', text: '没有报送整改情况。' }
    await county.write(TITLE, { type: 'measureTaken', by: 'office-head', preparedBy: 'officer', measure: suspend })
    expect(await told()).toEqual({})
    const lift = { kind: 'lift', on: '2018-05-11', text: '已经报送。' }
    await county.write(TITLE, { type: 'measureTaken', by: 'office-head', preparedBy: 'officer', measure: lift })
    expect(await told()).toEqual({ officer: BACK, second: BACK })
    await county.write(TITLE, words('experienceProposed', 'second'))
    await county.write(TITLE, words('experiencePublished', 'office-head', { proposedBy: 'second' }))
    expect(await told()).toEqual({})
  })
})
