import { beforeEach, describe, expect, it } from 'vitest'
import { retentionPage } from '#contracts/personal/retention.ts'
import { readStream } from '#ledger/ledger.ts'
import { retentionKind, retentionStream, shownId } from '#retention/erasure.ts'
import { opened, saved } from '../../test/given/cases.ts'
import { CASE, type KeptCounty, keptCounty } from './fixtures/kept-county.ts'

let county: KeptCounty
beforeEach(async () => {
  county = await keptCounty()
})

const list = async (day: string) => (await readStream(county.ledger, retentionKind, retentionStream(day))).state
const page = async (who = 'officer') => retentionPage.parse((await county.ask(who, '')).body)
const stateOf = async (id: string) => (await county.persons.states([id])).get(id)
/** From the list that stands to a list that is approved. */
async function approve(day: string, ids: readonly string[]) {
  expect((await county.ask('officer', `/${day}/propose`, { ids })).status).toBe(200)
  const { newest } = await page('head')
  const answer = await county.ask('head', `/${day}/approve`, { prepared: newest?.prepared })
  expect(answer).toMatchObject({ status: 200, body: { state: 'approved' } })
}

describe('the daily function', () => {
  it('says what is due, blocks it, and erases nothing by itself', async () => {
    expect(await county.run()).toMatchObject({ due: 1, blocked: 1, erased: 0, altered: [] })
    expect((await list('2018-05-01')).found).toMatchObject({
      lines: [{ id: county.replaced.id, kind: 'contact', because: 'replaced', due: '2018-04-11', stream: CASE }],
      coming: [{ id: county.contact.id, because: 'over', due: '2028-04-18' }],
      ...{ total: 1, blocked: 1 },
    })
    expect([await stateOf(county.replaced.id), await stateOf(county.contact.id)]).toEqual(['blocked', 'used'])
  })

  it('says nothing on a day on which nothing is new', async () => {
    await county.run()
    county.next()
    expect(await county.run()).toMatchObject({ due: 1, blocked: 0 })
    expect(await list('2018-05-02')).toEqual({})
  })

  it('blocks a contact a year after its case has ended, and erases it when its ten years are over', async () => {
    county.go('2019-04-17')
    await county.run()
    expect(await stateOf(county.contact.id)).toBe('used')
    county.go('2019-04-18')
    await county.run()
    expect(await stateOf(county.contact.id)).toBe('blocked')
    county.go('2028-04-18')
    await county.run()
    await approve('2028-04-18', [county.contact.id, county.replaced.id])
    expect(await stateOf(county.contact.id)).toBe('blocked')
    county.next()
    expect(await county.run()).toMatchObject({ erased: 2, left: 0, due: 0 })
    expect(await stateOf(county.contact.id)).toBe('erased')
    expect((await list('2028-04-18')).erased?.ids).toHaveLength(2)
    county.next()
    expect(await county.run()).toMatchObject({ erased: 0, due: 0 })
  })

  it('leaves what is needed again by then, and lets it be used', async () => {
    county.go('2028-04-18')
    await county.run()
    await approve('2028-04-18', [county.contact.id])
    const reopened = { type: 'held', v: 1, at: county.clock.at, by: 'p', act: { stream: 'notice/2018-2/1', number: 4 } }
    await county.write(CASE, { ...reopened, objection: 'yi-1' })
    county.next()
    expect(await county.run()).toMatchObject({ erased: 0, left: 1, unblocked: 1 })
    expect(await stateOf(county.contact.id)).toBe('used')
    expect((await list('2028-04-18')).erased).toMatchObject({ ids: [], left: [county.contact.id] })
  })

  it('makes a run again that was cut off, and says of what was erased that it was', async () => {
    county.go('2028-04-18')
    await county.run()
    await approve('2028-04-18', [county.contact.id, county.replaced.id])
    await county.persons.erase(county.contact.id)
    const held = { type: 'held', v: 1, at: county.clock.at, by: 'p', act: { stream: 'notice/2018-2/1', number: 4 } }
    await county.write(CASE, { ...held, objection: 'yi-1' })
    expect(await county.run()).toMatchObject({ erased: 2, left: 0 })
  })

  const reopened = () => ({
    ...{ type: 'held', v: 1, at: county.clock.at, by: 'p', objection: 'yi-1' },
    act: { stream: 'notice/2018-2/1', number: 4 },
  })

  it('leaves what is needed again since it has looked, and lets it be used', async () => {
    county.go('2028-04-18')
    await county.run()
    await approve('2028-04-18', [county.contact.id, county.replaced.id])
    county.next()
    const { states } = county.persons
    let meanwhile = async () => {
      meanwhile = async () => {}
      await county.write(CASE, reopened())
    }
    Object.assign(county.persons, {
      states: async (ids: readonly string[]) => {
        await meanwhile()
        return states(ids)
      },
    })
    expect(await county.run()).toMatchObject({ erased: 1, left: 1, unblocked: 1 })
    expect([await stateOf(county.contact.id), await stateOf(county.replaced.id)]).toEqual(['used', 'erased'])
    expect((await list('2028-04-18')).erased).toMatchObject({ ids: [county.replaced.id], left: [county.contact.id] })
  })

  it('leaves what a stream names that is altered since it has looked, and says which', async () => {
    county.go('2028-04-18')
    await county.run()
    await approve('2028-04-18', [county.contact.id])
    const { read } = county.ledger
    let reads = 0
    Object.assign(county.ledger, {
      read: async (stream: string) => {
        const found = await read(stream)
        if (stream !== CASE || ++reads === 1) return found
        return { ...found, commits: found.commits.map((commit) => ({ ...commit, events: [opened] })) }
      },
    })
    expect(await county.run()).toMatchObject({ erased: 0, left: 1, altered: [CASE] })
    expect(await stateOf(county.contact.id)).toBe('blocked')
  })

  it('erases again what a restore of the table has brought back, without anybody’s approval, and nothing else', async () => {
    county.go('2028-04-18')
    await county.run()
    await approve('2028-04-18', [county.contact.id])
    county.next()
    expect(await county.run()).toMatchObject({ erased: 1, again: 0 })
    county.restore(county.contact.id)
    expect(await stateOf(county.contact.id)).toBe('used')
    county.next()
    expect(await county.run()).toMatchObject({ erased: 0, again: 1, left: 0 })
    expect([await stateOf(county.contact.id), await stateOf(county.replaced.id)]).toEqual(['erased', 'blocked'])
    expect(await county.run()).toMatchObject({ again: 0 })
  })

  it('erases again what was brought back, although its case was opened again meanwhile, and not what was left', async () => {
    county.go('2028-04-18')
    await county.run()
    await approve('2028-04-18', [county.contact.id, county.replaced.id])
    await county.persons.erase(county.replaced.id)
    await county.write(CASE, reopened())
    expect(await county.run()).toMatchObject({ erased: 1, left: 1 })
    county.restore(county.replaced.id)
    county.next()
    expect(await county.run()).toMatchObject({ again: 1 })
    expect([await stateOf(county.contact.id), await stateOf(county.replaced.id)]).toEqual(['used', 'erased'])
  })

  it('lets whoever is appointed again be used again', async () => {
    const { write, persons, appointed } = county
    const left = await persons.remember('login', { name: 'wang' })
    const identified = { type: 'identified', v: 1, at: county.clock.at, by: 'p', login: 'login/x', named: left }
    const registered = {
      type: 'registered',
      v: 1,
      at: county.clock.at,
      by: 'p',
      personal: await persons.remember('staff', { name: '王' }),
    }
    const held = { appointment: 'officeOfficer', from: '2018-01-01', to: '2018-04-30' } as const
    await write('person/wang', registered, identified, appointed(held))
    await county.run()
    expect(await stateOf(left.id)).toBe('blocked')
    await write('person/wang', appointed({ appointment: 'officeOfficer', from: '2018-06-01' }))
    county.next()
    expect(await county.run()).toMatchObject({ unblocked: 1 })
    expect(await stateOf(left.id)).toBe('used')
  })

  it('erases nothing by a list that is not as it was written, and goes on with the day', async () => {
    await county.run()
    await approve('2018-05-01', [county.replaced.id])
    const { ledger } = county
    const { read } = ledger
    Object.assign(ledger, {
      read: async (stream: string) => {
        const found = await read(stream)
        const commits = found.commits.map((commit) => ({ ...commit, by: 'somebody' }))
        return stream === retentionStream('2018-05-01') ? { ...found, commits } : found
      },
    })
    county.next()
    expect(await county.run()).toMatchObject({ altered: [retentionStream('2018-05-01')], erased: 0, due: 1 })
    expect(await stateOf(county.replaced.id)).toBe('blocked')
  })

  it('touches nothing that a stream names which is not as it was written, and goes on with the others', async () => {
    const { ledger } = county
    const { read } = ledger
    Object.assign(ledger, {
      read: async (stream: string) => {
        const found = await read(stream)
        if (stream !== CASE) return found
        return { ...found, commits: found.commits.map((commit) => ({ ...commit, events: [opened] })) }
      },
    })
    expect(await county.run()).toMatchObject({ altered: [CASE], due: 0, blocked: 0 })
    expect(await stateOf(county.replaced.id)).toBe('used')
  })

  describe('data that no event names', () => {
    const overtaken = () =>
      county.persons.remember(
        'contact',
        { contact: '李经办', phone: '0557-7025678' },
        { once: 'click-lost', stream: CASE, at: county.clock.at },
      )

    it('stand on the list a week after their save was overtaken, and are erased by two', async () => {
      const { id } = await overtaken()
      county.go('2018-05-08')
      await county.run()
      expect((await list('2018-05-08')).found?.lines.map((line) => line.id)).not.toContain(id)
      county.next()
      await county.run()
      const line = (await list('2018-05-09')).found?.lines.find((one) => one.id === id)
      expect(line).toEqual({ id, kind: 'contact', because: 'unnamed', due: '2018-05-09', stream: CASE })
      expect(await stateOf(id)).toBe('blocked')
      expect((await page()).newest?.lines.map(({ because }) => because)).toContain(
        '没有任何记录用到，多半是保存时被他人抢先或者中断留下的',
      )
      await approve('2018-05-09', [id])
      county.next()
      expect(await county.run()).toMatchObject({ erased: 1, left: 0 })
      expect(await stateOf(id)).toBe('erased')
    })

    it('are left where an event names them by then', async () => {
      const late = await overtaken()
      county.go('2018-05-09')
      await county.run()
      await approve('2018-05-09', [late.id])
      await county.write(CASE, saved({ personal: late }))
      county.next()
      expect(await county.run()).toMatchObject({ erased: 0, left: 1, unblocked: 1 })
      expect(await stateOf(late.id)).toBe('used')
    })

    it('are not erased as such where the one who proposes is told that an event names them', async () => {
      const late = await overtaken()
      county.go('2018-05-09')
      await county.run()
      await county.write(CASE, saved({ personal: late }))
      const answer = await county.ask('officer', '/2018-05-09/propose', { ids: [late.id] })
      expect(answer).toMatchObject({ status: 409, body: { error: expect.stringContaining('2028年4月18日才到期') } })
    })
  })

  describe('two runs at once', () => {
    it('erase by one of them, which says what has become of each line', async () => {
      county.go('2028-04-18')
      await county.run()
      await approve('2028-04-18', [county.contact.id, county.replaced.id])
      county.next()
      const done = await Promise.all([county.run(), county.run(), county.run()])
      expect(done.map(({ erased }) => erased).toSorted()).toEqual([0, 0, 2])
      const { commits } = await county.ledger.read(retentionStream('2028-04-18'))
      const types = commits.flatMap(({ events }) => events).map((event) => Object(event).type)
      expect(types.filter((type) => type === 'erasing' || type === 'erased')).toEqual(['erasing', 'erased'])
    })

    it('leave a list to another run once one was cut off, a quarter of an hour later', async () => {
      county.go('2028-04-18')
      await county.run()
      await approve('2028-04-18', [county.contact.id])
      const { erase } = county.persons
      Object.assign(county.persons, {
        erase: async () => {
          throw new Error('cut off')
        },
      })
      await expect(county.run()).rejects.toThrow('cut off')
      Object.assign(county.persons, { erase })
      expect(await county.run()).toMatchObject({ erased: 0, left: 0 })
      county.clock.at = '2028-04-18T00:16:00.000Z'
      expect(await county.run()).toMatchObject({ erased: 1 })
    })
  })

  it('keeps to the county’s own table', async () => {
    Object.assign(county.terms, { contact: { years: 1, useDays: 30 } })
    county.go('2019-04-18')
    expect(await county.run()).toMatchObject({ due: 2, blocked: 2 })
  })

  it('puts what waits for somebody on no other list, and what went back on the next', async () => {
    await county.run()
    await county.ask('officer', '/2018-05-01/propose', { ids: [county.replaced.id] })
    county.next()
    await county.run()
    expect((await list('2018-05-02')).found).toMatchObject({ lines: [], total: 0 })
    const { waiting } = await page('head')
    const back = { prepared: waiting[0]?.prepared, reason: '尚有信访事项，请留存。' }
    expect((await county.ask('head', '/2018-05-01/return', back)).status).toBe(200)
    county.next()
    await county.run()
    expect((await list('2018-05-03')).found).toMatchObject({ total: 1 })
  })
})

