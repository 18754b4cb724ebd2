import { beforeEach, describe, expect, it } from 'vitest'
import { AT, decided, LATE_FROM, saved, signed, smallCounty, terms } from './fixtures/small-county.ts'

let county: Awaited<ReturnType<typeof smallCounty>>
const dazhuang = 'case/2018-2/dazhuang'
beforeEach(async () => {
  county = await smallCounty()
  await county.openCall('2018-2')
})

describe('before a unit has begun', () => {
  it('its clerk is to begin, until the end of the period', async () => {
    const { items, now } = await county.worklist('clerk')
    expect(now).toBe('2018-05-10T02:00:00.000Z')
    expect(items).toEqual([
      {
        kind: 'start',
        title: '大庄镇',
        batch: '2018-2',
        trial: false,
        unit: { id: 'dazhuang', name: '大庄镇' },
        step: 'application',
        stepTitle: '创建申请',
        todo: '开始创建申请（第二批示范单位创建）',
        due: { lateFrom: LATE_FROM, said: '2018年5月15日24时' },
        path: '/console/cases/2018-2/dazhuang',
      },
    ])
    county.at('2018-05-15T15:59:59.999Z')
    expect(await county.todos('clerk')).toHaveLength(1)
    county.at(LATE_FROM)
    expect(await county.todos('clerk')).toEqual([])
  })

  it('nobody else is to, nor a unit out of scope', async () => {
    for (const who of ['legal', 'head', 'school', 'officer', 'office-head', 'secretary', 'admin'])
      expect(await county.todos(who)).toEqual([])
  })

  it('a trial troubles nobody', async () => {
    await county.openCall('2018-9', { trial: true, application: { lateFrom: LATE_FROM } })
    expect(await county.todos('clerk')).toHaveLength(1)
    await county.openCase('2018-9', 'dazhuang', true)
    expect(await county.todos('clerk')).toContain('【演练】大庄镇：填写创建申请表')
  })
})

describe('a paper form that an officer enters', () => {
  it('waits for that officer until it is handed in, and its review for the others', async () => {
    await county.write(dazhuang, {
      type: 'opened',
      ...{ batch: '2018-2', unit: 'dazhuang', trial: false, procedure: 'creation', lateFrom: LATE_FROM },
      ...{ by: 'officer', byOffice: true },
    })
    expect(await county.todos('officer')).toEqual(['大庄镇：代录纸质申请，还没有提交'])
    expect((await county.worklist('officer')).items[0]?.path).toBe('/console/cases/2018-2/dazhuang/paper')
    expect(await county.todos('office-head')).toEqual([])
    expect(await county.board('officer', '2018-2')).toMatchObject({ cases: [{ owes: true, entered: true }] })
    await county.write(dazhuang, decided('application', 1, 'submitted', 'review'))
    expect(await county.todos('officer')).toEqual([])
    expect(await county.board('office-head', '2018-2')).toMatchObject({ cases: [{ owes: false, entered: false }] })
  })
})

describe('at the application', () => {
  beforeEach(() => county.openCase('2018-2', 'dazhuang'))

  it('the clerk is told what is next', async () => {
    expect(await county.todos('clerk')).toEqual(['大庄镇：填写创建申请表'])
    await county.write(dazhuang, saved('clerk', ['reason', 'project']))
    expect(await county.todos('clerk')).toEqual(['大庄镇：申请表还有2项未填'])
    await county.write(dazhuang, saved('clerk'))
    expect(await county.todos('clerk')).toEqual(['大庄镇：等待在线签署法制机构意见、主要负责人意见，然后提交'])
    await county.write(dazhuang, signed('legal', 'legalOffice'), signed('head', 'unitHead'))
    expect(await county.todos('clerk')).toEqual(['大庄镇：提交申请'])
  })

  it('sign-offs wait for whoever gives them, once the form is complete', async () => {
    await county.write(dazhuang, saved('clerk', ['reason']))
    expect([await county.todos('legal'), await county.todos('head')]).toEqual([[], []])
    await county.write(dazhuang, saved('clerk'))
    expect(await county.todos('legal')).toEqual(['大庄镇：在线签署法制机构意见'])
    expect(await county.todos('head')).toEqual(['大庄镇：在线签署主要负责人意见'])
    await county.write(dazhuang, signed('legal', 'legalOffice'))
    expect(await county.todos('legal')).toEqual([])
  })

  it('a head who filled the form in does not sign it', async () => {
    await county.write(dazhuang, saved('head'))
    expect(await county.todos('head')).toEqual([])
  })

  it("paper is the clerk's to enter", async () => {
    await county.openCall('2018-3', { ...terms, signOffs: { legalOffice: 'online', unitHead: 'paper' } })
    await county.openCase('2018-3', 'dazhuang')
    await county.write('case/2018-3/dazhuang', saved('clerk'), signed('legal', 'legalOffice'))
    expect(await county.todos('clerk')).toContain('大庄镇：录入纸质签署的主要负责人意见')
    expect(await county.todos('head')).toEqual([])
  })

  it('says that it was sent back', async () => {
    await county.write(
      dazhuang,
      saved('clerk'),
      decided('application', 1, 'submitted', 'review'),
      decided('review', 2, 'returned', 'application', { reopens: ['reason'], lateFrom: LATE_FROM }),
      saved('clerk', ['reason']),
    )
    expect(await county.todos('clerk')).toEqual(['大庄镇：退回补正：申请表还有1项未填'])
  })

  it('asks for nothing after its end', async () => {
    county.at(LATE_FROM)
    expect(await county.todos('clerk')).toEqual([])
  })
})

