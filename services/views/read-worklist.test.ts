import { beforeEach, describe, expect, it } from 'vitest'
import { AT, decided, handedIn, LATE_FROM, saved, signed, smallCounty } from './fixtures/small-county.ts'

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
        command: 'open-case',
        title: '大庄镇',
        batch: '2018-2',
        trial: false,
        unit: { id: 'dazhuang', name: '大庄镇' },
        step: 'application',
        stepTitle: '创建申请',
        todo: '开始填写“创建申请”（第二批示范单位创建）',
        due: { lateFrom: LATE_FROM, said: '2018年5月15日24时' },
        path: '/console/cases/2018-2/dazhuang',
      },
    ])
    county.at('2018-05-15T15:59:59.999Z')
    expect(await county.todos('clerk')).toHaveLength(1)
    county.at(LATE_FROM)
    expect(await county.todos('clerk')).toEqual([])
  })

  it('nobody else is to, nor a unit out of scope, nor one that has left again', async () => {
    for (const who of ['legal', 'head', 'school', 'officer', 'office-head', 'secretary', 'admin'])
      expect(await county.todos(who)).toEqual([])
    await county.openCase('2018-2', 'dazhuang')
    await county.write(dazhuang, decided('application', 1, 'withdrawn', 'withdrawn'))
    expect(await county.todos('clerk')).toEqual([])
  })

  it('a trial troubles nobody', async () => {
    await county.openCall('2018-9', { trial: true, dates: { application: { lateFrom: LATE_FROM } } })
    expect(await county.todos('clerk')).toHaveLength(1)
    await county.openCase('2018-9', 'dazhuang', { trial: true })
    expect(await county.todos('clerk')).toContain('【演练】大庄镇：填写“创建申请”的表格')
  })
})

describe('a paper form that an officer enters', () => {
  const begun = { by: 'officer', byOffice: true }

  it('waits for that officer until it is handed in, then its review for the others and never for them', async () => {
    await county.openCase('2018-2', 'dazhuang', begun)
    expect(await county.todos('officer')).toEqual(['大庄镇：代录：填写“创建申请”的表格'])
    expect((await county.worklist('officer')).items).toMatchObject([
      { command: 'save-form', path: '/console/cases/2018-2/dazhuang/paper' },
    ])
    expect(await county.todos('second')).toEqual([])
    expect(await county.todos('office-head')).toEqual([])
    expect(await county.board('officer', '2018-2')).toMatchObject({ cases: [{ owes: true, entered: true }] })
    await county.write(dazhuang, decided('application', 1, 'submitted', 'review', { by: 'officer', byOffice: true }))
    expect(await county.todos('second')).toEqual(['大庄镇：办理“初审”'])
    expect(await county.todos('officer')).toEqual([])
    expect(await county.board('officer', '2018-2')).toMatchObject({ cases: [{ owes: false, entered: true }] })
    expect(await county.board('second', '2018-2')).toMatchObject({ cases: [{ owes: false, entered: false }] })
  })

  it('is reviewed by the head where the only officer has entered it', async () => {
    await county.openCase('2018-2', 'dazhuang', begun)
    await county.write(dazhuang, decided('application', 1, 'submitted', 'review', { by: 'officer', byOffice: true }))
    expect(await county.todos('office-head')).toEqual(['大庄镇：办理“初审”'])
    expect((await county.worklist('office-head')).items).toMatchObject([
      { command: 'decide-step', path: '/console/batches/2018-2/steps/review/judge/dazhuang' },
    ])
  })

  it('is signed on paper, step by step, whatever the batch says', async () => {
    await county.openCase('2018-2', 'dazhuang', begun)
    await county.write(dazhuang, saved('officer', [], { byOffice: true }))
    expect(await county.todos('officer')).toEqual(['大庄镇：录入纸质签署的“本单位法制机构意见”'])
    expect((await county.worklist('officer')).items).toMatchObject([
      { command: 'sign-form', path: '/console/cases/2018-2/dazhuang/paper' },
    ])
  })
})