describe('the page', () => {
  it('says whose case it is and why, and nothing of anybody', async () => {
    await county.run()
    const { newest, mayPropose, mayApprove, blocked } = await page()
    expect({ mayPropose, mayApprove, blocked }).toEqual({ mayPropose: true, mayApprove: false, blocked: 1 })
    expect(newest?.lines).toEqual([
      {
        ...{
          id: county.replaced.id,
          shown: shownId(county.replaced.id),
          kind: '联系人',
          of: '大庄镇人民政府（2018-2）',
        },
        because: '已由后来填写的代替，没有签署、提交以它为依据',
        ...{ due: '2018-04-11', dueSaid: '2018年4月11日' },
      },
    ])
    expect(JSON.stringify(newest)).not.toContain('王经')
  })
  it('is empty before anything was found, and says how long what is kept', async () => {
    const { newest, terms } = await page('auditor')
    expect(newest).toBeUndefined()
    expect(terms[0]).toEqual({ kind: '联系人', from: '申报件办结之日', years: 10, useDays: 365 })
  })
  it('is nobody’s of a unit', async () => {
    expect((await county.ask('clerk', '')).status).toBe(403)
  })
  it('shows who proposed, who approved and what was erased', async () => {
    await county.run()
    await approve('2018-05-01', [county.replaced.id])
    expect((await page()).newest).toMatchObject({ state: 'approved', proposedBy: '名-officer', approvedBy: '名-head' })
    county.next()
    await county.run()
    const { newest, done } = await page()
    expect([newest, ...done].find((one) => one?.day === '2018-05-01')).toMatchObject({
      state: 'erased',
      erased: { said: '2018年5月2日8时00分', count: 1, left: 0 },
    })
  })
})

