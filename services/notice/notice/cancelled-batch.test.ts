/** A batch is cancelled while its notice runs or after it: what was received is answered, and nothing else comes of it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { ALL_CHECKED, AT, countyAtNotice, LATE_FROM, SCAN, WHOLE, write } from '../fixtures/county-at-notice.ts'
import { takeLines } from '../fixtures/take-lines.ts'

const BATCH = 'batch/2018-2'
const STREAM = 'notice/2018-2/1'
const AFTER = '2018-06-18T01:00:00.000Z'
const CANCELLED = '2018-06-20T01:00:00.000Z'
const LATER = '2018-06-21T01:00:00.000Z'
const ENTERED = { about: 'dazhuang', channel: 'letter', on: '2018-06-12', summary: '办案超期' }
const FINDING = { result: 'upheld', reason: '经查属实', reply: '您反映的情况属实。' }
const ANSWERS = '不再接收异议；已经收到的异议照常受理、答复，办理结果不改变本批次的结论。理由：上级暂停。'
const ENDED = '该单位已办结（批次取消），异议照常受理、答复；办理结果不改变本批次的结论。'

let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
})
const enter = async (sent: { at: string; key?: string }) =>
  z
    .object({ objection: z.string(), code: z.string() })
    .parse((await county.tell('entering-officer', '/1/objections', ENTERED, sent)).body)
/** The office's head cancels, and each case that goes on ends with its batch. */
async function cancel(units: readonly string[] = ['dazhuang', 'caogou']) {
  await write(county.ledger, BATCH, {
    ...{ type: 'batchCancelled', at: CANCELLED, by: 'office-head', preparedBy: 'officer', preparedAt: AT },
    reason: '上级暂停。',
  })
  for (const unit of units)
    await write(county.ledger, `case/2018-2/${unit}`, {
      ...{ type: 'decided', at: CANCELLED, step: 'notice', visit: 5, outcome: 'cancelled', to: 'cancelled' },
      reason: '上级暂停。',
    })
}
async function publicPage(): Promise<string> {
  await county.publish(STREAM)
  return county.site.pages.get('public/notices/2018-2/1.html') ?? ''
}
const decide = (objection: string, who: string, how: string, body: object = {}) =>
  county.tell(who, `/1/objections/${objection}/${how}`, body, { at: LATER })
/** Admitted and found, and what the conductor then tells the notice. */
async function find(objection: string, finding = FINDING) {
  expect((await decide(objection, 'officer', 'admit')).status).toBe(200)
  const answer = await decide(objection, 'office-head', 'find', finding)
  expect(answer.status).toBe(200)
  await county.settle(objection, LATER)
  return answer
}

describe('an objection that was received before', () => {
  it('is admitted, found and answered, and gives a case that waited for it no outcome', async () => {
    await county.list()
    const { objection } = await enter({ at: '2018-06-13T01:00:00.000Z' })
    await county.openObjections()
    await county.close(AFTER)
    await cancel()
    expect((await find(objection)).body).toMatchObject({ objections: [{ status: 'upheld', reply: FINDING.reply }] })
    const page = await county.page('officer', LATER)
    expect(page.cancelled).toBe(`本批次已于2018年6月20日取消，${ANSWERS}`)
    expect(page.lines[1]).toEqual({ unit: 'dazhuang', name: '大庄镇', ended: ENDED })
    const shown = await publicPage()
    expect(shown).toContain('<li>大庄镇（随批次取消而终止）</li>')
    expect(shown).toContain('本批次已经取消，不再接收异议；已经收到的异议照常答复。')
  })

  it('leaves a line that was taken as it was, and says that it changes nothing', async () => {
    await county.list()
    await county.close(AFTER)
    await takeLines(county.ledger, STREAM)
    const { objection } = await enter({ at: '2018-06-19T01:00:00.000Z' })
    await county.openObjections()
    await cancel()
    expect(await publicPage()).toContain('<li>大庄镇（公示期满，异议另行答复）</li>')
    await find(objection)
    expect((await county.page('officer', LATER)).lines[1]).toMatchObject({ outcome: 'clear', ended: ENDED })
    const shown = await publicPage()
    expect(shown).toContain('<li>大庄镇（公示期满，异议已办结）</li>')
    expect(shown).not.toContain('异议成立')
  })

  it('ends its case before the cancelling: then that stays', async () => {
    await county.list()
    const { objection } = await enter({ at: '2018-06-13T01:00:00.000Z' })
    await county.openObjections()
    await county.close(AFTER)
    await county.tell('officer', `/1/objections/${objection}/admit`, {}, { at: AFTER })
    await county.tell('office-head', `/1/objections/${objection}/find`, FINDING, { at: AFTER })
    await county.settle(objection, AFTER)
    await write(county.ledger, 'case/2018-2/dazhuang', {
      ...{ type: 'decided', at: AFTER, step: 'notice', visit: 3, outcome: 'upheld', to: 'objectionUpheld' },
      ...{ reason: '按名单办理', by: 'procedure', act: { stream: STREAM, number: 6 } },
    })
    await cancel(['caogou'])
    const [, line] = (await county.page('officer', LATER)).lines
    expect(line).toMatchObject({ outcomeTitle: '异议成立' })
    expect(line).not.toHaveProperty('ended')
    expect(await publicPage()).toContain('<li>大庄镇（异议成立）</li>')
  })

  it('turned up late and ended its case before the cancelling: that stays as well', async () => {
    await county.list()
    await county.close(AFTER)
    await takeLines(county.ledger, STREAM)
    const at = '2018-06-19T01:00:00.000Z'
    const { objection } = await enter({ at })
    await county.openObjections()
    await county.tell('officer', `/1/objections/${objection}/admit`, {}, { at })
    await county.tell('office-head', `/1/objections/${objection}/find`, FINDING, { at })
    await county.settle(objection, at)
    await write(county.ledger, 'case/2018-2/dazhuang', {
      ...{ type: 'decided', at, step: 'executiveMeeting', visit: 4, outcome: 'upheld', to: 'objectionUpheld' },
      ...{ reason: '期内异议成立', act: { stream: STREAM, number: 5 } },
    })
    await cancel(['caogou'])
    const [, line] = (await county.page('officer', LATER)).lines
    expect(line).toMatchObject({ outcomeTitle: '公示期满，异议已办结', finding: '异议成立' })
    expect(line).not.toHaveProperty('ended')
    expect(await publicPage()).toContain('<li>大庄镇（异议成立）</li>')
  })

  it('is declined as before; a decision made again is answered again', async () => {
    await county.list()
    const { objection } = await enter({ at: '2018-06-13T01:00:00.000Z' })
    await county.openObjections()
    await cancel()
    const body = { reason: '与公示对象无关' }
    for (let time = 0; time < 2; time++)
      expect(await decide(objection, 'office-head', 'decline', body)).toMatchObject({
        status: 200,
        body: { objections: [{ status: 'declined', reply: body.reason }] },
      })
    expect((await county.ledger.read(`objection/${objection}`)).commits).toHaveLength(2)
  })

  it('is not found to need another assessment: nothing is assessed any more', async () => {
    county = await countyAtNotice({ given: WHOLE })
    await county.list()
    const { objection } = await enter({ at: '2018-06-13T01:00:00.000Z' })
    await county.openObjections()
    expect((await county.page()).reassesses).toBe(true)
    await county.tell('officer', `/1/objections/${objection}/admit`)
    await cancel()
    expect((await county.page()).reassesses).toBe(false)
    const again = { ...FINDING, result: 'reassess' }
    expect(await decide(objection, 'office-head', 'find', again)).toMatchObject({
      status: 422,
      body: {
        error: '本批次已于2018年6月20日取消，不再重新考核；请认定异议成立或不成立，并予答复。',
        fields: { result: '请选择异议成立或不成立' },
      },
    })
    expect((await county.ledger.read(`objection/${objection}`)).commits).toHaveLength(2)
    expect((await decide(objection, 'office-head', 'find', FINDING)).status).toBe(200)
  })

  it('found before to need another assessment is answered so again when its answer was lost', async () => {
    county = await countyAtNotice({ given: WHOLE })
    await county.list()
    const { objection } = await enter({ at: '2018-06-13T01:00:00.000Z' })
    await county.openObjections()
    await county.tell('officer', `/1/objections/${objection}/admit`)
    const again = { ...FINDING, result: 'reassess' }
    expect((await decide(objection, 'office-head', 'find', again)).status).toBe(200)
    await cancel()
    expect((await decide(objection, 'office-head', 'find', again)).status).toBe(200)
  })
})