describe('at the application', () => {
  beforeEach(() => county.openCase('2018-2', 'dazhuang'))

  it('the clerk is told what is next', async () => {
    expect(await county.todos('clerk')).toEqual(['大庄镇：填写“创建申请”的表格'])
    await county.write(dazhuang, saved('clerk', ['reason', 'project']))
    expect(await county.todos('clerk')).toEqual(['大庄镇：“创建申请”的表格还有2项未填'])
    await county.write(dazhuang, saved('clerk'))
    expect(await county.todos('clerk')).toEqual(['大庄镇：等待签署“本单位法制机构意见”，然后提交'])
    await county.write(dazhuang, signed('legal', 'legalOffice'), signed('head', 'unitHead'))
    expect(await county.todos('clerk')).toEqual(['大庄镇：提交“创建申请”'])
    expect((await county.worklist('clerk')).items).toMatchObject([
      { command: 'submit-form', path: '/console/cases/2018-2/dazhuang' },
    ])
  })

  it('sign-offs wait for whoever gives them, once the form is complete, the head’s after the legal office’s', async () => {
    await county.write(dazhuang, saved('clerk', ['reason']))
    expect([await county.todos('legal'), await county.todos('head')]).toEqual([[], []])
    await county.write(dazhuang, saved('clerk'))
    expect(await county.todos('legal')).toEqual(['大庄镇：在线签署“本单位法制机构意见”'])
    expect(await county.todos('head')).toEqual([])
    await county.write(dazhuang, signed('legal', 'legalOffice'))
    expect(await county.todos('legal')).toEqual([])
    expect(await county.todos('head')).toEqual(['大庄镇：在线签署“单位主要负责人意见”'])
  })

  it.each([
    ['last', ['clerk', 'head']],
    ['earlier', ['head', 'clerk']],
  ])('a head who filled the form in %s signs it on paper alone', async (_when, [first = '', last = '']) => {
    await county.write(dazhuang, saved(first, ['reason']), saved(last), signed('legal', 'legalOffice'))
    expect(await county.todos('head')).toEqual([
      '大庄镇：录入纸质签署的“单位主要负责人意见”（您填写过本表，不能在线签署；没有填写过本表的负责人可以在线签署）',
    ])
    // Another head of the same unit, who did not, signs it on screen.
    expect(await county.todos('deputy')).toEqual(['大庄镇：在线签署“单位主要负责人意见”'])
  })

  it('a form that a signer has sent back is the clerk’s again', async () => {
    const declined = { type: 'signingDeclined', by: 'legal', form: 'creation-application', signOff: 'legalOffice' }
    await county.write(dazhuang, saved('clerk'), { ...declined, reason: '请写明项目名称' })
    expect(await county.todos('clerk')).toEqual(['大庄镇：签署人退回修改：请写明项目名称'])
    expect(await county.todos('legal')).toEqual([])
  })

  it("paper is the clerk's to enter", async () => {
    const signOffs = { 'creation-application': { legalOffice: 'online', unitHead: 'paper' } }
    await county.openCall('2018-3', { signOffs })
    await county.openCase('2018-3', 'dazhuang')
    await county.write('case/2018-3/dazhuang', saved('clerk'), signed('legal', 'legalOffice'))
    expect(await county.todos('clerk')).toContain('大庄镇：录入纸质签署的“单位主要负责人意见”')
    expect(await county.todos('head')).toEqual([])
  })

  it('says that it was sent back', async () => {
    await county.write(
      dazhuang,
      saved('clerk'),
      decided('application', 1, 'submitted', 'review'),
      decided('review', 2, 'returned', 'application', { reopens: ['reason'], lateFrom: '2018-05-30T16:00:00.000Z' }),
      saved('clerk', ['reason']),
    )
    expect(await county.todos('clerk')).toEqual(['大庄镇：退回补正：“创建申请”的表格还有1项未填'])
    expect((await county.worklist('clerk')).items[0]?.due?.said).toBe('2018年5月30日24时')
  })

  it('a withdrawal that the clerk has entered waits for the head', async () => {
    await county.write(dazhuang, { type: 'withdrawalEntered', by: 'clerk', reason: '机构撤并' })
    expect(await county.todos('head')).toEqual(['大庄镇：确认或不同意本单位退出'])
    expect(await county.todos('clerk')).toEqual(['大庄镇：填写“创建申请”的表格'])
    await county.write(dazhuang, { type: 'withdrawalCancelled', by: 'clerk' })
    expect(await county.todos('head')).toEqual([])
  })

  it('asks for nothing after its end', async () => {
    county.at(LATE_FROM)
    expect(await county.todos('clerk')).toEqual([])
  })
})

