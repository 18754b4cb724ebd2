import { globSync, readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { leaveOut } from './leave-out.ts'

const ANTD = '/somewhere/node_modules/antd/es/'
const PATHS = [
  'tabs/index.js',
  'dropdown/index.js',
  'typography/Editable.js',
  'table/hooks/useFilter/FilterDropdown.js',
] as const

/** What somebody would write to have what is left out. */
const MEANT = /\b(Tabs|Dropdown|tabList|editable|filters|filterDropdown|selections)\b\s*[=:},/>]/

const builtWith = (paths: readonly string[]) => {
  const plugin = leaveOut()
  for (const path of paths) plugin.load(ANTD + path)
  const error = vi.fn<(told: unknown) => never>()
  plugin.buildEnd.call({ error })
  return error.mock.calls
}

it.each(PATHS)('puts an error in the place of %s', async (path) => {
  const { code } = leaveOut().load(ANTD + path)!
  const { default: left } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  expect(() => left()).toThrow('leave-out.ts')
})

it('leaves alone whatever else is built', () => {
  expect(leaveOut().load(`${ANTD}table/index.js`)).toBeNull()
  expect(leaveOut().load('/somewhere/services/console/tabs/index.js')).toBeNull()
})

it('fails a build that does not find what it leaves out', () => {
  expect(builtWith(PATHS)).toEqual([])
  expect(builtWith(PATHS.slice(1))).toEqual([['leave-out.ts: antd has no tabs/index.js any more']])
})

it('is of what no page of the console sets', () => {
  const pages = globSync('**/*.tsx', { cwd: import.meta.dirname })
  expect(pages.length).toBeGreaterThan(50)
  expect(pages.filter((page) => MEANT.test(readFileSync(`${import.meta.dirname}/${page}`, 'utf8')))).toEqual([])
})
