/** What Stryker's JSON report says, as a person asks it: how many changes were noticed, and which were not. */
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.optional(z.string()),
          location: z.object({
            start: z.object({ line: z.number(), column: z.number() }),
            end: z.object({ line: z.number(), column: z.number() }),
          }),
        }),
      ),
    }),
  ),
})

export type FileScore = {
  readonly path: string
  readonly noticed: number
  readonly all: number
  /** Each change that no test noticed: `path:line: what stood there → what stood there instead`. */
  readonly unnoticed: readonly string[]
}

const NOTICED = ['Killed', 'Timeout', 'RuntimeError', 'CompileError']
const UNNOTICED = ['Survived', 'NoCoverage']

export function scoresOf(path: string): readonly FileScore[] {
  const { files } = Report.parse(JSON.parse(readFileSync(path, 'utf8')))
  return Object.entries(files).map(([name, { source, mutants }]) => {
    const lines = source.split('\n')
    const unnoticed = mutants.filter(({ status }) => UNNOTICED.includes(status))
    const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length
    return {
      path: name,
      noticed,
      all: noticed + unnoticed.length,
      unnoticed: unnoticed.map(({ location: { start, end }, replacement, status }) => {
        const last = start.line === end.line ? end.column - 1 : undefined
        const stood = (lines[start.line - 1] ?? '').slice(start.column - 1, last)
        const more = start.line === end.line ? '' : ' …'
        return `${name}:${start.line}: ${stood}${more} → ${replacement ?? '?'}${status === 'NoCoverage' ? ' (no test comes here)' : ''}`
      }),
    }
  })
}

/** Of a hundred changes; 100 where nothing could be changed. */
export function percent(scores: readonly Pick<FileScore, 'noticed' | 'all'>[]): number {
  const all = scores.reduce((sum, one) => sum + one.all, 0)
  return all === 0 ? 100 : (100 * scores.reduce((sum, one) => sum + one.noticed, 0)) / all
}
