/** Which pictures of a choice are made smaller, and how small, so that everything fits into one sending. */

import { shownName, whyNoFileName } from '#evidence/file-name.ts'
import { kindOfName, whyNotKept } from '#evidence/kinds.ts'
import { saidSize } from '#evidence/said-size.ts'

export type Sized = { readonly name: string; readonly size: number; readonly type: string }

/** A picture below this is left as it is while there is room: what is small already only loses. */
const SMALL = 300 * 1024

const isPicture = ({ name, type }: Sized): boolean =>
  type.startsWith('image/') || /\.(jpe?g|png|webp|bmp|gif|heic|heif|avif)$/i.test(name)
/** What a browser that reads it writes as JPEG: the county keeps no such files. */
const isForeign = ({ name, type }: Sized): boolean => !/^image\/(jpeg|png)$/.test(type) && !/\.(jpe?g|png)$/i.test(name)

/**
 * The most bytes that each file may have; undefined where it stays as it is.
 * @param room bytes for all of them together
 */
export function sharesOf(files: readonly Sized[], room: number): (number | undefined)[] {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const isLarge = (file: Sized) => total > room && isPicture(file) && file.size > SMALL
  const mustShrink = (file: Sized) => isLarge(file) || (isPicture(file) && isForeign(file))
  const fixed = files.reduce((sum, file) => (mustShrink(file) ? sum : sum + file.size), 0)
  const many = files.filter(mustShrink).length
  const share = Math.floor((room - fixed) / Math.max(1, many))
  return files.map((file) => (mustShrink(file) ? Math.max(share, 0) : undefined))
}

type Limits = { readonly mostFiles: number; readonly mostBytes: number }

/** Why these files cannot be sent together as they are now; undefined when they can. */
export function whyNotSent(files: readonly Sized[], already: number, limits: Limits): string | undefined {
  const { mostFiles, mostBytes } = limits
  if (files.length + already > mostFiles)
    return `最多附${mostFiles}个文件，${already > 0 ? `已收到${already}个，又选择了${files.length}个` : `选择了${files.length}个`}；请重新选择。`
  const empty = files.find(({ size }) => size === 0)
  if (empty) return `“${empty.name}”是空文件（0字节）；请打开核对后重新选择。`
  for (const { name } of files) {
    const no = whyNoFileName(name) ?? (kindOfName(name) ? undefined : whyNotKept(name))
    if (no) return `“${shownName(name)}”不能提交：${no}。`
  }
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (total <= mostBytes) return undefined
  const each = files.map(({ name, size }) => `“${name}”${saidSize(size)}`).join('、')
  return `附件合计${saidSize(total)}，超过${saidSize(mostBytes)}（${each}）；请减少文件或换小一些的，也可以来信、来访提交。`
}
