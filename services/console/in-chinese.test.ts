import { expect, it, vi } from 'vitest'
import { inChinese } from './in-chinese.ts'

const WORDS = [
  ['antd/es/x.js', "'Select all'", "'选中本页全部'"],
  ['antd/es/y.js', "'Close'", "'关闭'"],
] as const
const at = (module: string) => `/somewhere/node_modules/${module}`

it('puts our words in the place of a library’s', () => {
  const plugin = inChinese(WORDS)
  expect(plugin.transform("label = 'Select all'", at('antd/es/x.js'))?.code).toBe("label = '选中本页全部'")
  expect(plugin.transform("label = 'Select all'", at('antd/es/z.js'))).toBeNull()
  expect(plugin.transform("label = 'Select all'", '/somewhere/services/console/x.js')).toBeNull()
})

it('fails a build that does not find them', () => {
  const plugin = inChinese(WORDS)
  plugin.transform("label = 'Select all'", at('antd/es/x.js'))
  const error = vi.fn<(told: unknown) => never>()
  plugin.buildEnd.call({ error })
  expect(error.mock.calls).toEqual([['in-chinese.ts: the words are no longer in antd/es/y.js']])
})
