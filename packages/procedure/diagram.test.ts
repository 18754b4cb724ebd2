import { describe, expect, it } from 'vitest'
import { SHORT } from '../../test/given/cases.ts'
import { WHOLE } from '../../test/given/cases-2018.ts'
import { toMermaid } from './diagram.ts'
import type { Procedure } from './procedure.ts'
import { procedures } from './procedures.ts'

const linesOf = (procedure: Procedure) =>
  toMermaid(procedure)
    .split('\n')
    .map((line) => line.trim())

describe.each(procedures)('the diagram of $name@$version', (procedure) => {
  const lines = linesOf(procedure)
  it('draws every place once and every way between them', () => {
    for (const place of [...Object.keys(procedure.steps), ...Object.keys(procedure.endings)])
      expect(lines.filter((line) => line.startsWith(`${place}[`) || line.startsWith(`${place}(`))).toHaveLength(1)
    const ways = Object.values(procedure.steps).flatMap(({ outcomes }) => Object.values(outcomes))
    expect(lines.filter((line) => /-->\||-\.->\|/.test(line))).toHaveLength(
      ways.length + Object.keys(procedure.exits).length,
    )
  })
})

it('shows who acts, what is decided as a list, what time decides, and the exits of all steps at once', () => {
  const lines = linesOf(SHORT)
  expect(lines).toContain('review["初审<br/>法制办经办人、法制办负责人"]')
  expect(lines).toContain('notice[["公示<br/>法制办经办人、法制办负责人"]]')
  expect(lines).toContain('application -.->|逾期未报| notSubmitted')
  expect(lines).toContain('anyStep -->|主动退出| withdrawn')
  expect(linesOf(WHOLE)).toContain('implementation -.->|实施期满| declaration')
})