describe('at the review', () => {
  beforeEach(async () => {
    await county.openCase('2018-2', 'dazhuang')
    await county.write(dazhuang, ...handedIn)
  })

  it('waits for the officers and their head, who decide alone', async () => {
    expect(await county.todos('officer')).toEqual(['大庄镇：办理“初审”'])
    expect(await county.todos('office-head')).toEqual(['大庄镇：办理“初审”'])
    expect(await county.todos('clerk')).toEqual([])
  })

  it('leads to the screen made for it, and says since when it waits', async () => {
    const { items } = await county.worklist('officer')
    expect(items).toMatchObject([
      { command: 'decide-step', path: '/console/batches/2018-2/steps/review/judge/dazhuang', since: AT },
    ])
    expect(items[0]).not.toHaveProperty('draft')
  })

  it('not for an officer of that unit, nor for who entered the form', async () => {
    expect(await county.todos('officer-of-dazhuang')).toEqual([])
    await county.openCase('2018-2', 'caogou')
    await county.write('case/2018-2/caogou', saved('officer'), decided('application', 1, 'submitted', 'review'))
    expect(await county.todos('officer')).toEqual(['大庄镇：办理“初审”'])
    expect(await county.todos('officer-of-dazhuang')).toEqual(['草沟镇：办理“初审”'])
  })

  it('a veto waits for the head of the office who did not raise it', async () => {
    const raised = { type: 'vetoRaised', item: 'veto-3', source: '通报' }
    const head = async () => (await county.todos('office-head')).filter((todo) => todo.includes('一票否决'))
    await county.write(dazhuang, { ...raised, by: 'officer' })
    expect(await head()).toEqual(['大庄镇：确认或不予确认一票否决'])
    await county.write(dazhuang, { type: 'vetoDismissed', by: 'office-head', reason: '查无实据' })
    expect(await head()).toEqual([])
    await county.write(dazhuang, { ...raised, by: 'office-head' })
    expect(await head()).toEqual([])
  })

  it('a correction waits for another’s signature, also where the first decision has ended the case', async () => {
    const corrected = { type: 'correctionDrafted', step: 'review', corrects: 2, outcome: 'accepted', reason: '看错了' }
    await county.write(dazhuang, decided('review', 2, 'refused', 'refused', { by: 'officer', reason: '不齐' }))
    expect(await county.todos('office-head')).toEqual([])
    await county.write(dazhuang, { ...corrected, by: 'officer' })
    expect(await county.worklist('office-head')).toMatchObject({
      items: [{ command: 'sign-correction', todo: '签发更正', path: '/console/cases/2018-2/dazhuang' }],
    })
    expect(await county.todos('officer')).toEqual([])
  })
})

it('an ended case waits for nobody', async () => {
  await county.openCase('2018-2', 'dazhuang')
  await county.write(dazhuang, ...handedIn)
  const everybody = ['clerk', 'legal', 'head', 'officer', 'office-head']
  const waits = async () => (await Promise.all(everybody.map(county.todos))).flat()
  expect(await waits()).toHaveLength(2)
  await county.write(dazhuang, decided('review', 2, 'withdrawn', 'withdrawn'))
  expect(await waits()).toEqual([])
})

it('refuses a login that the roster does not know', async () => {
  expect(await county.get('stranger', '/api/worklist')).toMatchObject({ status: 403 })
})
