import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
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
