/** What other streams said when something was decided: as far as they are as they were written. */
import { batchKind } from '#batch/batch.ts'
import { bulletinsKind } from '#batch/bulletins/bulletins.ts'
import { after } from '#calendar/instant.ts'
import { caseKind } from '#case/case.ts'
import { type Catalogue, catalogue } from '#catalogue/catalogue.ts'
import { catalogueKind } from '#catalogue/edition/publish-version.ts'
import { holidaysKind } from '#county/enter-holidays.ts'
import { dossierKind } from '#dossier/answer.ts'
import { spreadKind } from '#dossier/spread/spread.ts'
import { copiesKind } from '#evidence/copies/copies.ts'
import { evidenceKind } from '#evidence/evidence.ts'
import { resultsKind } from '#external-results/external-results.ts'
import { verifyChain } from '#ledger/chain.ts'
import { storedCommit } from '#ledger/dynamo-ledger.ts'
import type { Kind } from '#ledger/kind.ts'
import type { Commit } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { personsNamedBy } from '#persons/named-persons.ts'
import { isAboutPersons } from '#retention/needs.ts'
import { keepersKind } from '#roster/keepers.ts'
import { loginKind } from '#roster/login.ts'
import { personKind } from '#roster/person.ts'
import { unitKind } from '#roster/unit.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { panelKind } from '#steps/inquiry/panel.ts'
import { sheetKind } from '#steps/inquiry/sheet.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { objectionKind } from '#steps/notice/objection.ts'
import { resolutionKind } from '#steps/resolution/resolution.ts'
import { dutyKind } from '#steps/work/duty.ts'
import { inspectionKind } from '#steps/work/inspection.ts'
import { MARGIN_MS } from '../verify-roots.ts'

/** A stream that is asked is not as it was written, and says so itself: nothing is said of whatever rests on it. */
export class Untold extends Error {
  override name = 'Untold'
}

/** Lists, which some decisions ask, may lag for as long before the hourly look makes up for what they missed. */
export const LAG_MS = 2 * 3_600_000

type Read = (stream: string) => readonly Commit[]
type Folded<Event, State> = {
  readonly commits: readonly Commit<Event>[]
  /** By how many commits they add up to. */
  readonly states: readonly [State, ...State[]]
}

/**
 * The streams of one kind. Each way to look throws Untold, and Refused for a stream of another kind: nothing is wrong with
 * that one, which would tell nothing of whatever names it as one of these.
 */
export class Folds<Event, State> {
  readonly #read: Read
  readonly #kind: Kind<Event, State>
  readonly #name: string
  readonly #known = new Map<string, Folded<Event, State>>()

  /** @param name with which their names begin */
  constructor(read: Read, kind: Kind<Event, State>, name: string) {
    this.#read = read
    this.#kind = kind
    this.#name = name
  }

  #folded(stream: string): Folded<Event, State> {
    const known = this.#known.get(stream)
    if (known) return known
    if (!stream.startsWith(`${this.#name}/`)) throw new Refused('unknown', `“${stream}”不是“${this.#name}”一类的记录流`)
    const { parse, evolve, initial } = this.#kind
    const stored = this.#read(stream)
    const made = orUntold(() => {
      const commits = stored.map((commit) => ({ ...commit, events: commit.events.map(parse) }))
      const states: [State, ...State[]] = [initial]
      for (const { events } of commits) states.push(events.reduce(evolve, states.at(-1) ?? initial))
      return { commits, states }
    })
    this.#known.set(stream, made)
    return made
  }

  commits = (stream: string): readonly Commit<Event>[] => this.#folded(stream).commits

  /**
   * Every state in which a stream may have been read by whoever decided something at an instant, the newest first:
   * clocks differ, and writes are on their way. @param lag how much older it may have been @param lead how much newer
   */
  at(stream: string, instant: string, lag = MARGIN_MS, lead = MARGIN_MS): readonly State[] {
    return this.reads(stream, instant, lag, lead).map(({ state }) => state)
  }

  /** The same, each with the commits that it adds up from. */
  reads(
    stream: string,
    instant: string,
    lag = MARGIN_MS,
    lead = MARGIN_MS,
  ): readonly { readonly state: State; readonly commits: readonly Commit<Event>[] }[] {
    const { commits, states } = this.#folded(stream)
    const by = (latest: string) => commits.findLastIndex((commit) => commit.at <= latest) + 1
    const first = by(after(instant, -lag))
    return states
      .slice(first, by(after(instant, lead)) + 1)
      .map((state, i) => ({ state, commits: commits.slice(0, first + i) }))
      .toReversed()
  }

  /** What a stream added up to before a commit of it. */
  before(stream: string, number: number): State {
    const { states } = this.#folded(stream)
    return states[number - 1] ?? states[0]
  }
}

