import { beforeEach, describe, expect, it } from 'vitest'
import { changesPage } from '#contracts/change.ts'
import {
  type County,
  complete,
  FORM,
  intakeCounty,
  LATE_FROM,
  type Stores,
  wholeTerms,
} from '../fixtures/intake-county.ts'

let county: County
beforeEach(async () => {
  county = await intakeCounty()
  await county.call()
})
const BATCH = 'batches/2018-2'
const reason = '遭遇汛情，各单位集中防汛。'
const amendment = { dates: { application: { lastDay: '2018-05-31' } }, reason }
const page = async (who: string) => changesPage.parse((await county.get(who, `${BATCH}/changes`)).body)
const prepare = (body: object = amendment, who = 'officer') => county.post(who, `${BATCH}/amendment`, body)
const approve = async (what = 'amendment', who = 'office-head') => {
  const shown = await page(who)
  const prepared = (what === 'amendment' ? shown.amendment : shown.cancelling)?.prepared
  return county.post(who, `${BATCH}/${what}/approve`, { prepared, secrecyChecked: true })
}
const amended = async () => {
  await prepare()
  county.clock.at = '2018-05-11T02:00:00.000Z'
  return approve()
}
const cancelled = async () => {
  await county.post('officer', `${BATCH}/cancelling`, { reason: '上级暂停创建活动。' })
  return approve('cancelling')
}
it.each(['secretary', 'group-secretary', 'leader', 'scorer'])(
  'shows %s what was issued, and nothing that is prepared or went back',
  async (who) => {
    await prepare()
    await county.post('officer', `${BATCH}/cancelling`, { reason: '上级暂停创建活动。' })
    for (const office of ['officer', 'office-head']) {
      const { amendment: waiting, cancelling } = await page(office)
      expect([waiting?.preparedBy, cancelling?.preparedBy]).toEqual(['钱经办', '钱经办'])
    }
    const shown = await page(who)
    expect([shown.amendment, shown.cancelling]).toEqual([undefined, undefined])
    expect(JSON.stringify(shown)).not.toContain('汛情')
    await approve()
    expect((await page(who)).amended).toHaveLength(1)
  },
)
const caseOf = async (who: string, unit = 'dazhuang') => (await county.get(who, `cases/2018-2/${unit}`)).page()

