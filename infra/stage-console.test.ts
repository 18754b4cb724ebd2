import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { linesIn, p, wordFile, xmlIn } from '#papers/fixtures/word-file.ts'
import { stageConsole } from './stage-console.ts'

let root: string
let bundle: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shifan-stage-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  bundle = join(root, 'bundle')
  mkdirSync(bundle)
  writeFileSync(join(bundle, 'index.mjs'), 'export const handler = 1')
})
const build = (page: string) => {
  mkdirSync(join(root, 'build/console/assets'), { recursive: true })
  writeFileSync(join(root, 'build/console/index.html'), page)
  writeFileSync(join(root, 'build/console/assets/a.js'), page)
}

it('puts the console, or one page in its place, beside the bundle', () => {
  const folder = stageConsole(root, bundle, 'placeholder')
  expect(readFileSync(join(folder, 'index.mjs'), 'utf8')).toBe('export const handler = 1')
  expect(readFileSync(join(folder, 'console/index.html'), 'utf8')).toContain('工作台未构建')
  build('<p>1</p>')
  expect(readFileSync(join(stageConsole(root, bundle, 'built'), 'console/assets/a.js'), 'utf8')).toBe('<p>1</p>')
})

it('leaves what is the same where it lies, for another process may be reading it; what changed lies elsewhere', () => {
  build('<p>1</p>')
  const folder = stageConsole(root, bundle, 'built')
  const { ino } = statSync(folder)
  expect(stageConsole(root, bundle, 'built')).toBe(folder)
  expect(statSync(folder).ino).toBe(ino)
  stageConsole(root, bundle, 'placeholder')
  build('<p>2</p>')
  const next = stageConsole(root, bundle, 'built')
  expect(readFileSync(join(next, 'console/index.html'), 'utf8')).toBe('<p>2</p>')
  writeFileSync(join(bundle, 'index.mjs'), 'export const handler = 2')
  const last = stageConsole(root, bundle, 'built')
  expect(readFileSync(join(last, 'index.mjs'), 'utf8')).toBe('export const handler = 2')
  // What nobody stages any more goes.
  expect(new Set([folder, next, last]).size).toBe(3)
  expect(
    readdirSync(join(root, 'build/site'))
      .map((name) => name.split('-')[0])
      .sort(),
  ).toEqual(['built', 'placeholder'])
})

it('says how the console is built where it is not', () => {
  expect(() => stageConsole(root, bundle, 'built')).toThrow('run: npm run console')
})

it('puts a county’s own forms beside the console, by their content, and by nobody’s hand', () => {
  build('<p>1</p>')
  const shared = stageConsole(root, bundle, 'built')
  const core = 'docProps/core.xml'
  const form = (text: string) =>
    wordFile(p(text), { [core]: '<cp:coreProperties><dc:creator>王科员</dc:creator></cp:coreProperties>' })
  const [first, second] = [form('{{标题}}'), form('{{标题}}。')]
  const staged = (county: string, file: Buffer) =>
    stageConsole(root, bundle, 'built', { county, papers: new Map([['notice', file]]) })
  const some = staged('some', first)
  const papers = join(some, 'console/assets/papers')
  const [name = ''] = readdirSync(papers)
  expect(name).toMatch(/^notice-[0-9a-f]{16}\.docx$/)
  const file = readFileSync(join(papers, name))
  expect(linesIn(file)).toEqual(['{{标题}}'])
  expect(xmlIn(file, core)).not.toContain('王科员')
  expect(readFileSync(join(some, 'console/assets/a.js'), 'utf8')).toBe('<p>1</p>')
  // The same again is the same; another county’s, and that of all others, stay where they are.
  expect(staged('some', first)).toBe(some)
  const other = staged('some-more', first)
  const next = staged('some', second)
  expect([existsSync(some), existsSync(other), existsSync(shared), existsSync(next)]).toEqual([false, true, true, true])
  expect(stageConsole(root, bundle, 'built', { county: 'bare', papers: new Map() })).toBe(shared)
})