describe('everything else about the notice', () => {
  it('is refused, and no page offers it', async () => {
    await county.list()
    await enter({ at: '2018-06-13T01:00:00.000Z' })
    await cancel()
    const page = await county.page('officer', LATER)
    expect(page.commands).toEqual(['read-objection'])
    expect(page.cancelled).toBe(`本批次已于2018年6月20日取消，本次公示随之终止，${ANSWERS}`)
    const { commits } = await county.ledger.read(STREAM)
    const said = { status: 409, body: { error: '本批次已于2018年6月20日取消，不能再办理。' } }
    expect(await county.tell('officer', '/1/close', ALL_CHECKED, { at: LATER })).toMatchObject(said)
    expect(await county.tell('officer', '/1/proofs', { when: 'end', proof: SCAN }, { at: LATER })).toMatchObject(said)
    expect(await county.tell('entering-officer', '/1/objections', ENTERED, { at: LATER })).toMatchObject(said)
    expect((await county.ledger.read(STREAM)).commits).toEqual(commits)
  })

  it('of one that is prepared is neither approved, returned nor prepared again', async () => {
    await county.prepare()
    const prepared = (await county.page()).preparation?.prepared ?? ''
    await cancel()
    const page = await county.page('office-head', LATER)
    expect(page).toMatchObject({
      commands: [],
      cancelled: '本批次已于2018年6月20日取消，本次公示不再发布。理由：上级暂停。',
    })
    const said = { status: 409, body: { error: '本批次已于2018年6月20日取消，不能再办理。' } }
    const approval = { prepared, secrecyChecked: true }
    expect(await county.tell('office-head', '/1/approve', approval)).toMatchObject(said)
    expect(await county.tell('office-head', '/1/return', { prepared, reason: '请核对地点。' })).toMatchObject(said)
    expect(await county.prepare(['caogou'])).toMatchObject(said)
    expect((await county.ledger.read(STREAM)).commits).toHaveLength(1)
  })

  it('that was done before is answered again, as when its answer was lost', async () => {
    await county.list()
    const sent = { at: '2018-06-13T01:00:00.000Z', key: 'click-entered' }
    const first = await enter(sent)
    await county.tell('officer', '/1/close', ALL_CHECKED, {
      at: LATE_FROM.replace('16:00', '16:02'),
      key: 'click-closed',
    })
    await cancel()
    expect(await enter({ ...sent, at: LATER })).toMatchObject(first)
    const closed = await county.tell('officer', '/1/close', ALL_CHECKED, { at: LATER, key: 'click-closed' })
    expect(closed.status).toBe(200)
    const other = { ...ENTERED, summary: '另一件' }
    expect((await county.tell('entering-officer', '/1/objections', other, { ...sent, at: LATER })).status).toBe(409)
    expect((await county.page('officer', LATER)).objections).toHaveLength(1)
  })
})
