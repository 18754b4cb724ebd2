import { describe, expect, it } from 'vitest'
import { callBody, type OfferedProcedure } from '#contracts/call.ts'
import type { CatalogueLine } from '#contracts/catalogue.ts'
import { ApiError } from '#contracts/client.ts'
import { checked } from '../forms/checked.ts'
import { fieldsInUse } from '../forms/fields-in-use.ts'
import type { Values } from '../forms/kept-values.ts'
import { fieldsOfCall } from './call-fields.ts'
import { callOf, valuesOfCall, valuesOfTerms } from './call-values.ts'
import { askOfCall, checkCall, shownAt, whyNotNumber } from './check-call.ts'

const box = (name: string) => ({ name, title: `${name}意见` })
const long: OfferedProcedure = {
  key: 'long@1',
  title: '',
  steps: [],
  dates: [
    { step: 'apply', title: '申请' },
    { step: 'work', title: '实施' },
  ],
  limited: true,
  methods: [],
  forms: [
    { form: 'one', title: '表一', signOffs: [box('legal'), box('head')] },
    { form: 'two', title: '表二', signOffs: [box('head')] },
  ],
}
const short: OfferedProcedure = {
  ...long,
  key: 'short@1',
  limited: false,
  dates: long.dates.slice(0, 1),
  forms: long.forms.slice(0, 1),
}
const digest = 'a'.repeat(64)
const version = (number: number) => ({ number, title: `第${number}版标准`, digest, at: '' })
const published: CatalogueLine[] = [
  {
    catalogue: 'county',
    title: '',
    place: '县',
    source: '',
    extent: '',
    vetoes: 2,
    versions: [version(1), version(2)],
  },
]
const names = (procedure: OfferedProcedure) => fieldsOfCall(procedure, published).map(({ name }) => name)
const typed = {
  ...{ title: '通知', reference: '1号', date: '2018-04-13', by: '县政府', 'dates.apply': '2018-05-15' },
  ...{ docNumber: '泗政办秘〔2018〕22号', organ: '县政府办公室', issued: '2018-04-14', papers: '标准\n\n申请表' },
  ...{ 'dates.work': '2018-10-31', standard: 'county/2', conditions: 'none', vetoes: 'county/1' },
}

it('asks for what the chosen procedure has to know', () => {
  expect(names(long)).toEqual(
    expect.arrayContaining(['dates.apply', 'dates.work', 'quota', 'signOffs.one.legal', 'signOffs.two.head']),
  )
  expect(names(short)).not.toEqual(expect.arrayContaining(['dates.work']))
  expect(names(short)).not.toContain('quota')
  expect(fieldsOfCall(long, published).find(({ name }) => name === 'quota')?.max).toBe(500)
  expect(fieldsOfCall(long, published).find(({ name }) => name === 'quota')?.required).toBe(false)
})

it('offers as vetoes only a list that holds some', () => {
  const harmless: CatalogueLine = { ...published[0]!, catalogue: 'harmless', vetoes: 0 }
  const offered = (name: string) =>
    fieldsOfCall(short, [...published, harmless])
      .find((field) => field.name === name)
      ?.choices?.map(({ value }) => value)
  expect(offered('conditions')).toContain('harmless/1')
  expect(offered('vetoes')).toEqual(['county/2', 'county/1', 'none'])
})

it('says on which form a sign-off is, where there are several', () => {
  const label = (procedure: OfferedProcedure) =>
    fieldsOfCall(procedure, published).find(({ name }) => name === 'signOffs.one.head')?.label
  expect([label(short), label(long)]).toEqual(['head意见', '表一：head意见'])
})

it('makes the call of what was typed, by step, by form and sign-off', () => {
  const body = checked(callBody, callOf({ ...valuesOfCall(long), ...typed }, long, published), shownAt)
  expect(body).toMatchObject({
    document: { number: '泗政办秘〔2018〕22号', organ: '县政府办公室', date: '2018-04-14' },
    papers: ['标准', '申请表'],
    procedure: 'long@1',
    dates: { apply: { lastDay: '2018-05-15' }, work: { lastDay: '2018-10-31' } },
    signOffs: { one: { legal: 'online', head: 'paper' }, two: { head: 'paper' } },
    standard: { catalogue: 'county', version: 2, digest },
    vetoes: { catalogue: 'county', version: 1, digest },
  })
  expect(body.conditions).toBeUndefined()
  expect(body.quota).toBeUndefined()
})

