/**
 * The files of a worker share one process (vitest.config.ts), so what a test replaces in it and leaves there is met by
 * whichever file comes next: a `fetch` of one test file was once the `fetch` of five others, on some runs only.
 */
import { expect, it } from 'vitest'
import { bare, sources } from './source.ts'

const PUT_BACK: readonly (readonly [taken: RegExp, back: RegExp])[] = [
  [/\bvi\.stubGlobal\(/, /\bafter(Each|All)\b[\s\S]*\bvi\.unstubAllGlobals\(\)/],
  [/\bvi\.stubEnv\(/, /\bafter(Each|All)\b[\s\S]*\bvi\.unstubAllEnvs\(\)/],
  [/\bvi\.spyOn\(/, /\bafter(Each|All)\b[\s\S]*\bvi\.restoreAllMocks\(\)/],
  [/\bvi\.useFakeTimers\(/, /\bvi\.useRealTimers\(\)/],
]
/** By hand nobody puts back: `globalThis.fetch = …`, `Object.assign(globalThis, …)`, `process.env.TZ = …`. */
const BY_HAND =
  /\b(?:globalThis|console|process|process\.env)\.\w+ = |\bObject\.(?:assign|defineProperty)\((?:globalThis|console|process|Date)\b|\bprocess\.chdir\(/

const faults = (text: string): string[] => [
  ...PUT_BACK.filter(([taken, back]) => taken.test(text) && !back.test(text)).map(([taken]) => taken.source),
  ...(BY_HAND.exec(text) ?? []),
]

it('a test puts back what it replaces in the process', () => {
  const tests = sources.filter(({ path }) => path.endsWith('.test.ts'))
  expect(tests.length).toBeGreaterThan(200)
  expect(tests.flatMap(({ path, text }) => faults(bare(text)).map((fault) => `${path}: ${fault}`))).toEqual([])
})

it.each([
  'globalThis.fetch = async () => answer',
  'Object.assign(globalThis, { addEventListener })',
  "vi.stubGlobal('fetch', answer)",
  "vi.spyOn(console, 'log')",
  'vi.useFakeTimers()',
])('sees %s', (line) => expect(faults(bare(line))).toHaveLength(1))
