import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { contextAlone, leaveOut } from './leave-out.ts'

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

describe('the context of forms', () => {
  const CONTEXT = `${ANTD}form/context.js`
  const asked = async (source: string, importer: string, has = true) => {
    const plugin = contextAlone()
    const resolve = async (module: string) => (has ? { id: module } : null)
    const found = await plugin.resolveId.call({ resolve } as never, source, importer)
    const error = vi.fn<(told: unknown) => never>()
    plugin.buildEnd.call({ error })
    return { found, error: error.mock.calls }
  }

  it('is taken alone by antd’s own', async () => {
    const { found, error } = await asked('@rc-component/form', CONTEXT)
    expect([found, error]).toEqual([{ id: '@rc-component/form/es/FormContext' }, []])
  })
  it('fails a build that does not find it', async () => {
    const { found, error } = await asked('@rc-component/form', CONTEXT, false)
    expect([found, error.length]).toEqual([null, 1])
  })
  it('leaves forms alone, and fails a build in which antd takes it otherwise', async () => {
    const { found, error } = await asked('@rc-component/form', `${ANTD}form/Form.js`)
    expect([found, error.length]).toEqual([null, 1])
  })
})
