import { z } from 'zod/mini'
import { Refused } from '#ledger/refused.ts'
import { sha256, type Version, type Versions } from './publish-version.ts'

export const CATALOGUE_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** A published version as a batch freezes it. */
export const chosenVersion = z.object({
  catalogue: z.string().check(z.regex(CATALOGUE_ID)),
  version: z.int().check(z.minimum(1)),
  digest: sha256,
})
export type ChosenVersion = z.infer<typeof chosenVersion>

/**
 * The version that was chosen. What is published never changes, so this may be asked before another stream decides.
 * @param as the field in which it was chosen, and what such a catalogue is called
 * @throws Refused when nothing of that digest was published under that number
 */
export function versionChosen(
  { catalogue, version, digest }: ChosenVersion,
  { versions }: Versions,
  { field: name, what }: { readonly field: string; readonly what: string } = { field: 'standard', what: '标准' },
): Version {
  const no = (sentence: string, field: string): Refused => new Refused('incomplete', sentence, { [name]: field })
  const newest = versions.at(-1)
  if (!newest)
    throw no(`没有发布过标识为“${catalogue}”的${what}；请先发布${what}，再发布创建通知。`, `请选择已发布的${what}`)
  const chosen = versions.find(({ number }) => number === version)
  if (!chosen)
    throw no(
      `“${newest.title}”已发布到第${newest.number}版，没有第${version}版；请重新选择。`,
      `请选择第1版至第${newest.number}版`,
    )
  if (chosen.digest !== digest)
    throw no(
      `所选“${chosen.title}”第${version}版的摘要与已发布的不符；请刷新后重新选择。`,
      '摘要与已发布的不符，请重新选择',
    )
  return chosen
}
