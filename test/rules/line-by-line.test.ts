/** A document is read line by line beside the product: every place that the table names is there, and no line is without one. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tables = globSync('docs/line-by-line-*.md')

it('there is one', () => expect(tables.length).toBeGreaterThan(0))

describe.each(tables)('%s', (path) => {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()))

  it('names for every line where it is done', () => {
    expect(lines.filter((cells) => cells.length !== 6 || cells.slice(1, 5).some((cell) => cell === ''))).toEqual([])
  })
  it('names no place that is gone', () => {
    const named = lines.flatMap((cells) => [...(cells[4] ?? '').matchAll(/`([^`]+)`/g)].map(([, file = '']) => file))
    expect(named.length).toBeGreaterThan(lines.length)
    expect(named.filter((file) => !existsSync(file))).toEqual([])
  })
})
