/** Whether a decider of ours would have written what stands in a stream, each commit on the state that those before it add up to. */
import { canonicalJson } from '#ledger/chain.ts'
import type { Decision, Kind } from '#ledger/kind.ts'
import type { Commit } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { type Difference, differences, isObject } from '../differences.ts'
import type { Finding } from '../finding.ts'
import { issuePath } from '../issue-path.ts'
import { type Elsewhere, Untold } from './elsewhere.ts'

/** A commit, and what was there before it. `ids`: the stream's name without its prefix. */
export type About<Event, State> = {
  readonly stream: string
  readonly ids: readonly string[]
  readonly commit: Commit<Event>
  readonly events: readonly [Event, ...Event[]]
  readonly state: State
  readonly elsewhere: Elsewhere
}
/** Decisions of which one must have written the commit: what was asked is read back from what was written. */
export type Candidates<Event, State> = (about: About<Event, State>) => Iterable<Decision<Event, State>>
export type Judging = (stream: string, commits: readonly Commit[], elsewhere: Elsewhere) => Finding[]

type Wrong = { readonly field: string; readonly how: string } & Partial<Pick<Difference, 'is' | 'was'>>

/** @returns for commits of one stream, as they were written, in order: those that nothing of ours would have written */
export const judging =
  <Event, State>(kind: Kind<Event, State>, candidates: Candidates<Event, State>): Judging =>
  (stream, commits, elsewhere) => {
    const [, ...ids] = stream.split('/')
    const findings: Finding[] = []
    let state = kind.initial
    for (const stored of commits) {
      const { number } = stored
      const told = (wrong: Wrong) => findings.push(oddCommit(stream, number, wrong))
      try {
        const commit = { ...stored, events: stored.events.map(kind.parse) }
        const [first, ...more] = commit.events
        if (first === undefined) told({ field: 'events', how: '没有任何事件' })
        else {
          const about = { stream, ids, commit, events: [first, ...more] as const, state, elsewhere }
          const wrong = beyondShape(stored, commit) ?? byAnother(commit) ?? whyNobody(kind, about, candidates)
          if (wrong) told(wrong)
        }
        state = commit.events.reduce(kind.evolve, state)
      } catch (error) {
        told({ field: `events….${issuePath(error) ?? ''}`, how: '有一项事件本软件无法识别' })
        return findings
      }
    }
    return findings
  }

/** By the rules of this release: of a record that an older one has written they may say more. */
export const oddCommit = (stream: string, commit: number, { how, ...wrong }: Wrong): Finding => ({
  ...{ kind: 'ledger', stream, commit, ...wrong, byRules: true },
  sentence: `记录流“${stream}”的第${commit}次提交${how}，不是本系统所写；请停止写入并与备份核对。`,
})

/** Whoever gave a command stands in what came of it. */
function byAnother({ events, by }: Commit): Wrong | undefined {
  const at = events.findIndex((event) => isObject(event) && typeof event.by === 'string' && event.by !== by)
  return at < 0 ? undefined : { field: `events[${at}].by`, how: '的经办人与事件所写的不同' }
}

const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value))

/** What the schema does not know no writer of ours keeps. */
function beyondShape(stored: Commit, { events }: Commit): Wrong | undefined {
  const [odd] = differences(stored.events, plain(events), 'events')
  return odd && { field: odd.path, how: `的${odd.path}不是这种事件所有的` }
}

function whyNobody<Event, State>(
  kind: Kind<Event, State>,
  about: About<Event, State>,
  candidates: Candidates<Event, State>,
): Wrong | undefined {
  const is = plain(about.commit.events)
  let why: Wrong | undefined
  try {
    for (const decide of candidates(about)) {
      const wrong = whyNot(is, () => decide(about.state).map(kind.parse))
      if (!wrong) return undefined
      why ??= wrong
    }
  } catch (error) {
    if (error instanceof Untold) return undefined
    if (!(error instanceof Refused)) throw error
    why ??= refusal(error)
  }
  return why ?? { field: 'events[0].type', how: '不是哪一种办理写得出的' }
}

function whyNot(is: unknown, would: () => readonly unknown[]): Wrong | undefined {
  try {
    const was = would()
    if (was.length === 0) return { field: 'events[0].type', how: '在当时没有可办的' }
    const [first] = differences(is, plain(was), 'events')
    return first && { field: first.path, how: `的${first.path}与当时应写的不同`, is: first.is, was: first.was }
  } catch (error) {
    if (error instanceof Refused) return refusal(error)
    throw error
  }
}

/** The sentence is for whoever asked, and says why not up to its first full stop. */
const refusal = ({ message }: Refused): Wrong => ({
  field: 'events[0].type',
  how: `在当时不能这样办理（${message.replace(/[。；].*$/su, '')}）`,
})
