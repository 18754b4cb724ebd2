/** A row of the lists against the commits that it was made of. */
import { z } from 'zod/mini'
import type { Commit } from '#ledger/ledger.ts'
import { SHAPE } from '#rows/row.ts'
import { rowOf } from '#rows/row-of.ts'
import { differences } from './differences.ts'
import type { Finding } from './finding.ts'
import { issuePath } from './issue-path.ts'

const marked = z.object({ number: z.int(), shape: z.int() })
const REPAIRED = '删去这一行后，示范每小时一次的核对会按记录重做'

/**
 * A row that lags, or was made in an older shape, is compared with what it then should have said: the hourly look
 * replaces it. @param commits whole ones, in order
 */
export function wrongRow(stream: string, commits: readonly Commit[], row: unknown): Finding[] {
  const { data: mark } = marked.safeParse(row)
  if (!mark) return [told(stream, 'number', `${commits.length}次提交，而列表中这一行没有写明做到第几次；${REPAIRED}。`)]
  if (mark.number > commits.length)
    return [
      {
        ...told(
          stream,
          'number',
          `只有${commits.length}次提交，列表却做到了第${mark.number}次，其后的被截去；请停止写入并与备份核对。`,
        ),
        kind: 'ledger',
        commit: commits.length + 1,
      },
    ]
  if (mark.shape < SHAPE) return []
  const made = rowAsMade(stream, commits.slice(0, mark.number))
  if ('finding' in made) return [made.finding]
  return differences(row, made.row).map(({ path, is, was }) => ({
    ...told(stream, path, `第${mark.number}次提交时列表这一行的${path}与记录不符；${REPAIRED}。`),
    commit: mark.number,
    is,
    was,
  }))
}

/** A stream that has no row, though its commits make one. */
export function lackingRow(stream: string, commits: readonly Commit[]): Finding[] {
  const made = rowAsMade(stream, commits)
  if ('finding' in made) return [made.finding]
  return made.row ? [told(stream, 'stream', '应有的一行不在列表中；示范运行时每小时一次的核对会补上。')] : []
}

export const strayRow = (stream: string): Finding =>
  told(stream, 'stream', '没有任何提交，列表中却有一行；请与备份核对。')

const told = (stream: string, field: string, what: string): Finding => ({
  kind: 'row',
  stream,
  field,
  sentence: `记录流“${stream}”${what}`,
})

type Made = { readonly row: ReturnType<typeof rowOf> } | { readonly finding: Finding }

/** Events that no writer of ours has written make no row. */
function rowAsMade(stream: string, commits: readonly Commit[]): Made {
  try {
    return { row: rowOf(stream, commits) }
  } catch (error) {
    const field = issuePath(error)
    // A procedure that is not listed is none of a field's shape.
    const what = field === undefined ? '有一项事件本软件无法识别' : `有一项事件的${field || '类型'}不合格式`
    const sentence = `记录流“${stream}”中${what}，校验链却完整；请核对软件版本，或与备份核对。`
    return { finding: { kind: 'ledger', stream, field: `events….${field ?? ''}`, sentence } }
  }
}