it('offers each sign-off in all its ways, and takes a sealed one', () => {
  const modes = fieldsOfCall(short, published).find(({ name }) => name === 'signOffs.one.head')?.choices
  expect(modes?.map(({ value }) => value)).toEqual(['online', 'paper', 'sealed'])
  const values = { ...valuesOfCall(short), ...typed, 'signOffs.one.head': 'sealed' }
  expect(checked(callBody, callOf(values, short, published), shownAt).signOffs.one?.head).toBe('sealed')
})

it('begins with what was sent where it is mended, and makes the same of it', () => {
  const sent = checked(callBody, callOf({ ...valuesOfCall(long), ...typed }, long, published), shownAt)
  expect(checked(callBody, callOf(valuesOfTerms(sent), long, published), shownAt)).toEqual(sent)
})

it('asks of each body that is named for the reason, and of no other', () => {
  const beyond = [
    { unit: 'yunguan', name: '运管所', kind: '二级机构' },
    { unit: 'zhongdui', name: '执法中队', kind: '派出机构' },
  ]
  const fields = fieldsOfCall(long, published, beyond)
  const asked = (values: Values) =>
    fieldsInUse(fields, values).flatMap(({ name }) => (name.startsWith('designated') ? [name] : []))
  const chosen = {
    designated: ['zhongdui'],
    'designated.zhongdui': '工作突出，可以示范。',
    'designated.yunguan': '旧。',
  }
  expect(asked({})).toEqual(['designated'])
  expect(asked(chosen)).toEqual(['designated', 'designated.zhongdui'])
  expect(fieldsOfCall(long, published).some(({ name }) => name === 'designated')).toBe(false)
  const sent = checked(callBody, callOf({ ...valuesOfCall(long), ...typed, ...chosen }, long, published), shownAt)
  expect(sent.designated).toEqual([{ unit: 'zhongdui', reason: '工作突出，可以示范。' }])
  expect(checked(callBody, callOf(valuesOfTerms(sent), long, published), shownAt)).toEqual(sent)
  expect(shownAt('designated.0.reason', ['zhongdui'])).toBe('designated.zhongdui')
  expect(shownAt('designated.0.unit', ['zhongdui'])).toBe('designated')
})

it('leaves out what was typed for another procedure', () => {
  const body = checked(callBody, callOf({ ...valuesOfCall(long), ...typed, quota: 9 }, short, published), shownAt)
  expect([Object.keys(body.dates), Object.keys(body.signOffs), body.quota]).toEqual([['apply'], ['one'], undefined])
})

it('shows what is wrong at the field that was asked', () => {
  const { vetoes, ...rest } = typed
  const wrong = { ...valuesOfCall(long), ...rest, 'dates.work': '2018', 'signOffs.one.legal': 'fax', reference: ' ' }
  expect(() => checked(callBody, callOf(wrong, long, published), shownAt)).toThrow(
    expect.objectContaining({
      fields: expect.objectContaining({
        'dates.work': expect.any(String),
        'signOffs.one.legal': '请选择签署方式',
        reference: expect.any(String),
        vetoes: '请选择已发布的一票否决情形',
      }),
    }),
  )
})

