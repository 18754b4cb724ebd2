/** Whatever of the console comes later than its first page waits out a cut, in one way. */
import { expect, it } from 'vitest'
import { bare, isTest, sources } from './source.ts'

const own = sources.filter(({ path }) => !isTest(path))
it('waits out a cut for whatever part of the console comes later', () => {
  // Whoever prints is told at once: a print that comes with the line, minutes later, is a surprise.
  const may = ['services/console/session/parts.ts', 'services/console/print/use-paper-print.ts']
  const console = own.filter(({ path }) => path.startsWith('services/console/') && !path.endsWith('.config.ts'))
  const apart = console
    .filter(({ path }) => !may.includes(path))
    .map(({ path, text }) => ({ path, text: bare(text).replaceAll(/\s+/g, ' ') }))
  const bySome = apart.filter(({ text }) => /\blazy\b|new Worker\(/.test(text) && !text.includes('NotArrived'))
  expect(bySome.map(({ path }) => path)).toEqual([])
  const imports = apart.flatMap(({ text }) => [...text.matchAll(/.{0,40}\bimport\(/g)].map(([found]) => found))
  expect(imports.length).toBeGreaterThan(20)
  expect(
    imports.filter((found) => !/(partOf(?:Page)?\(\(\) =>|arrived\(async \(\) => \(await) import\($/.test(found)),
  ).toEqual([])
})
