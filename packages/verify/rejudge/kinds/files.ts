/** Files: who promised one, and what the verifier and the scanner said of it. */
import { copiesKind, copiesStream, copy, judge } from '#evidence/copies/copies.ts'
import {
  type Evidence,
  type EvidenceEvent,
  evidenceKind,
  evidenceStream,
  hold,
  keep,
  promise,
  reject,
} from '#evidence/evidence.ts'
import { fileOwner } from '#evidence/file-owner.ts'
import { kindOfType, noteOn } from '#evidence/kinds.ts'
import { recordVerdict, type Verdict } from '#evidence/scan.ts'
import type { Decision } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'
import { ACTORS } from '#typed/reserved-ids.ts'
import { VERIFYING } from '../commands.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { type About, judging } from '../judging.ts'
import { mustHaveRight } from '../rights.ts'

type AboutFile = About<EvidenceEvent, Evidence>
type Deciding = Decision<EvidenceEvent, Evidence>

export const judgeEvidence = judging(evidenceKind, function* candidates(about): Iterable<Deciding> {
  const { events } = about
  yield (state) => {
    const made: EvidenceEvent[] = []
    let now = state
    for (const [at, event] of events.entries()) {
      if (made.length > at) continue
      const would = decide(event, about)(now)
      made.push(...would)
      now = would.reduce(evidenceKind.evolve, now)
    }
    return made
  }
})

function decide(event: EvidenceEvent, about: AboutFile): Deciding {
  const { ids, elsewhere, commit } = about
  const [owner = ''] = ids
  const found = fileOwner(owner)
  if (!found) throw new Refused('unknown', `没有“${owner}”这样的材料归属`)
  const { at } = event
  switch (event.type) {
    case 'promised': {
      const { name, size, contentType, object, by } = event
      // What came with the public form is named by its object, and was promised by nobody of the roster.
      if (object !== undefined && by === ACTORS.public)
        return (state) => {
          if (found.of !== 'office' || found.purpose !== 'sent' || state.promised)
            throw new Refused('forbidden', '网页异议的附件不在这里，或者早有文件')
          return [event]
        }
      mustHaveRight(elsewhere, 'upload-evidence', { by: commit.by, received: at }, { unit: found.unit, file: found })
      return promise({ name, size, contentType }, { by, received: at })
    }
    case 'scanned': {
      const { clean, finding, by } = event
      mustBeSaid(about, event)
      return recordVerdict({ clean, finding }, { by, received: at })
    }
    case 'kept':
      mustBeVerified(about)
      return asPromised(event, keep(said(event), at))
    case 'held':
      mustBeVerified(about)
      return asPromised(event, hold(said(event), at))
    case 'rejected':
      mustBeVerified(about)
      return reject(event.reason, at)
  }
}

const said = ({ contentType, size, note }: { contentType: string; size: number; note?: string | undefined }) => ({
  ...{ contentType, size },
  ...(note && { note }),
})

type Found = { readonly contentType: string; readonly size: number; readonly note?: string | undefined }
/** Other bytes than were promised are rejected; of a kind that its name does not say it is kept with a note. */
const asPromised =
  (found: Found, decide: Deciding): Deciding =>
  (state) => {
    const { promised, held } = state
    const { size, contentType, note } = found
    if (promised?.size !== size || (held && held.contentType !== contentType))
      throw new Refused('conflict', '文件与上传前登记的大小或者核验的类型不同')
    // What came with the public form has no name of its own.
    const wanted = promised.object === undefined ? noteOn(promised.name, contentType) : undefined
    if (kindOfType(contentType) === undefined || (wanted ?? '') !== (note ?? ''))
      throw new Refused('conflict', '文件的类型不是本系统保存的，或者与文件名不同而没有写明')
    return decide(state)
  }

/** @throws Refused for what anybody but the verifier says of bytes */
function mustBeVerified({ commit }: AboutFile): void {
  if (commit.by !== ACTORS.verifier || !VERIFYING.test(commit.command))
    throw new Refused('forbidden', '文件只由系统核验')
}

type Scanned = Extract<EvidenceEvent, { type: 'scanned' }>
/**
 * The scanner says so by a click, of the same bytes elsewhere as well; the verifier only repeats of what it holds that
 * the same bytes were found bad, and says of nothing that it is clean. @throws Refused
 */
function mustBeSaid({ ids, elsewhere, commit, events }: AboutFile, { clean, finding, at }: Scanned): void {
  const [, sha256 = ''] = ids
  const stream = copiesStream(sha256)
  const isSame = (one: Verdict | undefined) => one?.clean === clean && one.finding === finding
  if (commit.by === ACTORS.verifier) {
    const stands = !clean && elsewhere.copies.at(stream, at).some(({ verdict }) => isSame(verdict))
    if (events[0].type !== 'held' || !stands)
      throw new Refused('forbidden', '是否有病毒只由查毒人员登记，系统只照抄对同一内容已有的查毒结果')
    return
  }
  mustHaveRight(elsewhere, 'record-scan', { by: commit.by, received: at })
  const name = `spread ${stream}#`
  if (!commit.command.startsWith('spread ')) return
  // Asked again where it was cut off, it says so later, and of a stream that has gone on.
  const upTo = commit.command.startsWith(name) ? Number(commit.command.slice(name.length)) : 0
  const isSpread = elsewhere.copies
    .commits(stream)
    .some(
      (one) =>
        one.number <= upTo &&
        one.by === commit.by &&
        one.events.some((event) => event.type === 'judged' && isSame(event)),
    )
  if (!isSpread) throw new Refused('elsewhere', '对同一内容没有登记过这样的查毒结果')
}

/** @throws Refused where nobody has begun to send the file there */
function mustLieThere({ evidence }: Elsewhere, stream: string, at: string): void {
  if (!evidence.at(stream, at).some(({ promised }) => promised))
    throw new Refused('unknown', `当时没有${stream}这份文件`)
}

export const judgeCopies = judging(copiesKind, function* candidates({ ids, events, elsewhere, commit }) {
  const [sha256 = ''] = ids
  const [{ at: received }] = events
  yield (state) => {
    if (commit.by !== ACTORS.verifier) mustHaveRight(elsewhere, 'record-scan', { by: commit.by, received })
    const isByVerifier = commit.command.startsWith('copy ') && events.every(({ type }) => type === 'copied')
    if ((commit.by === ACTORS.verifier) !== isByVerifier)
      throw new Refused('forbidden', '是否有病毒只由查毒人员登记，系统只登记同一内容在哪里')
    let now = state
    return events.flatMap((event) => {
      if (event.type === 'copied') mustLieThere(elsewhere, evidenceStream(event.owner, sha256), received)
      // Whoever judges says first of which copy.
      else if (now.owners.length === 0) throw new Refused('conflict', '没有登记过这些内容在哪里')
      const by = { by: event.by, received: event.at }
      const would = (event.type === 'copied' ? copy(event.owner, by) : judge(event, by))(now)
      now = would.reduce(copiesKind.evolve, now)
      return would
    })
  }
})