describe('by two', () => {
  it('an officer proposes and the head approves, and neither does the other’s part', async () => {
    await county.run()
    const ids = [county.replaced.id]
    for (const who of ['head', 'auditor', 'clerk'])
      expect((await county.ask(who, '/2018-05-01/propose', { ids })).status).toBe(403)
    await county.ask('officer', '/2018-05-01/propose', { ids })
    const { newest } = await page()
    expect((await county.ask('officer', '/2018-05-01/approve', { prepared: newest?.prepared })).status).toBe(403)
  })
  it('refuses what is not due, naming the day, on proposing and on approving', async () => {
    await county.run()
    const early = await county.ask('officer', '/2018-05-01/propose', { ids: [county.contact.id] })
    expect(early).toMatchObject({
      status: 409,
      body: {
        error: `联系人（编号${shownId(county.contact.id)}）2028年4月18日才到期，不能清除；请去掉这些条目后再办。`,
      },
    })
    county.go('2028-04-18')
    await county.run()
    await county.ask('officer', '/2028-04-18/propose', { ids: [county.contact.id] })
    Object.assign(county.terms, { contact: { years: 30, useDays: 365 } })
    const { newest } = await page('head')
    expect(await county.ask('head', '/2028-04-18/approve', { prepared: newest?.prepared })).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('2048年4月18日才到期') },
    })
  })
  it('says who else has proposed meanwhile', async () => {
    await county.run()
    await county.ask('officer', '/2018-05-01/propose', { ids: [county.replaced.id] })
    expect(await county.ask('second', '/2018-05-01/propose', { ids: [county.replaced.id] })).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/^名-officer于2018年5月1日8时00分拟制了清除清单/) },
    })
  })
  it('answers a click that is made again', async () => {
    await county.run()
    const ids = { ids: [county.replaced.id] }
    const first = await county.ask('officer', '/2018-05-01/propose', ids, 'click-again')
    expect(await county.ask('officer', '/2018-05-01/propose', ids, 'click-again')).toEqual(first)
  })
  it('knows no list of another day', async () => {
    const none = await county.ask('officer', '/2017-01-01/propose', { ids: ['x'] })
    expect(none).toMatchObject({ status: 404 })
  })
})
