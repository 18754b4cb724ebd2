import { expect, it } from 'vitest'
import { creation } from './creation.ts'
import { toMermaid } from './diagram.ts'

const lines = toMermaid(creation)
  .split('\n')
  .map((line) => line.trim())

it('draws every place once and every way between them', () => {
  for (const place of [...Object.keys(creation.steps), ...Object.keys(creation.endings)])
    expect(lines.filter((line) => line.startsWith(`${place}[`) || line.startsWith(`${place}(`))).toHaveLength(1)
  const ways = Object.values(creation.steps).flatMap(({ outcomes }) => Object.values(outcomes))
  expect(lines.filter((line) => /-->\||-\.->\|/.test(line))).toHaveLength(
    ways.length + Object.keys(creation.exits).length,
  )
})

it('shows who decides, what time decides, and the exits of all steps at once', () => {
  expect(lines).toContain('review["初审<br/>法制办经办人"]')
  expect(lines).toContain('notice[["公示<br/>法制办经办人"]]')
  expect(lines).toContain('application -.->|逾期未报| notSubmitted')
  expect(lines).toContain('anyStep -->|主动退出| withdrawn')
})
