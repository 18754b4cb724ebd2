import { expect, it } from 'vitest'
import { documentFingerprints, fingerprintOf, RUN, runsOf } from '../fixtures/fingerprints.ts'
import { openPack, packIds } from '../open-packs.ts'
import { placedItems } from '../walk-catalogue.ts'

const copied = documentFingerprints()
const isCopied = (text: string): boolean => runsOf(text).some((run) => copied.has(fingerprintOf(run)))

it('sees a copied run through punctuation', () => {
  expect(runsOf('一二三四五六，七八九十一二三')).toEqual(['一二三四五六七八九十一二', '二三四五六七八九十一二三'])
})

it('knows a sentence of the documents', () => {
  // The title of document 001.
  expect(isCopied('泗县人民政府办公室关于开展依法行政示范单位创建活动的通知')).toBe(true)
})

it(`shares no run of ${RUN} characters with the documents`, () => {
  const words = packIds().flatMap((id) => {
    const { catalogue } = openPack(id)
    const branches = catalogue!.parts.flatMap((part) => [part, ...(part.groups ?? [])])
    return [
      ...branches.map((branch) => ({ id: branch.id, text: branch.title })),
      ...placedItems(catalogue!).flatMap(({ item: { id, title, evidence, note = '' } }) =>
        [title, evidence, note].map((text) => ({ id, text })),
      ),
    ]
  })
  expect(words.length).toBeGreaterThan(1000)
  expect(words.filter(({ text }) => isCopied(text))).toEqual([])
})
