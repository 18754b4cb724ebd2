/** The hash chain of a stream: each commit names the one before it, and its hash covers everything else in it. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { Altered } from './altered.ts'

/** What a commit's hash covers. */
export type Sealed = {
  readonly stream: string
  readonly number: number
  readonly events: readonly unknown[]
  readonly command: string
  readonly by: string
  readonly at: string
  /** The hash of the commit before; empty for the first. */
  readonly previous: string
}
export type Hashed = Sealed & { readonly hash: string }

/**
 * RFC 8785 canonical JSON: one text per value.
 * @throws Error when the value is not JSON, or holds half a surrogate pair, which no database gives back unchanged
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error(`this value has no JSON: ${String(value)}`)
  return text
}

/** SHA-256, in hex, of a value's canonical JSON. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

export const hashOf = ({ stream, number, events, command, by, at, previous }: Sealed): string =>
  digestOf({ stream, number, events, command, by, at, previous })

/** Whether its hash is that of what it says. What has no canonical JSON was never written so. */
export function isWhole(commit: Hashed): boolean {
  try {
    return commit.hash === hashOf(commit)
  } catch {
    return false
  }
}

/** A stream is not what its writers wrote. */
export class ChainBroken extends Altered {
  override name = 'ChainBroken'
  readonly stream: string
  readonly number: number

  constructor(stream: string, number: number, what: string) {
    super(`记录流“${stream}”的第${number}次提交校验不通过：${what}；请停止写入并与备份核对。`)
    this.stream = stream
    this.number = number
  }
}

/**
 * Checks all commits of one stream, first to last.
 * @param stream whose they should be; that of the first one if left out
 * @throws ChainBroken naming the first commit that does not fit
 */
export function verifyChain(commits: readonly Hashed[], stream: string = commits[0]?.stream ?? ''): void {
  let previous = ''
  for (const [index, commit] of commits.entries()) {
    const number = index + 1
    const broken = (what: string) => new ChainBroken(stream, number, what)
    if (commit.stream !== stream) throw broken(`它属于另一记录流“${commit.stream}”`)
    if (commit.number !== number) throw broken(`此处应为第${number}次提交，实为第${commit.number}次`)
    if (commit.previous !== previous) throw broken('它所记的前一次提交的摘要与前一次提交不符')
    if (!isWhole(commit)) throw broken('内容与摘要不符')
    previous = commit.hash
  }
}
