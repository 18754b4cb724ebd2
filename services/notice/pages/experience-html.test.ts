import { beforeEach, describe, expect, it } from 'vitest'
import { digestOf } from '#ledger/chain.ts'
import { codeOf } from '#title/certificate.ts'
import { titleKind } from '#title/title.ts'
import { countyAtNotice, organs, write } from '../fixtures/county-at-notice.ts'
import { experienceHtml } from './experience-html.ts'

const TITLE = 'title/dazhuang/2018-2'
const WORDS = { title: '一张清单管执法<1>', text: '镇里把执法事项列成清单。\n第二段“逐项公开”。' }
const NAMED = { title: WORDS.title, content: digestOf(WORDS) }
const AT = '2018-07-03T01:00:00.000Z'
const conferred = {
  ...{ type: 'conferred', v: 1, at: AT, unit: 'dazhuang', batch: '2018-2', on: '2018-07-02' },
  act: { stream: 'resolution/2018-2/executiveMeeting', number: 1 },
}
const head = (by: string, at = AT) => ({ v: 1, at, by })
const steps = [
  { type: 'experienceDrafted', ...head('clerk'), ...NAMED },
  { type: 'experienceConsented', ...head('unit-head'), ...NAMED, draftedBy: 'clerk' },
  { type: 'experienceProposed', ...head('officer'), ...NAMED },
]
const published = {
  ...{ type: 'experiencePublished', ...head('office-head', '2018-07-10T01:00:00.000Z') },
  ...{ ...NAMED, proposedBy: 'officer' },
}
const LATER = '2018-07-20T16:30:00.000Z'
const reason = 'c'.repeat(64)

let county: Awaited<ReturnType<typeof countyAtNotice>>
let code: string
beforeEach(async () => {
  county = await countyAtNotice({ units: { dazhuang: '大庄<镇>' } })
  await county.contents.put(WORDS)
  await write(county.ledger, TITLE, conferred)
  await county.publish(TITLE)
  code = codeOf(TITLE, titleKind.evolve(titleKind.initial, titleKind.parse(conferred))) ?? ''
})
const pageOf = (name = `experiences/${code}`) => county.site.pages.get(`public/${name}.html`)
const happens = async (...events: object[]) => {
  for (const event of events) await write(county.ledger, TITLE, event)
  await county.publish(TITLE)
}

describe('the page of a unit’s experience', () => {
  it('is there from its publication on, linked from the title and the register', async () => {
    await happens(...steps)
    expect([pageOf(), pageOf('experiences'), pageOf('register')?.includes('经验推广')]).toEqual([
      undefined,
      undefined,
      false,
    ])
    await happens(published)
    const page = pageOf() ?? ''
    expect(page).toContain('<h1>一张清单管执法&lt;1&gt;</h1>')
    expect(page).toContain('镇里把执法事项列成清单。\n第二段')
    expect(page).toContain('本文由大庄&lt;镇&gt;提供，经该单位负责人同意，由泗县人民政府法制办公室公开')
    expect(page).toContain('2018年7月10日')
    expect(page).not.toMatch(/<script|https?:/)
    expect(pageOf(`titles/${code}`)).toContain(`href="/public/experiences/${code}.html"`)
    expect(pageOf('register')).toContain('href="/public/experiences.html"')
    expect(pageOf('experiences')).toContain('一张清单管执法&lt;1&gt;')
    expect(county.site.pages.get('public/register.json')).toContain('"on":"2018-07-10","title":"一张清单管执法<1>"')
  })
  it.each([
    [
      'the unit',
      { type: 'experienceWithdrawn', ...head('unit-head', LATER), what: 'published', reason },
      '由大庄&lt;镇&gt;于2018年7月21日撤回',
    ],
    ['the office', { type: 'experienceTakenDown', ...head('officer', LATER), reason }, '法制办公室于2018年7月21日撤下'],
    [
      'a revocation',
      {
        ...{ type: 'measureTaken', ...head('office-head', LATER), preparedBy: 'officer' },
        measure: { kind: 'revoke', on: '2018-07-20', number: '泗政〔2018〕5号', text: '发现一票否决情形。' },
      },
      '资格已经取消，本材料于2018年7月21日撤下',
    ],
  ])('says that %s took it down and since when, and nothing of what it said', async (_, event, said) => {
    await happens(...steps, published, event)
    const page = pageOf() ?? ''
    expect(page).toContain(said)
    expect(page).not.toContain('清单')
    expect(pageOf(`titles/${code}`)).not.toContain('/public/experiences/')
    expect(pageOf('experiences')).toContain('现在没有公开的经验材料')
    expect(county.site.pages.get('public/register.json')).not.toContain('清单')
  })
  it('says how the title stands where it is not held whole', async () => {
    await happens(...steps, published, {
      ...{ type: 'measureTaken', ...head('office-head', LATER), preparedBy: 'officer' },
      measure: { kind: 'suspend', on: '2018-07-20', text: '没有报送整改情况。' },
    })
    expect(pageOf()).toContain('称号现在：<strong>暂停</strong>')
  })
  it('holds the longest of them within 14 KB', () => {
    const words = { title: '标'.repeat(40), text: '文'.repeat(2500) }
    const shown = { name: '泗县市场监督管理局', code: '7F3A-91C0-22DE', standing: 'warned' } as const
    const page = experienceHtml({ ...shown, experience: {}, published: { words, on: '2018-07-10' } }, organs)
    expect(Buffer.byteLength(page)).toBeLessThan(14 * 1024)
  })
})
