import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPack, packIds } from './open-packs.ts'
import { placedItems } from './walk-catalogue.ts'

/** A run of so many characters is no coincidence of terms: it is copied. */
const RUN = 12
const seeds = join(import.meta.dirname, '../../../shared/seeds')

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}%]/gu, '')
function runsOf(text: string): string[] {
  const letters = bare(text)
  return Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) => letters.slice(at, at + RUN))
}

it('sees a copied run through punctuation', () => {
  expect(runsOf('一二三四五六，七八九十一二三')).toEqual(['一二三四五六七八九十一二', '二三四五六七八九十一二三'])
})

// Whoever has the documents beside the repository checks the packs against them; nobody else can.
it.skipIf(!existsSync(seeds))(
  `shares no run of ${RUN} characters with the documents (skipped where they are not at hand)`,
  () => {
    const copied = new Set(readdirSync(seeds).flatMap((file) => runsOf(readFileSync(join(seeds, file), 'utf8'))))
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
    expect(words.filter(({ text }) => runsOf(text).some((run) => copied.has(run)))).toEqual([])
  },
)
