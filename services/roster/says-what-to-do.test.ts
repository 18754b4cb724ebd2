/** The list of a file has the sentence of a refusal alone, and none of what is said at its fields. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const sources = globSync(['packages/roster/*.ts', 'services/roster/*.ts']).filter((file) => !file.includes('.test.'))
const refusals = sources.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /new Refused\(\s*'\w+',\s*(?:[a-zA-Z]+\s*\?)?([\s\S]*?)(?:,\s*\{|,?\s*\)[\n;])/g,
    ),
  ].flatMap(([, said = '']) =>
    [...said.matchAll(/(['`])([^'`]*[\p{Script=Han}][^'`]*)\1/gu)].map(([, , text = '']) => text),
  ),
)
it('reads the sentences', () => expect(refusals.length).toBeGreaterThan(20))
it.each(refusals)('%s', (sentence) => expect(sentence).toMatch(/请/))