describe('at the review', () => {
  beforeEach(async () => {
    await county.openCase('2018-2', 'dazhuang')
    await county.write(dazhuang, saved('clerk'), decided('application', 1, 'submitted', 'review'))
  })

  it('waits for the officers', async () => {
    expect(await county.todos('officer')).toEqual(['大庄镇：办理初审'])
    expect(await county.todos('clerk')).toEqual([])
  })

  it('leads to the screen made for it, and says since when it waits', async () => {
    const { items } = await county.worklist('officer')
    expect(items).toMatchObject([{ path: '/console/batches/2018-2/review/dazhuang', since: AT }])
  })

  it('not for an officer of that unit, nor for who entered the form', async () => {
    expect(await county.todos('officer-of-dazhuang')).toEqual([])
    await county.openCase('2018-2', 'caogou')
    await county.write('case/2018-2/caogou', saved('officer'), decided('application', 1, 'submitted', 'review'))
    expect(await county.todos('officer')).toEqual(['大庄镇：办理初审'])
    expect(await county.todos('officer-of-dazhuang')).toEqual(['草沟镇：办理初审'])
  })

  it('a veto waits for the head of the office who did not raise it', async () => {
    await county.write(dazhuang, { type: 'vetoRaised', by: 'officer', item: 3, source: '通报' })
    expect(await county.todos('office-head')).toEqual(['大庄镇：确认或不予确认一票否决（第3项）'])
    await county.write(dazhuang, { type: 'vetoDismissed', by: 'office-head', reason: '查无实据' })
    expect(await county.todos('office-head')).toEqual([])
    await county.write(dazhuang, { type: 'vetoRaised', by: 'office-head', item: 3, source: '通报' })
    expect(await county.todos('office-head')).toEqual([])
  })
})

const published = (cases: string[]) => ({
  type: 'published',
  batch: '2018-2',
  trial: false,
  title: '公示',
  cases,
  publication: { on: '2018-05-10', place: '县政府网站' },
  period: {
    firstDay: '2018-05-10',
    lastDay: '2018-05-16',
    lateFrom: '2018-05-16T16:00:00.000Z',
    days: 7,
    convention: 'A',
  },
  replyDays: 15,
})

describe('at the steps that one act decides', () => {
  const stand = async (unit: string, ...steps: object[]) => {
    await county.openCase('2018-2', unit)
    await county.write(`case/2018-2/${unit}`, ...steps)
  }
  const atNotice = [decided('application', 1, 'submitted', 'review'), decided('review', 2, 'accepted', 'notice')]
  const atMeeting = [...atNotice, decided('notice', 3, 'clear', 'executiveMeeting')]

  it('one line asks for the notice, until the notice names them', async () => {
    await stand('dazhuang', ...atNotice)
    await stand('caogou', ...atNotice)
    expect(await county.todos('officer')).toEqual(['第二批示范单位创建：2家单位等待公示，请准备公示'])
    await county.write('notice/2018-2/1', published(['dazhuang']))
    expect(await county.todos('officer')).toEqual(['第二批示范单位创建：1家单位等待公示，请准备公示'])
    await county.write('case/2018-2/caogou', {
      type: 'listed',
      act: { stream: 'notice/2018-2/2', number: 1 },
      lateFrom: LATE_FROM,
    })
    expect(await county.todos('officer')).toEqual([])
  })

  it('one line asks the meeting secretary for the resolution', async () => {
    await stand('dazhuang', ...atMeeting)
    await stand('caogou', ...atMeeting)
    const { items } = await county.worklist('secretary')
    expect(items).toMatchObject([
      {
        kind: 'resolution',
        todo: '2家单位等待会议审议，请登记会议决定',
        path: '/console/batches/2018-2/resolutions/executiveMeeting',
      },
    ])
    expect(await county.todos('officer')).toEqual([])
  })

  it('objections wait for admission, then for the finding, the soonest reply first', async () => {
    const received = (about: string, answerBy: string) => ({
      type: 'received',
      notice: 'notice/2018-2/1',
      about: `case/2018-2/${about}`,
      answerBy,
    })
    await county.write('objection/yi-1', received('dazhuang', '2018-06-01'))
    await county.write('objection/yi-2', received('caogou', '2018-05-30'))
    expect(await county.todos('officer')).toEqual(['草沟镇：决定是否受理异议yi-2', '大庄镇：决定是否受理异议yi-1'])
    expect(await county.todos('officer-of-dazhuang')).toContain('草沟镇：决定是否受理异议yi-2')
    expect(await county.todos('officer-of-dazhuang')).not.toContain('大庄镇：决定是否受理异议yi-1')
    await county.write('objection/yi-1', { type: 'admitted', by: 'officer' })
    const { items } = await county.worklist('office-head')
    expect(items[1]).toMatchObject({
      kind: 'objection',
      todo: '调查、认定并答复异议yi-1',
      due: { said: '2018年6月1日24时' },
      path: '/console/batches/2018-2/notices/1',
    })
    expect(await county.todos('officer')).toHaveLength(1)
  })
})

it('an ended case waits for nobody', async () => {
  await county.openCase('2018-2', 'dazhuang')
  await county.write(dazhuang, saved('clerk'), decided('application', 1, 'withdrawn', 'withdrawn'))
  for (const who of ['clerk', 'legal', 'head', 'officer', 'office-head']) expect(await county.todos(who)).toEqual([])
})

it('refuses a login that the roster does not know', async () => {
  expect(await county.get('stranger', '/api/worklist')).toMatchObject({ status: 403 })
})
