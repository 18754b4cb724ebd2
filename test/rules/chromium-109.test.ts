/** The console and the public pages use nothing that the last Chromium on Windows 7 lacks. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NEWER_SCRIPT, NEWER_STYLE, type Newer } from './newer-than-chromium-109.ts'
import { bare, isTest, sources } from './source.ts'

/** The console's own files and those of the packages that it bundles with them. */
function bundled(): typeof sources {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const found = new Set(
    sources.filter(({ path }) => path.startsWith('services/console/') && !isTest(path)).map(({ path }) => path),
  )
  for (const path of found) for (const to of byPath.get(path)?.imports ?? []) if (byPath.has(to)) found.add(to)
  return [...found].flatMap((path) => byPath.get(path) ?? [])
}

const findings = (newer: readonly Newer[], path: string, text: string): string[] =>
  newer.flatMap(({ name, since, pattern }) => (pattern.test(text) ? [`${path}: ${name} (Chromium ${since})`] : []))

describe('newer than Chromium 109', () => {
  it('is known by an example each', () => {
    for (const { pattern, example, since } of [...NEWER_SCRIPT, ...NEWER_STYLE]) {
      expect(example).toMatch(pattern)
      expect(since).toBeGreaterThan(109)
    }
  })

  it('is no built-in that the console or a package in its bundle uses', () => {
    const files = bundled()
    expect(files.filter(({ path }) => path.startsWith('packages/')).length).toBeGreaterThan(5)
    expect(files.flatMap(({ path, text }) => findings(NEWER_SCRIPT, path, bare(text)))).toEqual([])
  })

  it('is no style of the console or of a public page', () => {
    const styles = [
      ...globSync('services/console/**/*.css'),
      ...globSync('services/{notice,site}/*.ts'),
      ...bundled().map(({ path }) => path),
    ].filter((path) => !isTest(path))
    expect([...new Set(styles)].flatMap((path) => findings(NEWER_STYLE, path, readFileSync(path, 'utf8')))).toEqual([])
  })
})
