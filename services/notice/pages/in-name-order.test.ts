/** Lists that nobody has sorted stand in the order of names, whatever the ids of the units and the characters. */
import { beforeEach, expect, it } from 'vitest'
import { USUAL_TERMS } from '#county/retention.ts'
import { countyAtNotice, DIGEST, organs, WHOLE, write } from '../fixtures/county-at-notice.ts'
import { takeLines } from '../fixtures/take-lines.ts'
import { publishedNotice } from '../notice/read-notices.ts'
import { objectionFormPage } from './objection-form-html.ts'

/** By id and by code point 张 comes first. */
const UNITS = { a1: '张圩镇', b2: '草沟镇', c3: '大庄镇' }
const NAMES = ['草沟镇', '大庄镇', '张圩镇']
const units = Object.keys(UNITS)
let county: Awaited<ReturnType<typeof countyAtNotice>>
const order = (page: string | undefined) =>
  [...(page ?? '').matchAll(/<(?:li|option[^>]*)>(?:<a[^>]*>)?(..镇)/g)].map(([, name]) => name)
const shown = (page: string) => order(county.site.pages.get(`public/${page}.html`))
beforeEach(async () => {
  county = await countyAtNotice({ units: UNITS })
})

it('of a notice, and of the form for an objection to it', async () => {
  await county.list()
  await county.publish('notice/2018-2/1')
  expect(shown('notices/2018-2/1')).toEqual(NAMES)
  expect((await county.page('officer')).lines.map(({ name }) => name)).toEqual(NAMES)
  const found = await publishedNotice(county.ledger, '2018-2', '1')
  const filled = { key: 'k', about: '', summary: '', identity: 'named', name: '', contact: '', files: [] } as const
  expect(
    order(objectionFormPage({ found, names: new Map(Object.entries(UNITS)), organs, retention: USUAL_TERMS, filled })),
  ).toEqual(NAMES)
})

it('of the units that a meeting has named, and of the register', async () => {
  const stream = 'resolution/2018-2/executiveMeeting'
  await write(county.ledger, stream, {
    ...{ type: 'resolved', batch: '2018-2', step: 'executiveMeeting', trial: false, meeting: '县政府第20次常务会议' },
    ...{ number: '纪要〔2018〕20号', date: '2018-07-02', minutes: DIGEST, attendance: DIGEST },
    ...{ how: { kind: 'discussion' }, lines: units.map((unit) => ({ case: unit, outcome: 'named' })) },
  })
  await takeLines(county.ledger, stream)
  for (const unit of units)
    await write(county.ledger, `title/${unit}/2018-2`, {
      ...{ type: 'conferred', unit, batch: '2018-2', on: '2018-07-02', act: { stream, number: 1 } },
    })
  await county.publishAll()
  expect(shown('decisions/2018-2')).toEqual(NAMES)
  expect(shown('register')).toEqual(NAMES)
})

it('of a decision that is a document', async () => {
  county = await countyAtNotice({ units: UNITS, given: WHOLE })
  const content = {
    ...{ batch: '2018-2', step: 'naming', trial: false, title: '决定', number: '1号', date: '2018-12-28' },
    lines: units.map((unit) => ({ case: unit, outcome: 'named' })),
  }
  const stream = 'decision/2018-2/1'
  await write(county.ledger, stream, { type: 'published', preparedBy: 'officer', ...content })
  await takeLines(county.ledger, stream)
  await county.publishAll()
  expect(shown('decisions/2018-2/1')).toEqual(NAMES)
})
