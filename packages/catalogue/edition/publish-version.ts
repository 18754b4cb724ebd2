/** The catalogue decider 标准/清单: its published versions, which never change. Stream `catalogue/<id>`. */
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const publishedVersion = z.object({
  type: z.literal('published'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  number: z.int().check(z.minimum(1)),
  title: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Names the catalogue among the private texts. */
  digest: sha256,
  /** Names the old→new map from the version before, which every version after the first has. */
  map: z.optional(sha256),
})
export const catalogueEvent = z.discriminatedUnion('type', [publishedVersion])
export type CatalogueEvent = z.infer<typeof catalogueEvent>
export type Version = z.infer<typeof publishedVersion>
export type Versions = { readonly versions: readonly Version[] }

export const catalogueStream = (catalogue: string): string => `catalogue/${catalogue}`
export const catalogueKind: Kind<CatalogueEvent, Versions> = {
  parse: (stored) => catalogueEvent.parse(stored),
  initial: { versions: [] },
  evolve: ({ versions }, event) => ({ versions: [...versions, event] }),
}

/** Publishes the next version. Publishing a version again does nothing; other content under its number is refused. */
export const publishVersion =
  (
    version: Omit<Version, 'type' | 'v' | 'at' | 'by'>,
    { by, received }: { by: string; received: string },
  ): Decision<CatalogueEvent, Versions> =>
  ({ versions }) => {
    const { number, digest, map } = version
    const already = versions.find((one) => one.number === number)
    if (already?.digest === digest && already.map === map) return []
    if (already)
      throw new Refused(
        'conflict',
        `第${number}版已经发布（${already.title}），内容不能再改；请作为第${versions.length + 1}版发布。`,
      )
    if (number !== versions.length + 1)
      throw new Refused(
        'conflict',
        `现有${versions.length}版，下一版应为第${versions.length + 1}版，收到的是第${number}版；请刷新后重试。`,
      )
    const same = versions.find((one) => one.digest === digest)
    if (same)
      throw new Refused('conflict', `内容与第${same.number}版完全相同；不必再发布，直接选用第${same.number}版。`)
    if (number > 1 && !map) throw new Refused('incomplete', '新版没有附新旧对照表。', { map: '请先核对新旧对照表' })
    return [{ type: 'published', v: 1, at: received, by, ...version }]
  }
