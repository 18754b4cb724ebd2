import { describe, expect, it } from 'vitest'
import { given } from '../../../test/given/given.ts'
import { catalogueKind, publishVersion } from './publish-version.ts'

const AT = '2018-03-01T01:00:00.000Z'
const asked = { by: 'p-1', received: AT }
const first = { number: 1, title: '示例标准', digest: 'a'.repeat(64) }
const second = { number: 2, title: '示例标准', digest: 'b'.repeat(64), map: 'c'.repeat(64) }
const published = (version: typeof first) => ({ type: 'published', v: 1, at: AT, by: 'p-1', ...version }) as const

describe('publishing a version', () => {
  it('states number, title and digest', () => {
    expect(given(catalogueKind).when(publishVersion(first, asked))).toEqual([published(first)])
    expect(given(catalogueKind, published(first)).when(publishVersion(second, asked))).toEqual([published(second)])
  })
  it('does nothing the second time, whoever asks and whatever came after', () => {
    const { when } = given(catalogueKind, published(first), published(second))
    expect(when(publishVersion(first, { by: 'p-2', received: '2019-01-01T00:00:00.000Z' }))).toEqual([])
  })
  it('never changes what was published', () => {
    const { refused } = given(catalogueKind, published(first))
    expect(refused(publishVersion({ ...first, digest: 'd'.repeat(64) }, asked))).toEqual([
      'conflict',
      '第1版已经发布（示例标准），内容不能再改；请作为第2版发布。',
      {},
    ])
  })
  it('leaves no number out', () => {
    expect(given(catalogueKind).refused(publishVersion(second, asked))[1]).toBe(
      '现有0版，下一版应为第1版，收到的是第2版；请刷新后重试。',
    )
  })
  it('refuses the same content as another version, and a next version without its map', () => {
    const { refused } = given(catalogueKind, published(first))
    expect(refused(publishVersion({ ...second, digest: first.digest }, asked))[0]).toBe('conflict')
    const { map, ...without } = second
    expect(refused(publishVersion(without, asked))).toEqual([
      'incomplete',
      '新版没有附新旧对照表。',
      { map: '请先核对新旧对照表' },
    ])
  })
})
