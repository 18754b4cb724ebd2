/** Everything in one stream that contradicts itself: what is changed, gone, doubled or out of its place. */
import { type Hashed, hashOf, isWhole } from '#ledger/chain.ts'
import { type Difference, differences } from './differences.ts'
import type { FindField } from './find-field.ts'
import type { Finding } from './finding.ts'
import { unlikeOurs } from './unlike-ours.ts'

type Context = {
  readonly stream: string
  readonly commits: readonly Hashed[]
  /** Hashes that a daily root saw, by the commit's number. */
  readonly seen: ReadonlyMap<number, string>
  readonly find: FindField
}
type Said = { readonly field: string; readonly how: string } & Partial<Pick<Difference, 'is' | 'was'>>

/** @param commits as they lie there, by their numbers */
export function wrongInChain(context: Context): Finding[] {
  const { stream, commits } = context
  const findings: Finding[] = []
  const told = (commit: number, { field, how, ...values }: Said) =>
    findings.push({
      kind: 'ledger',
      stream,
      commit,
      field,
      sentence: `记录流“${stream}”的第${commit}次提交${how}；请停止写入并与备份核对。`,
      ...values,
    })
  let before: Hashed | undefined
  for (const commit of commits) {
    const next = (before?.number ?? 0) + 1
    for (let gone = next; gone < commit.number; gone++) told(gone, { field: 'number', how: '缺失，前后都在' })
    if (!isWhole(commit)) told(commit.number, whyNotWhole(commit, before, context))
    else if (commit.number < next) told(commit.number, { field: 'number', how: '有两份' })
    else if (commit.number === next && !follows(commit, before))
      told(commit.number, { field: 'previous', how: '没有接在前一次之后：它所记的前一次提交的摘要与前一次提交不符' })
    before = commit
  }
  return findings
}

/** Where the hash before was changed, and not what it covers, this one names the right one. */
const follows = ({ previous }: Hashed, before: Hashed | undefined): boolean =>
  previous === (before?.hash ?? '') ||
  (before !== undefined && !isWhole(before) && isWhole({ ...before, hash: previous }))

function whyNotWhole(commit: Hashed, before: Hashed | undefined, { commits, seen, find }: Context): Said {
  return (
    outOfPlace(commit, commits) ??
    wrongPrevious(commit, before) ??
    wrongHash(commit, commits, seen) ??
    changedField(find(commit)) ??
    oddField(commit, before, commits) ?? {
      field: 'events、command、by、at之一',
      how: `的内容与摘要不符，被改过（事件：${kindsOf(commit)}）`,
    }
  )
}

function outOfPlace(commit: Hashed, commits: readonly Hashed[]): Said | undefined {
  const last = Math.max(...commits.map(({ number }) => number))
  for (let own = 1; own <= last + 1; own++) {
    if (own === commit.number || !isWhole({ ...commit, number: own })) continue
    const there = commits.find(({ number }) => number === own)
    const how = !there
      ? `原是第${own}次，被挪到了这里`
      : there.hash === commit.hash
        ? `是第${own}次提交的重复`
        : isWhole({ ...there, number: commit.number })
          ? `与第${own}次提交对调了`
          : `原是第${own}次，那里现在是别的内容`
    return { field: 'number', how, is: commit.number, was: own }
  }
  return undefined
}

function wrongPrevious(commit: Hashed, before: Hashed | undefined): Said | undefined {
  const previous = [before?.hash ?? '', ...(before ? [hashIfAny(before)] : [])].find((one) =>
    isWhole({ ...commit, previous: one }),
  )
  if (previous === undefined) return undefined
  return { field: 'previous', how: '所记的前一次提交的摘要（previous）被改过', is: commit.previous, was: previous }
}

/** What its neighbours and the daily roots say its hash was, or nearly that. */
function wrongHash(commit: Hashed, commits: readonly Hashed[], seen: Context['seen']): Said | undefined {
  const own = hashIfAny(commit)
  const next = commits.find(({ number }) => number === commit.number + 1)
  const isMeant = next?.previous === own || seen.get(commit.number) === own || differAtOnce(commit.hash, own) === 1
  return isMeant ? { field: 'hash', how: '的摘要（hash）被改过，内容未变', is: commit.hash, was: own } : undefined
}

const hashIfAny = (commit: Hashed): string => {
  try {
    return hashOf(commit)
  } catch {
    return ''
  }
}
/** In how many places two texts of one length differ. */
const differAtOnce = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((character, i) => character !== b[i]).length : Number.POSITIVE_INFINITY

function changedField(found: Difference | undefined): Said | undefined {
  if (!found) return undefined
  const { path, is, was } = found
  return { field: path, how: `的${path}被改过`, is, was }
}

function oddField(commit: Hashed, before: Hashed | undefined, commits: readonly Hashed[]): Said | undefined {
  const after = commits.find(({ number }) => number === commit.number + 1)
  const field = unlikeOurs(commit, { before, after })
  return field && { field, how: `的${field}被改过：现在的写法不是本系统写得出的` }
}

const kindsOf = ({ events }: Hashed): string =>
  events.map((event) => differences(event, {}).find(({ path }) => path === 'type')?.is ?? '？').join('、')
