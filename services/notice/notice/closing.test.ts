import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { noticePage } from '#contracts/notice.ts'
import { readStream } from '#ledger/ledger.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { ALL_CHECKED, countyAtNotice, LATE_FROM, SCAN, WHOLE, write } from '../fixtures/county-at-notice.ts'
import { takeLines } from '../fixtures/take-lines.ts'

const AFTER = '2018-06-17T16:02:00.000Z'
const TWO_DAYS_LATER = '2018-06-20T01:00:00.000Z'
const STREAM = 'notice/2018-2/1'
let county: Awaited<ReturnType<typeof countyAtNotice>>
beforeEach(async () => {
  county = await countyAtNotice()
  await county.list()
})
const entered = { about: 'dazhuang', channel: 'letter', on: '2018-06-12', summary: '办案超期' }
const enter = async (more: object = {}, at = '2018-06-13T01:00:00.000Z') =>
  z
    .object({ objection: z.string() })
    .parse((await county.tell('entering-officer', '/1/objections', { ...entered, ...more }, { at })).body).objection
const linesAt = async (at: string) => (await county.page('officer', at)).lines
/** What the office makes of an objection, and what the conductor then tells the notice. */
async function finish(objection: string, result: 'upheld' | 'reassess' | 'notUpheld' | 'declined', at: string) {
  await county.openObjections()
  const path = `/1/objections/${objection}`
  if (result === 'declined') await county.tell('office-head', `${path}/decline`, { reason: '与公示对象无关' }, { at })
  else {
    await county.tell('officer', `${path}/admit`, {}, { at })
    await county.tell('office-head', `${path}/find`, { result, reason: '经核查情况', reply: '已按规定办理。' }, { at })
  }
  await county.settle(objection, at)
}
async function publicPage(): Promise<string> {
  await takeLines(county.ledger, STREAM)
  await county.publish(STREAM)
  return county.site.pages.get('public/notices/2018-2/1.html') ?? ''
}

describe('proof', () => {
  it('binds a kept file of the office', async () => {
    const { body } = await county.tell('officer', '/1/proofs', { when: 'start', proof: SCAN })
    expect(body).toMatchObject({ proofs: { start: { owner: 'office', sha256: SCAN, name: '来信扫描.pdf' } } })
    await county.tell('officer', '/1/proofs', { when: 'start', proof: SCAN })
    expect((await county.ledger.read(STREAM)).commits).toHaveLength(3)
    expect((await county.tell('officer', '/1/proofs', { when: 'end', proof: 'f'.repeat(64) })).status).toBe(422)
    expect((await county.tell('office-head', '/1/proofs', { when: 'start', proof: SCAN })).status).toBe(403)
  })
})