describe('an amendment of the dates', () => {
  it('is prepared by an officer and waits; the page says how the dates stand and who may do what', async () => {
    const answer = await prepare({ ...amendment, number: '泗法办〔2018〕3号' })
    expect(changesPage.parse(answer.body)).toEqual({
      ...{ batch: '2018-2', title: '第二批示范单位创建', trial: false },
      dates: [
        {
          ...{ step: 'application', title: '创建申请', called: '2018年5月15日24时', mayMove: true },
          due: { lateFrom: LATE_FROM, said: '2018年5月15日24时' },
        },
      ],
      amendment: {
        ...{
          prepared: expect.stringMatching(/^[0-9a-f]{64}$/),
          preparedBy: '钱经办',
          reason,
          number: '泗法办〔2018〕3号',
        },
        dates: [
          {
            step: 'application',
            title: '创建申请',
            from: '2018年5月15日24时',
            to: '2018年5月31日24时',
            lateFrom: '2018-05-31T16:00:00.000Z',
            lastDay: '2018-05-31',
          },
        ],
      },
      ...{ amended: [], open: 0, commands: ['prepare-amendment', 'prepare-cancelling'] },
    })
    expect((await page('office-head')).commands).toEqual(['approve-amendment'])
    expect((await page('secretary')).commands).toEqual([])
    expect((await caseOf('dazhuang-clerk')).amendments).toEqual([])
  })

  it('gives way to another officer only where they saw it, who is told whose it is', async () => {
    await prepare()
    const mine = { ...amendment, reason: '汛情延续。' }
    expect((await prepare(mine, 'officer2')).refusal()).toMatchObject({
      code: 'conflict',
      error: expect.stringMatching(/^钱经办于2018年5月10日\d+时\d\d分拟制了变更通知，您打开页面时还没有；/),
    })
    const { prepared: replaces } = (await page('officer2')).amendment ?? {}
    expect((await prepare({ ...mine, replaces }, 'officer2')).status).toBe(200)
    expect((await page('officer2')).amendment).toMatchObject({ preparedBy: '孙经办', reason: '汛情延续。' })
  })

  it('is approved by the head, and stands for whoever begins from then on', async () => {
    const answer = changesPage.parse((await amended()).body)
    expect(answer.amendment).toBeUndefined()
    expect(answer.amended).toEqual([
      {
        ...{ said: '2018年5月11日10时00分', organ: '泗县人民政府法制办公室', reason },
        dates: [
          {
            step: 'application',
            title: '创建申请',
            from: '2018年5月15日24时',
            to: '2018年5月31日24时',
            lateFrom: '2018-05-31T16:00:00.000Z',
            lastDay: '2018-05-31',
          },
        ],
        ...{ preparedBy: '钱经办', approvedBy: '赵主任' },
      },
    ])
    expect(answer.dates).toMatchObject([{ called: '2018年5月15日24时', due: { said: '2018年5月31日24时' } }])
    county.clock.at = LATE_FROM
    expect((await county.click('dazhuang-clerk', 'dazhuang/open')).status).toBe(200)
    const shown = await caseOf('dazhuang-clerk')
    expect(shown.due?.said).toBe('2018年5月31日24时')
    const { preparedBy, approvedBy, ...published } = answer.amended[0]!
    expect(shown.amendments).toEqual([published])
  })

  it('is what the clerk of a case goes by that its news has not reached yet', async () => {
    await county.click('dazhuang-clerk', 'dazhuang/open')
    const save = () => county.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)
    county.clock.at = LATE_FROM
    expect((await save()).refusal().code).toBe('late')
    county.clock.at = '2018-05-11T02:00:00.000Z'
    await amended()
    county.clock.at = LATE_FROM
    const saved = await save()
    expect([saved.status, saved.page().due?.said]).toEqual([200, '2018年5月31日24时'])
    expect((await county.signAll('dazhuang')).status).toBe(200)
    expect((await caseOf('dazhuang-clerk')).commands.map(({ name }) => name)).toContain('submit-form')
    const longer = { lastDay: '2018-05-30', reason: '房屋倒塌' }
    const { error } = (await county.click('office-head', 'dazhuang/steps/application/extend', longer)).refusal()
    expect(error).toContain('2018年5月31日24时')
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`)).status).toBe(200)
    county.clock.at = '2018-05-31T16:00:00.000Z'
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/recall`)).refusal().code).toBe('late')
    expect(
      (await county.events('case/2018-2/dazhuang')).some((event) => JSON.stringify(event).includes('rescheduled')),
    ).toBe(false)
  })

  it('is asked of the batch itself while lists do not know of it', async () => {
    let known: Awaited<ReturnType<Stores['rows']['many']>> | undefined
    let lags = false
    const lagging = await intakeCounty((stores) => ({
      ...stores,
      rows: {
        ...stores.rows,
        many: async (streams) => {
          const found = await stores.rows.many(streams)
          const old = known?.get('batch/2018-2')
          if (lags && old)
            return new Map([...found].map(([stream, row]) => [stream, stream === old.stream ? old : row]))
          known = found
          return found
        },
      },
    }))
    await lagging.call()
    await lagging.click('dazhuang-clerk', 'dazhuang/open')
    await lagging.get('dazhuang-clerk', 'cases/2018-2/dazhuang')
    lags = true
    await lagging.post('officer', `${BATCH}/amendment`, amendment)
    const { prepared } = changesPage.parse((await lagging.get('office-head', `${BATCH}/changes`)).body).amendment ?? {}
    await lagging.post('office-head', `${BATCH}/amendment/approve`, { prepared, secrecyChecked: true })
    lagging.clock.at = LATE_FROM
    expect((await lagging.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)).status).toBe(200)
    lagging.clock.at = '2018-05-31T16:00:00.000Z'
    expect((await lagging.click('dazhuang-clerk', `dazhuang/${FORM}/save`, complete)).refusal().code).toBe('late')
  })

  it('is what one unit’s extension and a reminder go by', async () => {
    await amended()
    county.clock.at = LATE_FROM
    const to = (lastDay: string) =>
      county.click('office-head', 'dazhuang/steps/application/extend', { lastDay, reason: '房屋倒塌' })
    expect((await to('2018-05-30')).refusal().error).toContain('2018年5月31日24时')
    expect((await to('2018-06-05')).status).toBe(200)
    const reminded = await county.post('officer', `${BATCH}/reminders`, {
      units: ['caogou'],
      text: '请抓紧申请',
      seen: 0,
    })
    expect(reminded.body).toMatchObject({ reminded: [{ unit: 'caogou' }] })
  })

  it('moves a unit’s own longer date to begin, where it goes further', async () => {
    const longer = { lastDay: '2018-05-20', reason: '房屋倒塌' }
    expect((await county.click('office-head', 'dazhuang/steps/application/extend', longer)).status).toBe(200)
    await amended()
    county.clock.at = '2018-05-25T02:00:00.000Z'
    const reminded = await county.post('officer', `${BATCH}/reminders`, {
      units: ['dazhuang'],
      text: '请抓紧申请',
      seen: 0,
    })
    expect(reminded.body).toMatchObject({ reminded: [{ unit: 'dazhuang' }] })
    expect((await caseOf('dazhuang-clerk')).commands.map(({ name }) => name)).toContain('open-case')
    expect((await county.click('dazhuang-clerk', 'dazhuang/open')).status).toBe(200)
    expect((await caseOf('dazhuang-clerk')).due?.said).toBe('2018年5月31日24时')
  })

  it('is refused to the wrong person, in words, and with dates that it may not give, at their fields', async () => {
    expect((await prepare(amendment, 'office-head')).refusal()).toMatchObject({
      error: '“拟制变更通知”由法制办经办人办理；您现在的岗位：法制办负责人。',
    })
    expect((await prepare(amendment, 'dazhuang-clerk')).status).toBe(403)
    await prepare()
    expect((await approve('amendment', 'officer')).status).toBe(403)
    expect(
      (await prepare({ ...amendment, dates: { application: { lastDay: '2018-05-14' } } })).refusal().fields,
    ).toEqual({
      'dates.application': '新的截止日期应晚于现在的（2018年5月15日24时）；已经公布的期限不能提前',
    })
    expect((await county.get('officer', 'batches/2018-9/changes')).status).toBe(404)
  })

  it('goes back with a reason, and is asked once however often it is sent', async () => {
    await prepare()
    const { prepared } = (await page('office-head')).amendment ?? {}
    const back = { prepared, reason: '日期再核。' }
    for (let twice = 0; twice < 2; twice++)
      await county.post('office-head', `${BATCH}/amendment/return`, back, 'one-click-of-return')
    expect(await county.events('batch/2018-2')).toHaveLength(4)
    expect(await page('officer')).toMatchObject({ amendment: { returned: '日期再核。' } })
    expect((await page('office-head')).commands).toEqual([])
  })

  it('moves what a draft of a declaration goes by as well, in the whole procedure', async () => {
    const other = await intakeCounty()
    await other.call(wholeTerms)
    const dates = { declaration: { lastDay: '2018-12-31' }, implementation: { lastDay: '2018-12-10' } }
    const answer = await other.post('officer', `${BATCH}/amendment`, { dates, reason })
    expect(changesPage.parse(answer.body).amendment?.dates.map(({ title, to }) => [title, to])).toEqual([
      ['创建实施', '2018年12月10日24时'],
      ['单位申报', '2018年12月31日24时'],
    ])
  })
})

