/** A standard of 1,000 indicators opens with about the requests and bytes of one of 100: the rest comes part by part. */
import { expect, it } from 'vitest'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { dossierPage, dossierPart } from '#contracts/dossier/dossier.ts'
import { atWork } from '../intake/fixtures/whole-county.ts'
import { answered, look, openDossierCounty } from './fixtures/dossier-county.ts'

/** As long as titles of a real standard are at most. */
const TITLE = '建立健全重大行政决策跟踪反馈和责任追究制度并有效落实'
const PARTS = 10
const standardOf = (items: number): Catalogue => ({
  ...{ id: 'large', title: '大标准', place: '泗县', document: { title: '大标准' }, numbering: 'part', organs: [] },
  parts: Array.from({ length: PARTS }, (_, p) => ({
    ...{ id: `p-${p}`, number: `${p + 1}`, title: `第${p + 1}部分的标题` },
    groups: [
      {
        ...{ id: `g-${p}`, number: '（一）', title: '这一部分的分组标题' },
        items: Array.from({ length: items / PARTS }, (_, i) => ({
          ...{ id: `i-${p}-${i}`, number: i + 1, title: `${TITLE}${i}`, kind: 'mechanism' as const },
          evidence: '制度文件、会议记录、执行情况统计',
        })),
      },
    ],
  })),
})

/** What the first screen asks for: the parts, the first one's indicators, and the first of them. */
async function firstScreen(items: number) {
  await openDossierCounty(standardOf(items))
  await atWork()
  const page = await answered(look('dazhuang-clerk'), dossierPage)
  const first = page.parts[0]?.id ?? ''
  const part = await answered(look('dazhuang-clerk', `/parts/${first}`), dossierPart)
  const asked = ['', `/parts/${first}`, `/items/${part.items[0]?.id}`]
  const answers = await Promise.all(asked.map((path) => look('dazhuang-clerk', path)))
  expect(page.items).toBe(items)
  return { requests: asked.length, bytes: answers.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) }
}

/** What a unit's page weighs by itself: `test/browser/weight.test.ts` holds it to 260 KB. */
const PAGE = 260 * 1024

it('opens with as many requests, and bytes within 1.2 times', async () => {
  const [hundred, thousand] = [await firstScreen(100), await firstScreen(1000)]
  expect(thousand.requests).toBe(hundred.requests)
  expect((PAGE + thousand.bytes) / (PAGE + hundred.bytes)).toBeLessThanOrEqual(1.2)
  // The whole standard is not among them.
  expect(thousand.bytes).toBeLessThan(40 * 1024)
})
