import { z } from 'zod/mini'
import { catalogue } from '#catalogue/catalogue.ts'
import type { Endpoints } from './endpoint.ts'
import { eachTextKept, listOf, recordOf, word } from './rules.ts'

const id = z.string()
/** More items than any catalogue has. */
const MOST_ITEMS = 5000
const items = listOf(word('条目编号不对'), '新旧对照表的条目应为编号', MOST_ITEMS, `条目最多${MOST_ITEMS}个`)
const change = z.strictObject({
  change: z.enum(['same', 'reworded', 'split', 'merged', 'moved', 'new', 'gone']),
  /** Ids of items. */
  old: items,
  new: items,
})
/** An old→new map whole, as a person has checked it. */
export const editionMap = listOf(change, '新旧对照表应为若干行', 2 * MOST_ITEMS, `新旧对照表最多${2 * MOST_ITEMS}行`)

export const publishBody = z.strictObject({
  /** 1 for the first; every next version comes with its map from the one before. */
  version: z.int({ error: '版次应为整数' }).check(z.minimum(1, '版次从1开始')),
  /** A catalogue; what is wrong with it is said item by item. */
  content: recordOf(z.unknown(), '没有标准的内容').check(eachTextKept),
  map: z.optional(editionMap),
})

/** Something about the content, for a person to know: item, field and sentence in one. */
const findings = z.array(z.string())
const version = z.object({ number: z.int(), title: z.string(), digest: z.string(), at: z.string() })

export const catalogueLine = z.object({
  catalogue: id,
  title: z.string(),
  place: z.string(),
  /** The document it is taken from. */
  source: z.string(),
  /** How many parts, groups and items. */
  extent: z.string(),
  /** How many items of the newest version exclude a unit. */
  vetoes: z.int(),
  /** From the first to the newest. */
  versions: z.array(version),
})
export type CatalogueLine = z.infer<typeof catalogueLine>

export const cataloguePage = z.object({
  catalogue: id,
  /** The one that is shown. */
  version,
  versions: z.array(version),
  content: catalogue,
  findings,
})
export type CataloguePage = z.infer<typeof cataloguePage>

const side = z.array(z.object({ id, title: z.string(), place: z.string() }))
export const comparison = z.object({
  from: version,
  to: version,
  /** Whether a person has checked it: the map that the version was published with. */
  checked: z.boolean(),
  changes: z.array(z.object({ change: change.shape.change, old: side, new: side })),
})
export type Comparison = z.infer<typeof comparison>

export const catalogueEndpoints = {
  publishCatalogue: {
    method: 'POST',
    path: '/api/catalogues',
    access: { command: 'publish-catalogue' },
    title: '发布标准',
    body: publishBody,
    response: z.object({ catalogue: id, version: z.int(), digest: z.string(), changed: z.boolean(), findings }),
  },
  listCatalogues: {
    method: 'GET',
    path: '/api/catalogues',
    access: { command: 'read-catalogue' },
    title: '标准和方案',
    response: z.object({ catalogues: z.array(catalogueLine) }),
  },
  /** Query `version`: which; the newest when left out. */
  readCatalogue: {
    method: 'GET',
    path: '/api/catalogues/{catalogue}',
    access: { command: 'read-catalogue' },
    title: '查看标准',
    response: cataloguePage,
  },
  /** Queries `from` and `to`: two versions; the newest and the one before it when left out. */
  compareVersions: {
    method: 'GET',
    path: '/api/catalogues/{catalogue}/changes',
    access: { command: 'read-catalogue' },
    title: '新旧对照',
    response: comparison,
  },
} as const satisfies Endpoints