describe('a batch that is cancelled', () => {
  it('says so with the reason, and says beforehand how many cases end with it', async () => {
    await county.click('caogou-clerk', 'caogou/open')
    expect((await page('officer')).open).toBe(1)
    expect(changesPage.parse((await cancelled()).body)).toMatchObject({
      cancelled: {
        organ: '泗县人民政府法制办公室',
        reason: '上级暂停创建活动。',
        preparedBy: '钱经办',
        approvedBy: '赵主任',
      },
      dates: [{ mayMove: false }],
      commands: [],
    })
    expect((await caseOf('caogou-clerk', 'caogou')).cancelled).toMatchObject({ reason: '上级暂停创建活动。' })
  })

  it('takes nothing any more: no case, no form, no longer date, no reminder, no amendment', async () => {
    await county.click('caogou-clerk', 'caogou/open')
    await cancelled()
    const no = /本批次已于2018年5月10日取消，不能再办理。/
    const refused = async (answer: ReturnType<typeof county.post>) => {
      const { status, refusal } = { status: (await answer).status, refusal: (await answer).refusal() }
      expect([status, refusal.error]).toEqual([409, expect.stringMatching(no)])
    }
    await refused(county.click('dazhuang-clerk', 'dazhuang/open'))
    await refused(county.click('caogou-clerk', 'caogou/withdrawal', { reason: '机构合并' }))
    await refused(
      county.click('office-head', 'dazhuang/steps/application/extend', { lastDay: '2018-06-05', reason: '汛期延后' }),
    )
    await refused(county.post('officer', `${BATCH}/reminders`, { units: ['dazhuang'], text: '请抓紧申请', seen: 0 }))
    await refused(prepare())
    expect((await caseOf('dazhuang-clerk')).commands).toEqual([])
    expect((await caseOf('caogou-clerk', 'caogou')).commands).toEqual([])
  })

  it('opens nothing while lists do not know of it yet', async () => {
    let known: Awaited<ReturnType<Stores['rows']['many']>> | undefined
    const lagging = await intakeCounty((stores) => ({
      ...stores,
      rows: {
        ...stores.rows,
        many: async (streams) => {
          if (!streams.includes('batch/2018-2')) return stores.rows.many(streams)
          known ??= await stores.rows.many(streams)
          return known
        },
      },
    }))
    await lagging.call()
    await lagging.get('dazhuang-clerk', 'cases/2018-2/dazhuang')
    expect([...(known?.keys() ?? [])]).toContain('batch/2018-2')
    const { head } = await lagging.ledger.read('batch/2018-2')
    const event = { type: 'batchCancelled', v: 1, at: lagging.clock.at, by: 'x', reason, preparedBy: 'y' }
    await lagging.ledger.append(head, [{ ...event, preparedAt: lagging.clock.at }], 'cancel', 'x')
    expect((await lagging.click('dazhuang-clerk', 'dazhuang/open')).refusal().error).toContain('取消')
  })

  it('takes nothing beside a case either', async () => {
    const other = await intakeCounty()
    await other.call(wholeTerms)
    await other.submitted()
    const { head, commits } = await other.ledger.read('case/2018-2/dazhuang')
    const moved = { type: 'decided', v: 1, at: other.clock.at, by: 'x' }
    await other.ledger.append(
      head,
      [
        { ...moved, step: 'review', visit: 2, outcome: 'accepted', to: 'selection', reason: '符合' },
        { ...moved, step: 'selection', visit: 3, outcome: 'cultivated', to: 'implementation' },
      ],
      `move ${commits.length}`,
      'x',
    )
    const guide = () => other.click('officer', 'dazhuang/steps/implementation/guidance', { text: '请按季度报送。' })
    expect((await guide()).status).toBe(200)
    await other.post('officer', `${BATCH}/cancelling`, { reason })
    const { cancelling } = changesPage.parse((await other.get('office-head', `${BATCH}/changes`)).body)
    const approving = { prepared: cancelling?.prepared, secrecyChecked: true }
    expect((await other.post('office-head', `${BATCH}/cancelling/approve`, approving)).status).toBe(200)
    expect((await guide()).refusal().error).toContain('本批次已于2018年5月10日取消，不能再办理。')
  })

  it('is refused to the wrong person', async () => {
    const post = (who: string) => county.post(who, `${BATCH}/cancelling`, { reason })
    expect([(await post('office-head')).status, (await post('caogou-clerk')).status]).toEqual([403, 403])
    await post('officer')
    expect((await approve('cancelling', 'officer2')).status).toBe(403)
  })
})
