/**
 * The ledger: every change is a commit, the events of one decision, written once as one item.
 *
 *   stream "case/2018-2/dazhuang"   number 1, 2, 3 …   events   command   by   at   previous   hash
 *
 * Only `read` makes a head and only a head can be appended to, so nobody can write into a stream's
 * middle or past its end. `command` names the click that asked, and what for: asked twice, it is decided once.
 */
import { clickOf } from './bound-command.ts'
import { canonicalJson, hashOf, verifyChain } from './chain.ts'
import type { Decision, Kind } from './kind.ts'
import { Refused } from './refused.ts'
import { mustFit } from './sizes.ts'

export type Commit<Event = unknown> = {
  readonly stream: string
  readonly number: number
  readonly events: readonly Event[]
  /** Unique per click; the same on every retry of it. */
  readonly command: string
  readonly by: string
  /** Book-keeping only: a business time is a field of an event. */
  readonly at: string
  readonly previous: string
  readonly hash: string
}

/** The last commit a reader saw. Opaque: it comes from `read` and goes to `append`; a copy of its fields is not one. */
export class Head {
  readonly stream: string
  readonly number: number
  readonly #hash: string

  /** For ledgers alone: the head of a stream whose commits were all read. */
  constructor(stream: string, commits: readonly Commit[]) {
    this.stream = stream
    this.number = commits.length
    this.#hash = commits.at(-1)?.hash ?? ''
  }

  /** The commit that would come after this head, sealed. */
  next(events: readonly unknown[], command: string, by: string, at: Date): Commit {
    if (events.length === 0) throw new Error(`a commit of ${this.stream} needs at least one event`)
    const content = {
      stream: this.stream,
      number: this.number + 1,
      events: plain(events),
      command,
      by,
      at: at.toISOString(),
      previous: this.#hash,
    }
    const commit = { ...content, hash: hashOf(content) }
    mustFit(commit)
    return commit
  }
}

/** What JSON keeps of it: no `undefined`, no prototypes; so the hash covers what is stored and nothing else. */
const plain = (events: readonly unknown[]): readonly unknown[] => JSON.parse(canonicalJson(events))

export interface Ledger {
  /** All commits of a stream, strongly consistent. A stream nobody wrote has none. */
  read(stream: string): Promise<{ readonly head: Head; readonly commits: readonly Commit[] }>
  /**
   * Appends after `head`.
   * @throws MovedOn if another commit took the place, CommitTooLarge if it would not fit
   */
  append(head: Head, events: readonly unknown[], command: string, by: string): Promise<Commit>
  /** Every stream once, with number and hash of its newest commit. */
  streams(): AsyncIterable<Newest>
}

export type Newest = { readonly stream: string; readonly number: number; readonly hash: string }

/** Somebody else wrote first. */
export class MovedOn extends Error {
  override name = 'MovedOn'
  constructor({ stream, number }: Head) {
    super(`“${stream}”在第${number}次提交之后又有新的办理记录；请刷新后再办。`)
  }
}

export type Read<Event, State> = {
  readonly head: Head
  readonly commits: readonly Commit<Event>[]
  readonly state: State
}

const parsed = <Event>(kind: Pick<Kind<Event, unknown>, 'parse'>, commit: Commit): Commit<Event> => ({
  ...commit,
  events: commit.events.map((stored) => kind.parse(stored)),
})

/** The state that commits add up to. */
export const fold = <Event, State>(
  { initial, evolve }: Pick<Kind<Event, State>, 'initial' | 'evolve'>,
  commits: readonly Commit<Event>[],
): State => commits.flatMap(({ events }) => events).reduce((state, event) => evolve(state, event), initial)

/**
 * A stream's commits in today's shape, and what they add up to.
 * @throws ChainBroken when they are not what was written: nothing is shown of them, and nothing is decided on them
 */
export async function readStream<Event, State>(
  ledger: Ledger,
  kind: Kind<Event, State>,
  stream: string,
): Promise<Read<Event, State>> {
  const { head, commits: stored } = await ledger.read(stream)
  verifyChain(stored, stream)
  const commits = stored.map((commit) => parsed(kind, commit))
  return { head, commits, state: fold(kind, commits) }
}

export type Ask<Event, State> = {
  readonly stream: string
  /** Unique per click; the same on every retry of it. */
  readonly command: string
  readonly by: string
  readonly decide: Decision<Event, State>
  /** What was read of the stream just before, for the first attempt. */
  readonly first?: Read<Event, State>
}

export type Answer<Event, State> = {
  readonly commits: readonly Commit<Event>[]
  readonly state: State
  /** The events of this command, now or when it was first asked; none when there was nothing to do. */
  readonly events: readonly Event[]
}

/**
 * The commit that this command made already: its answer was lost, and it is asked again.
 * @throws Refused when the id was somebody else's, or asked for something else: "done" would be said of what never was
 */
export function doneBy<Event>(
  commits: readonly Commit<Event>[],
  { command, by }: Pick<Commit, 'command' | 'by'>,
): Commit<Event> | undefined {
  const compare = clickOf(command)
  const done = commits.find((commit) => compare(commit.command) !== 'another click')
  if (done && (done.by !== by || compare(done.command) === 'something else'))
    throw new Refused('conflict', '这个操作编号已经用于另一次办理，本次没有办理；请刷新页面，核对后再办。')
  return done
}

/**
 * Reads, decides, appends; decides again on fresh state when another writer was first.
 * @throws MovedOn when others were first `attempts` times; Refused when the command's id was used by another person or
 * for something else; whatever `decide` throws
 */
export async function execute<Event, State>(
  ledger: Ledger,
  kind: Kind<Event, State>,
  { stream, command, by, decide, first }: Ask<Event, State>,
  attempts = 5,
): Promise<Answer<Event, State>> {
  for (let attempt = 1; ; attempt++) {
    const { head, commits, state } = (attempt === 1 && first) || (await readStream(ledger, kind, stream))
    const done = doneBy(commits, { command, by })
    if (done) return { commits, state, events: done.events }
    // The last look is for a commit of our own whose answer was lost on the last attempt.
    if (attempt > attempts) throw new MovedOn(head)
    // What could not be read back is never written, and what the schema does not know is dropped.
    const events = decide(state).map((event) => kind.parse(event))
    if (events.length === 0) return { commits, state, events }
    try {
      const all = [...commits, parsed(kind, await ledger.append(head, events, command, by))]
      return { commits: all, state: fold(kind, all), events }
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error
    }
  }
}
