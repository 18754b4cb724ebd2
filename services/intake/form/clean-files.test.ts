/** In a county that scans, what was kept when it was cited may be found bad before it is signed, handed in or decided on. */

import { beforeEach, describe, expect, it } from 'vitest'
import { dateOf } from '#calendar/deadline.ts'
import { type County, complete, FORM, file, intakeCounty } from '../fixtures/intake-county.ts'

const CASE = 'case/2018-2/dazhuang'
let county: County
const click = (who: string, path: string, body?: unknown) => county.click(who, `dazhuang/${path}`, body)
const page = async (who = 'dazhuang-clerk') => (await county.get(who, 'cases/2018-2/dazhuang')).page()
const cited = async () => (await page()).form?.files.map(({ sha256 }) => sha256) ?? []
const infected = async (used: string, owner = 'dazhuang') => county.scanned(owner, used, false)
const count = async () => (await county.events(CASE)).length
const BAD = expect.stringMatching(/^文件“.+”查出病毒，不能使用；请先查杀病毒/)

async function saved() {
  await click('dazhuang-clerk', 'open')
  await click('dazhuang-clerk', `${FORM}/save`, complete)
  const [first = ''] = await cited()
  return first
}
const sign = async () => {
  const covers = (await page()).form?.digest
  return click('dazhuang-legal', `${FORM}/sign`, { signOff: 'legalOffice', opinion: '同意', covers })
}
const PAGE = 'b'.repeat(64)
const signOnPaper = async () => {
  await county.keepFile('dazhuang', PAGE, '签字盖章页.pdf')
  const covers = (await page()).form?.digest
  const scan = PAGE
  const paper = {
    signOff: 'unitHead',
    opinion: '同意申请',
    on: dateOf(county.clock.at),
    signer: '郑镇长',
    scan,
    covers,
  }
  return click('dazhuang-clerk', `${FORM}/sign`, paper)
}

describe('where the county scans', () => {
  beforeEach(async () => {
    county = await intakeCounty(undefined, { malwareScan: true })
    await county.call()
  })

  it('a form with an attachment that was found bad is not signed, on screen or on paper; without it it is', async () => {
    const bad = await saved()
    await infected(bad)
    const before = await count()
    expect(await sign()).toMatchObject({ status: 409, body: { error: BAD, code: 'conflict' } })
    await county.scanned('dazhuang', bad, true)
    expect((await sign()).status).toBe(200)
    await infected(bad)
    expect(await signOnPaper()).toMatchObject({ status: 409, body: { error: BAD } })
    expect(await count()).toBe(before + 1)
  })

  it('nor handed in; its files say so on the page of whoever reads it', async () => {
    const bad = await saved()
    await sign()
    await signOnPaper()
    await infected(bad)
    const before = await count()
    expect(await click('dazhuang-clerk', `${FORM}/submit`)).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/查出病毒.*要换掉或者移除，保存、签署后再提交。$/) },
    })
    expect(await count()).toBe(before)
    const note = '有毒：查出病毒，不能打开。'
    expect((await page()).form?.files.find(({ sha256 }) => sha256 === bad)).toMatchObject({ note })
  })

  it('nor with a stamped page that was; and what is done already is not asked again', async () => {
    await saved()
    await sign()
    await signOnPaper()
    await infected(PAGE)
    expect(await click('dazhuang-clerk', `${FORM}/submit`)).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/“签字盖章页.pdf”查出病毒.*请先修改并保存表格/) },
    })
    await county.scanned('dazhuang', PAGE, true)
    const key = 'click-handed-in'
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`, {}, key)).status).toBe(200)
    await infected(PAGE)
    expect((await county.click('dazhuang-clerk', `dazhuang/${FORM}/submit`, {}, key)).status).toBe(200)
  })

  it('the proof of a veto that was found bad ends no case', async () => {
    await county.submitted()
    await click('officer', 'veto', { item: 'vetoes-3', source: '法院判决书', evidence: file(9) })
    await infected(file(9), 'office')
    expect(await county.clickSeen('office-head', 'dazhuang/veto/confirm')).toMatchObject({
      status: 409,
      body: { error: BAD },
    })
    await county.scanned('office', file(9), true)
    expect((await county.clickSeen('office-head', 'dazhuang/veto/confirm')).page().step).not.toBe('review')
  })

  it('what a row still says is kept is not brought in', async () => {
    county = await intakeCounty(
      (stores) => ({
        ...stores,
        rows: {
          ...stores.rows,
          many: async (streams) => {
            const found = new Map(await stores.rows.many(streams))
            for (const [stream, row] of found)
              if (row.kind === 'evidence') found.set(stream, { ...row, status: 'kept' })
            return found
          },
        },
      }),
      { malwareScan: true },
    )
    await county.call()
    await click('dazhuang-clerk', 'open')
    for (const n of [1, 2, 3, 4]) await infected(file(n))
    expect(await click('dazhuang-clerk', `${FORM}/save`, complete)).toMatchObject({ status: 422 })
    const bad = { reason: '机构撤并，不再具备创建条件', scan: file(4) }
    expect(await click('dazhuang-clerk', 'withdrawal', bad)).toMatchObject({
      status: 422,
      body: { fields: { scan: BAD } },
    })
  })
})

it('where it does not scan nobody is asked', async () => {
  county = await intakeCounty()
  await county.call()
  await infected(await saved())
  expect((await sign()).status).toBe(200)
})