describe('closing', () => {
  it('is the office’s after the period, not before and not by a unit; again does nothing', async () => {
    expect((await county.close('2018-06-17T16:01:59.999Z')).status).toBe(409)
    expect((await county.page('officer', LATE_FROM)).commands).not.toContain('close-notice')
    expect((await county.tell('clerk', '/1/close', ALL_CHECKED, { at: AFTER })).status).toBe(403)
    expect((await county.page('officer', AFTER)).commands).toContain('close-notice')
    const { body } = await county.close(AFTER)
    expect(body).toMatchObject({
      closed: { at: AFTER, by: '职员officer' },
      lines: [{ outcomeTitle: '无异议' }, { outcome: 'clear' }],
    })
    expect((await county.close(AFTER)).status).toBe(200)
    expect((await county.ledger.read(STREAM)).commits).toHaveLength(3)
    expect((await county.page('officer', AFTER)).commands).toEqual(['record-proof', 'enter-objection'])
  })
  it('is refused until every channel was looked through', async () => {
    for (const one of ALL_CHECKED.checked) {
      const checked = ALL_CHECKED.checked.filter((channel) => channel !== one)
      const { status, body } = await county.tell('officer', '/1/close', { checked }, { at: AFTER })
      expect([status, body]).toMatchObject([422, { fields: { checked: '请逐项核对后勾选' } }])
    }
    expect((await county.tell('officer', '/1/close', {}, { at: AFTER })).status).toBe(422)
    expect((await county.page('officer', AFTER)).closed).toBeUndefined()
  })
  it('is refused of what is prepared only', async () => {
    county = await countyAtNotice()
    await county.prepare()
    expect((await county.close(AFTER)).status).toBe(404)
  })
  it('lets a case with an open objection wait and the others go on', async () => {
    const objection = await enter()
    const { body } = await county.close(AFTER)
    expect(body).toMatchObject({
      closed: { at: AFTER },
      lines: [
        { unit: 'caogou', outcome: 'clear' },
        { unit: 'dazhuang', waits: `异议（${objection}）还没有办结，办结后给出公示结果。` },
      ],
    })
    expect((await linesAt(AFTER))[1]).not.toHaveProperty('outcome')
    expect((await county.page('officer', AFTER)).commands).not.toContain('close-notice')
    const page = await publicPage()
    expect(page).toContain('<li>大庄镇（结果另行公布）</li>')
    expect(page).toContain('<li>草沟镇（无异议）</li>')
    const ended = () => county.site.pages.get('public/index.html')?.split('<h2>已结束的公示</h2>')[1]
    expect(county.site.pages.get('public/index.html')).toContain('结果公布后列入“已结束的公示”')
    expect(ended()).toBeUndefined()
    await finish(objection, 'upheld', TWO_DAYS_LATER)
    expect(await linesAt(TWO_DAYS_LATER)).toMatchObject([
      { unit: 'caogou', outcome: 'clear' },
      { unit: 'dazhuang', outcome: 'upheld', outcomeTitle: '异议成立' },
    ])
    expect(await publicPage()).toContain('<li>大庄镇（异议成立）</li>')
    expect(ended()).toContain('/public/notices/')
  })
  it('does not call open what the same answer says to be settled', async () => {
    const [first, second] = [await enter(), await enter({ summary: '另一件' })]
    await county.close(AFTER)
    await county.openObjections()
    const found = async (objection: string) => {
      const path = `/1/objections/${objection}`
      const admitted = noticePage.parse((await county.tell('officer', `${path}/admit`, {}, { at: AFTER })).body)
      expect(admitted.lines[1]?.waits).toContain('还没有办结')
      const body = { result: 'upheld', reason: '经核查情况', reply: '已按规定办理。' }
      return noticePage.parse((await county.tell('office-head', `${path}/find`, body, { at: AFTER })).body)
    }
    expect((await found(first)).lines[1]?.waits).toContain('还没有办结')
    await county.settle(first, AFTER)
    const page = await found(second)
    expect(page.objections.map(({ status }) => status)).toEqual(['upheld', 'upheld'])
    expect(page.lines[1]).toMatchObject({ unit: 'dazhuang', waits: `异议（${second}）已办结，正在登记结果。` })
  })
  it.each(['notUpheld', 'declined'] as const)('does not tell the public that nobody objected: %s', async (result) => {
    await finish(await enter(), result, '2018-06-14T01:00:00.000Z')
    await county.close(AFTER)
    expect(await linesAt(AFTER)).toMatchObject([
      { outcome: 'clear', outcomeTitle: '无异议' },
      { outcome: 'clear', outcomeTitle: '公示期满，异议已办结' },
    ])
    const page = await publicPage()
    expect(page).toContain('<li>大庄镇（公示期满，异议已办结）</li>')
    expect(page.match(/无异议/g)).toHaveLength(1)
  })
  it('says of whom something is pending why they wait, and gives their line once nothing is', async () => {
    const caogou = 'case/2018-2/caogou'
    const reason = '有一票否决待确认，确认或不予确认以后再办理。'
    const waiting = { unit: 'caogou', name: '草沟镇', pending: reason, waits: reason }
    await write(county.ledger, caogou, { type: 'vetoRaised', item: 'vetoes-3', source: '法院判决书' })
    expect((await linesAt(LATE_FROM))[0]).toEqual({ unit: 'caogou', name: '草沟镇', pending: reason })
    // The line is set aside a moment after it was given: nobody is told of it meanwhile.
    expect(noticePage.parse((await county.close(AFTER)).body).lines[0]).toEqual(waiting)
    await write(county.ledger, STREAM, { type: 'setAside', case: 'caogou', number: 3, reason, waits: true })
    const before = await county.page('officer', AFTER)
    expect(before.lines).toEqual([
      waiting,
      { unit: 'dazhuang', name: '大庄镇', outcome: 'clear', outcomeTitle: '无异议' },
    ])
    expect(before.commands).not.toContain('close-notice')
    const inVain = await county.close(AFTER)
    expect([inVain.status, inVain.body]).toMatchObject([
      409,
      { error: `等待的单位现在都还不能办理。草沟镇：${reason}` },
    ])
    expect((await county.ledger.read(STREAM)).commits).toHaveLength(4)
    await write(county.ledger, caogou, { type: 'vetoDismissed', reason: '查无实据' })
    const { lines, commands } = await county.page('officer', AFTER)
    expect(lines[0]).toEqual({
      ...{ unit: 'caogou', name: '草沟镇', waits: '此前的原因已经消除，可以办理。', takes: true },
    })
    expect(commands).toContain('close-notice')
    expect(await publicPage()).toContain('<li>草沟镇（结果另行公布）</li>')
    const { status } = await county.close(TWO_DAYS_LATER)
    expect(status).toBe(200)
    expect((await linesAt(TWO_DAYS_LATER))[0]).toEqual({
      ...{ unit: 'caogou', name: '草沟镇', outcome: 'clear', outcomeTitle: '无异议' },
    })
    const { commits } = await county.ledger.read(STREAM)
    expect(commits.at(-1)?.events).toMatchObject([{ type: 'closed', lines: [{ case: 'caogou', outcome: 'clear' }] }])
    expect((await county.page('officer', TWO_DAYS_LATER)).commands).not.toContain('close-notice')
  })
  it('leaves a line that was set aside for good, and says why', async () => {
    await county.close(AFTER)
    await write(county.ledger, STREAM, { type: 'setAside', case: 'caogou', number: 3, reason: '已退出' })
    expect((await linesAt(AFTER))[0]).toEqual({ unit: 'caogou', name: '草沟镇', setAside: '已退出' })
    expect((await county.page('officer', AFTER)).commands).not.toContain('close-notice')
    expect(await publicPage()).toContain('<li>草沟镇（公示期间已另行办结）</li>')
  })
})