describe('what the county would refuse is said at its field before anybody confirms it', () => {
  const now = Date.parse('2018-04-16T01:00:00.000Z')
  const filledIn = { ...valuesOfCall(long), ...typed, batch: '2018-2' }
  const refusing = (change: object, at: number | 'unknown' = now) => {
    try {
      checkCall(
        { ...filledIn, ...change },
        {
          procedure: long,
          published,
          taken: { called: ['2018-1'], prepared: ['2018-7'] },
          now: at === 'unknown' ? undefined : at,
        },
      )
    } catch (error) {
      return error instanceof ApiError ? error.fields : error
    }
    return undefined
  }
  it('lets go what may be published', () => expect(refusing({})).toBeUndefined())
  it.each([
    ['a number that breaks the addresses', { batch: '2018/2' }, { batch: expect.stringContaining('如2018-2') }],
    ['a day that is over', { 'dates.apply': '2018-04-15' }, { 'dates.apply': '截止日期已经过去，请另选' }],
    ['days out of order', { 'dates.work': '2018-05-15' }, { 'dates.work': '“实施”的截止日期应晚于前一环节' }],
    ['an approval of tomorrow', { date: '2018-04-17' }, { date: '批准日期不能晚于今天' }],
    ['a number that was used', { batch: '2018-1' }, { batch: '这个编号的批次已经发布，请用下一个编号' }],
    ['a number under which one is prepared', { batch: '2018-7' }, { batch: expect.stringContaining('正在拟制') }],
    [
      'a real one that is no document',
      { docNumber: undefined, organ: undefined, issued: undefined },
      { docNumber: '请填写通知的文号' },
    ],
    ['a document without its day', { issued: undefined }, { issued: expect.stringContaining('成文日期') }],
    ['a document from before its approval', { issued: '2018-04-12' }, { issued: '成文日期不能早于批准日期' }],
    ['a text with somebody’s number', { title: '联系13955571234' }, { title: '请去掉手机号码、身份证号' }],
    [
      'everything at once',
      { days: 1000, returnDays: 0, quota: 99999, batch: '第2期', 'dates.apply': '2018-04-15' },
      {
        days: '公示天数应为1至60的整数，收到1000；请改正',
        returnDays: '退回后的补正天数应为1至90的整数，收到0；请改正',
        quota: '名额应为1至500的整数，收到99999；请改正',
        batch: expect.stringContaining('如2018-2'),
        'dates.apply': '截止日期已经过去，请另选',
      },
    ],
    ['what the contract refuses', { days: 61 }, { days: expect.any(String) }],
  ])('%s', (_, change, wrong) => expect(refusing(change)).toEqual(wrong))
  it('takes today until its end, in the county’s zone', () => {
    expect(refusing({ 'dates.apply': '2018-04-16' }, Date.parse('2018-04-16T15:59:59.999Z'))).toBeUndefined()
    expect(refusing({ 'dates.apply': '2018-04-16' }, Date.parse('2018-04-16T16:00:00.000Z'))).toHaveProperty([
      'dates.apply',
    ])
  })
  it('leaves days to the county while its instant is not known', () => {
    expect(refusing({ 'dates.apply': '2018-04-15' }, 'unknown')).toBeUndefined()
  })
})

it('asks whether an approval of more than a year before is meant', () => {
  const now = Date.parse('2018-04-16T01:00:00.000Z')
  const ask = '由负责人签发后发布，发布后内容即固定，是否送签？'
  expect(askOfCall({ date: '2016-03-01' }, now)).toBe(
    `批准日期是2016年3月1日，距今已超过一年，请核对本批次是否仍依据这次批准。${ask}`,
  )
  for (const date of ['2018-03-01', '2016-3', undefined]) expect(askOfCall({ date }, now)).toBe(ask)
  expect(askOfCall({ date: '2016-03-01' }, undefined)).toBe(ask)
})

it('asks whoever publishes under the number of another year whether it is meant', () => {
  const now = Date.parse('2018-12-31T16:30:00.000Z')
  const ask = '由负责人签发后发布，发布后内容即固定，是否送签？'
  for (const batch of ['2019-1', '2019-12', '19-1', undefined]) expect(askOfCall({ batch }, now)).toBe(ask)
  for (const batch of ['2018-3', '2020-1'])
    expect(askOfCall({ batch }, now)).toBe(`批次编号${batch}不是今年（2019年）的，发布后不能改，请核对。${ask}`)
})

it('says of a number by itself that its form is wrong, or that it is taken', () => {
  expect(whyNotNumber('2018-3', { called: ['2018-2'], prepared: [] })).toBeUndefined()
  expect(whyNotNumber(' 2018-2 ', { called: ['2018-2'], prepared: [] })).toBe('这个编号的批次已经发布，请用下一个编号')
  expect(whyNotNumber('2018第3批', { called: [], prepared: [] })).toContain('应为“年份-期数”')
})
