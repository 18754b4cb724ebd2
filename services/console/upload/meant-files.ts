/** Which of the files that were chosen or dropped are meant to be handed in; of every other one, why not. */

import { MAX_FILE_BYTES } from '#contracts/evidence.ts'
import { shownName, whyNoFileName } from '#evidence/file-name.ts'
import { kindOfName, whyNotKept } from '#evidence/kinds.ts'
import { saidSize } from '#evidence/said-size.ts'

export type Chosen = Pick<File, 'name' | 'size'>
export type Meant<F> = {
  readonly take: readonly F[]
  /** Sentences about what is not taken; each of those files is named. */
  readonly refused: readonly string[]
}

/** What systems leave in folders. */
const OF_SYSTEMS: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini', '.ds_store', '__macosx'])
const MOST_NAMED = 10

/** Why a file is nobody's paper. */
function whyNot({ name, size }: Chosen): string | undefined {
  if (name.startsWith('~$') || name.startsWith('.~lock.'))
    return '是打开文档时产生的临时文件，不是文档本身；请关闭文档，再选择文档'
  if (OF_SYSTEMS.has(name.toLowerCase())) return '是系统自动产生的文件，不是材料'
  if (name.startsWith('.')) return '是隐藏文件，确要提交的请先改名'
  if (size === 0) return '是空文件（0字节），请打开核对后重新选择'
  if (size > MAX_FILE_BYTES)
    return `文件大小为${saidSize(size)}，单个文件最大${saidSize(MAX_FILE_BYTES)}；请压缩或拆分后重新选择`
  return whyNoFileName(name) ?? (kindOfName(name) ? undefined : whyNotKept(name))
}

/** @param several whether the field takes more than one file; of one that does not, too many are all left out */
export function meantFiles<F extends Chosen>(files: readonly F[], several: boolean): Meant<F> {
  const whys = files.map((file) => ({ file, why: whyNot(file) }))
  const meant = whys.flatMap(({ file, why }) => (why === undefined ? [file] : []))
  const refused = [...new Set(whys.map(({ why }) => why))].flatMap((reason) =>
    reason === undefined
      ? []
      : [`未接收${named(whys.flatMap(({ file, why }) => (why === reason ? [file] : [])))}：${reason}。`],
  )
  if (several || meant.length <= 1) return { take: meant, refused }
  return {
    take: [],
    refused: [`这里只能放1个文件，未接收${named(meant)}；请只选其中1个，多页的请合并为1个PDF。`, ...refused],
  }
}

function named(files: readonly Chosen[]): string {
  const names = files.slice(0, MOST_NAMED).map(({ name }) => `“${shownName(name)}”`)
  return `${names.join('、')}${files.length > MOST_NAMED ? `等${files.length}个文件` : ''}`
}