describe('what was in time and turns up after the closing', () => {
  beforeEach(async () => {
    await county.close(AFTER)
  })
  it('is received: a letter with the last day’s postmark two days later, which keeps its case', async () => {
    const objection = await enter({ on: '2018-06-17' }, TWO_DAYS_LATER)
    const { state } = await readStream(county.ledger, noticeKind, STREAM)
    expect(state.closed?.at).toBe(AFTER)
    expect(state.objections[objection]).toMatchObject({ about: 'dazhuang', on: '2018-06-17', at: TWO_DAYS_LATER })
    const page = await county.page('officer', TWO_DAYS_LATER)
    expect(page.objections).toMatchObject([{ objection, status: 'received' }])
    expect(page.lines).toMatchObject([
      { unit: 'caogou', outcome: 'clear' },
      { unit: 'dazhuang', waits: `期内异议（${objection}）还没有办结，办结前本件暂缓办理。` },
    ])
    expect(page.lines[0]).not.toHaveProperty('waits')
    expect(await publicPage()).toContain('<li>大庄镇（结果另行公布）</li>')
    await finish(objection, 'notUpheld', TWO_DAYS_LATER)
    expect((await linesAt(TWO_DAYS_LATER))[1]).not.toHaveProperty('waits')
    expect(await publicPage()).toContain('<li>大庄镇（公示期满，异议已办结）</li>')
  })
  it('is said of a case whose line was given, when it is upheld', async () => {
    await finish(await enter({ on: '2018-06-17' }, TWO_DAYS_LATER), 'upheld', TWO_DAYS_LATER)
    expect(await publicPage()).toContain('<li>大庄镇（异议成立）</li>')
  })
  it('about a unit that is named already is received, and neither keeps it nor changes what it came to', async () => {
    expect(await publicPage()).toContain('<li>大庄镇（无异议）</li>')
    await write(county.ledger, 'case/2018-2/dazhuang', {
      ...{ type: 'decided', step: 'executiveMeeting', visit: 4, outcome: 'named', to: 'named' },
      ...{ at: '2018-06-19T01:00:00.000Z', act: { stream: 'resolution/2018-2/executiveMeeting', number: 1 } },
    })
    const said = '该单位已办结（已命名），异议照常受理、答复；办理结果不改变本批次的结论，是否影响称号另行处理。'
    const body = { ...entered, on: '2018-06-17' }
    const answer = await county.tell('entering-officer', '/1/objections', body, { at: TWO_DAYS_LATER })
    expect([answer.status, answer.body]).toMatchObject([200, { note: said }])
    const { objection } = z.object({ objection: z.string() }).parse(answer.body)
    const [other, named] = await linesAt(TWO_DAYS_LATER)
    expect(named).toMatchObject({ outcomeTitle: '公示期满，异议另行答复', ended: said })
    for (const one of ['waits', 'finding']) expect(named).not.toHaveProperty(one)
    expect(other).not.toHaveProperty('ended')
    expect(await publicPage()).toContain('<li>大庄镇（公示期满，异议另行答复）</li>')
    await finish(objection, 'upheld', TWO_DAYS_LATER)
    expect((await linesAt(TWO_DAYS_LATER))[1]).toMatchObject({ finding: '异议成立', ended: said })
  })
  it('of a unit whose case goes on says nothing of an end', async () => {
    const { body } = await county.tell(
      'entering-officer',
      '/1/objections',
      { ...entered, on: '2018-06-17' },
      { at: AFTER },
    )
    expect(body).not.toHaveProperty('note')
    expect((await linesAt(AFTER))[1]).not.toHaveProperty('ended')
  })
  it('is refused with a postmark after the last day, and on the page from the end on', async () => {
    const late = await county.tell(
      'entering-officer',
      '/1/objections',
      { ...entered, on: '2018-06-18' },
      { at: TWO_DAYS_LATER },
    )
    expect([late.status, late.body]).toMatchObject([
      409,
      { error: expect.stringContaining('不是期内异议'), fields: { on: expect.stringContaining('邮戳') } },
    ])
    const call = { ...entered, channel: 'phone', on: '2018-06-20' }
    expect((await county.tell('entering-officer', '/1/objections', call, { at: TWO_DAYS_LATER })).status).toBe(409)
    const form = new URLSearchParams({ key: 'form-key-9', about: 'dazhuang', identity: 'anonymous', summary: '迟到' })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const posted = await county.browse({
      ...{ method: 'POST', path: '/objections/2018-2/1', headers, body: form.toString(), at: TWO_DAYS_LATER },
    })
    expect([posted.status, posted.text.includes('不再接收异议')]).toEqual([409, true])
    expect((await county.page('officer', TWO_DAYS_LATER)).objections).toEqual([])
  })
})

describe('another assessment', () => {
  const finding = { result: 'reassess', reason: '得分有误', reply: '将重新考核' }
  it('is found where the procedure has it', async () => {
    county = await countyAtNotice({ given: WHOLE })
    await county.list()
    const objection = await enter()
    await county.close(AFTER)
    expect((await county.page()).reassesses).toBe(true)
    await finish(objection, 'reassess', TWO_DAYS_LATER)
    expect((await linesAt(TWO_DAYS_LATER))[1]).toMatchObject({ outcome: 'reassess', outcomeTitle: '重新考核' })
    expect(await publicPage()).toContain('<li>大庄镇（重新考核）</li>')
  })
  it('is refused where it has not', async () => {
    const objection = await enter()
    await county.openObjections()
    await county.tell('officer', `/1/objections/${objection}/admit`)
    const { status, body } = await county.tell('office-head', `/1/objections/${objection}/find`, finding)
    expect([status, body]).toMatchObject([422, { fields: { result: '请选择异议成立或不成立' } }])
  })
})