/**
 * @param items of every stream, as they lie there
 * @param wrong whether a stream is known not to be as it was written
 * @param published what was published as standards and lists, and what units say of their experience, by its digest
 * @param standIn the stream of the login that stands in while the roster lacks an administrator; undefined where nobody knows it
 */
export function lookElsewhere(
  items: ReadonlyMap<string, readonly unknown[]>,
  wrong: (stream: string) => boolean,
  published: ReadonlyMap<string, unknown> = new Map(),
  standIn?: string,
) {
  const known = new Map<string, readonly Commit[]>()
  const read: Read = (stream) => {
    const before = known.get(stream)
    if (before) return before
    const parsed = (items.get(stream) ?? []).map((item) => storedCommit.safeParse(item).data)
    const commits = parsed.flatMap((one) => one ?? []).toSorted((a, b) => a.number - b.number)
    if (wrong(stream) || commits.length < parsed.length) throw new Untold(stream)
    orUntold(() => verifyChain(commits, stream))
    known.set(stream, commits)
    return commits
  }
  const parsed = new Map<string, Catalogue | undefined>()
  const catalogueOf = (digest: string): Catalogue | undefined => {
    if (!parsed.has(digest)) parsed.set(digest, catalogue.safeParse(published.get(digest)).data)
    return parsed.get(digest)
  }
  const streams = [...items.keys()]
  const byKind = Map.groupBy(streams, (stream) => stream.slice(0, stream.indexOf('/')))
  return {
    streams,
    standIn,
    namedAt: once(() => firstNamed(streams, read)),
    /** Those whose name begins with that word. */
    ofKind: (kind: string): readonly string[] => byKind.get(kind) ?? [],
    /** As they lie there. @throws Untold */
    commits: read,
    batches: new Folds(read, batchKind, 'batch'),
    /** As it was published; without it, it is not at hand. */
    textOf: (digest: string) => (published.has(digest) ? { is: published.get(digest) } : undefined),
    catalogueOf,
    catalogues: new Folds(read, catalogueKind, 'catalogue'),
    bulletins: new Folds(read, bulletinsKind, 'bulletins'),
    cases: new Folds(read, caseKind, 'case'),
    notices: new Folds(read, noticeKind, 'notice'),
    objections: new Folds(read, objectionKind, 'objection'),
    results: new Folds(read, resultsKind, 'results'),
    resolutions: new Folds(read, resolutionKind, 'resolution'),
    announcements: new Folds(read, announcementKind, 'decision'),
    panels: new Folds(read, panelKind, 'panel'),
    sheets: new Folds(read, sheetKind, 'sheet'),
    persons: new Folds(read, personKind, 'person'),
    units: new Folds(read, unitKind, 'unit'),
    keepers: new Folds(read, keepersKind, 'keepers'),
    logins: new Folds(read, loginKind, 'login'),
    dossiers: new Folds(read, dossierKind, 'dossier'),
    duties: new Folds(read, dutyKind, 'duty'),
    inspections: new Folds(read, inspectionKind, 'inspection'),
    evidence: new Folds(read, evidenceKind, 'evidence'),
    copies: new Folds(read, copiesKind, 'copies'),
    holidays: new Folds(read, holidaysKind, 'holidays'),
    spreads: new Folds(read, spreadKind, 'spread'),
  }
}
export type Elsewhere = ReturnType<typeof lookElsewhere>

function once<T>(make: () => T): () => T {
  let made: { readonly is: T } | undefined
  return () => {
    made ??= { is: make() }
    return made.is
  }
}

/** Since when some stream names data of a person, by their id; one that is altered names nobody. */
function firstNamed(streams: readonly string[], read: Read): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const commitsOf = (stream: string) => {
    try {
      return read(stream)
    } catch (error) {
      if (error instanceof Untold) return []
      throw error
    }
  }
  for (const stream of streams.filter(isAboutPersons))
    for (const commit of commitsOf(stream))
      for (const { id } of personsNamedBy([commit])) if (commit.at < (first.get(id) ?? '9')) first.set(id, commit.at)
  return first
}

/** Events that no software of ours has written are found where they stand. */
function orUntold<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Untold(error instanceof Error ? error.message : '')
  }
}
