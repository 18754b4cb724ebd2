/** What no writer of ours would have written, though every hash is right: a click that counts twice, one person as two. */
import { msBetween } from '#calendar/instant.ts'
import { clickNameOf } from '#ledger/bound-command.ts'
import type { Commit } from '#ledger/ledger.ts'
import { isObject } from './differences.ts'
import type { Finding } from './finding.ts'
import { followsAct } from './rejudge/commands.ts'
import { MARGIN_MS, MOMENT_MS } from './verify-roots.ts'

/** Fields by which an event names who asked for what `by` has agreed to. */
const ASKED_BY = ['preparedBy', 'proposedBy'] as const
const IS_ASKING = /prepared$|proposed$/i

type Event = Readonly<Record<string, unknown>>

/** @param commits of one stream, as they were written, in order */
export function undecidable(stream: string, commits: readonly Commit[]): Finding[] {
  const asked = new Set<string>()
  const clicks = new Map<string, number>()
  const drafts = new Drafts()
  let latest = ''
  return commits.flatMap((commit) => {
    const { number, command, events, at } = commit
    const told = (field: string, how: string): Finding => ({
      ...{ kind: 'ledger', stream, commit: number, field },
      sentence: `记录流“${stream}”的第${number}次提交${how}，不是本系统所写；请停止写入并与备份核对。`,
    })
    const click = clickNameOf(command)
    const before = clicks.get(click)
    clicks.set(click, number)
    const twice = before === undefined ? [] : [told('command', `与第${before}次提交是同一次操作`)]
    const back = latest !== '' && msBetween(at, latest) > MARGIN_MS ? [told('at', '写的时间早于前一次提交')] : []
    if (at > latest) latest = at
    const alone = events.flatMap((event, i) => {
      if (!isObject(event)) return []
      const { type, by } = event
      const field = `events[${i}]`
      const judged = drafts.wrongIn(event).map(({ at: name, how }) => told(`${field}.${name}`, how))
      const time = event.at
      const off = typeof time === 'string' ? msBetween(time, at) : 0
      const odd =
        off < -MOMENT_MS || (off > MARGIN_MS && !followsAct(stream, event, commit))
          ? [told(`${field}.at`, '所写的时间与提交的时间不是同一时候')]
          : []
      if (typeof type === 'string' && typeof by === 'string' && IS_ASKING.test(type)) asked.add(by)
      const approved = ASKED_BY.flatMap((name) => {
        const { [name]: who } = event
        if (typeof who !== 'string') return []
        if (who === by) return [told(`${field}.${name}`, '由同一个人拟制和批准')]
        return asked.has(who) ? [] : [told(`${field}.${name}`, '所批准的，此前没有人拟制')]
      })
      return [...judged, ...odd, ...approved]
    })
    return [...twice, ...back, ...alone]
  })
}

/** Drafts of judgements and of their corrections, each until it is signed or goes back. */
class Drafts {
  readonly #standing = new Map<string, Event>()

  /** What an event says of the draft that stands, against that draft; then whatever it makes of it. */
  wrongIn(event: Event): { readonly at: 'draftedBy' | 'by'; readonly how: string }[] {
    const { type, step, by, draftedBy } = event
    const kind = typeof type === 'string' ? KINDS[type] : undefined
    if (!kind) return []
    const place = `${kind.of} ${step} ${kind.of === 'draft' ? event.visit : event.corrects}`
    const draft = this.#standing.get(place)
    if (kind.does === 'drafts') this.#standing.set(place, event)
    else this.#standing.delete(place)
    if (kind.does !== 'signs') return []
    if (draft && draft.by === by) return [{ at: 'by', how: '由同一个人拟办和签发' }]
    if (draftedBy === undefined) return []
    const isTheirs = draft?.by === draftedBy && draft?.outcome === event.outcome
    return isTheirs ? [] : [{ at: 'draftedBy', how: '所签发的，此前没有这个人这样拟办' }]
  }
}
const KINDS: Readonly<
  Record<string, { readonly of: 'draft' | 'correction'; readonly does: 'drafts' | 'signs' | 'drops' }>
> = {
  drafted: { of: 'draft', does: 'drafts' },
  draftReturned: { of: 'draft', does: 'drops' },
  decided: { of: 'draft', does: 'signs' },
  correctionDrafted: { of: 'correction', does: 'drafts' },
  correctionReturned: { of: 'correction', does: 'drops' },
  corrected: { of: 'correction', does: 'signs' },
}
