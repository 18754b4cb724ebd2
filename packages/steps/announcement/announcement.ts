/** The decision decider 决定: a document with a number and a date of its own over a list of cases, prepared by one and approved by another. Stream `decision/<batch>/<n>`. */
import { z } from 'zod/mini'
import { mustNameNobody } from '#batch/names-somebody.ts'
import { dateOf } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'
import { type Line, line, type SetAside, setAside } from '#case/list-act.ts'
import { type Approving, isRepeated, mustApprove, mustGiveWay, mustWait } from '#ledger/by-two.ts'
import type { Decision as Deciding, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

const instant = z.iso.datetime({ precision: 3 })
const head = { v: z.literal(1), at: instant, by: z.string() }
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const content = {
  batch: z.string(),
  step: z.string(),
  trial: z.boolean(),
  title: text(120),
  /** The document's own number 文号 and day, which are not the minutes'. */
  number: text(60),
  date: z.iso.date(),
  text: z.optional(text(2000)),
  /** It commends 表彰 as well as names. */
  commends: z.optional(z.literal(true)),
  lines: z.array(line).check(z.minLength(1)),
}
const prepared = z.object({ type: z.literal('prepared'), ...head, ...content })
const preparationReturned = z.object({ type: z.literal('preparationReturned'), ...head, reason: text(500) })
/** Approved, after the secrecy check 保密审查. */
const published = z.object({ type: z.literal('published'), ...head, preparedBy: z.string(), ...content })

export const announcementEvent = z.discriminatedUnion('type', [prepared, preparationReturned, published, setAside])
export type AnnouncementEvent = z.infer<typeof announcementEvent>
export type Announced = z.infer<typeof published>
type Prepared = z.infer<typeof prepared>

export type Announcement = {
  readonly prepared?: Prepared
  /** What went back, and why. */
  readonly returned?: z.infer<typeof preparationReturned> & { readonly document: Prepared }
  readonly published?: Announced
  readonly lines: readonly Line[]
  readonly setAside: readonly SetAside[]
}

export const announcementStream = (batch: string, n: number): string => `decision/${batch}/${n}`

export const announcementKind: Kind<AnnouncementEvent, Announcement> = {
  parse: (stored) => announcementEvent.parse(stored),
  initial: { lines: [], setAside: [] },
  evolve: (state, event) => {
    switch (event.type) {
      case 'prepared': {
        const { returned: _again, ...rest } = state
        return { ...rest, prepared: event }
      }
      case 'preparationReturned': {
        const { prepared, ...rest } = state
        return prepared ? { ...rest, returned: { ...event, document: prepared } } : state
      }
      case 'published':
        return { ...state, published: event, lines: event.lines }
      case 'setAside':
        return { ...state, setAside: [...state.setAside, event] }
    }
  },
}

type Asked = { readonly by: string; readonly received: string }
type Decision = Deciding<AnnouncementEvent, Announcement>

export const preparing = (stream: string) => ({ stream, what: '决定' })

/** Prepares the document for whoever approves it; a newer preparation takes the place of an older one. */
export const prepareAnnouncement =
  (
    stream: string,
    { replaces, ...document }: Omit<Prepared, 'type' | 'v' | 'at' | 'by'> & { readonly replaces?: string | undefined },
    { by, received }: Asked,
  ): Decision =>
  ({ prepared: standing, published }) => {
    if (published) throw new Refused('conflict', `这份决定已经签发（${published.number}），不能再改；请刷新后查看。`)
    const prepared = { type: 'prepared', v: 1, at: received, by, ...document } as const
    if (isRepeated(standing, prepared)) return []
    mustGiveWay(standing, { by, replaces }, preparing(stream))
    const { title, number, text } = document
    mustNameNobody('决定向社会公开', { title, number, text })
    const cases = document.lines.map((one) => one.case)
    if (new Set(cases).size < cases.length)
      throw new Refused('incomplete', '同一单位在名单中出现了两次。', { cases: '请去掉重复的单位' })
    return [prepared]
  }

/** Sends what was prepared back. `prepared`: what was seen. */
export const returnAnnouncement =
  (
    stream: string,
    { prepared: seen, reason }: { prepared: string; reason: string },
    { by, received }: Asked,
  ): Decision =>
  ({ prepared: standing, published, returned }) => {
    if (!standing && returned?.reason === reason && returned.by === by) return []
    const prepared = mustWait(published ? undefined : standing, seen, preparing(stream))
    if (prepared.by === by) throw new Refused('forbidden', '决定是您拟制的，不需要退回；要修改，请直接重新拟制。')
    return [{ type: 'preparationReturned', v: 1, at: received, by, reason }]
  }

/** Another person approves the document, after the secrecy check: it is published, and its cases take their lines. */
export const approveAnnouncement =
  (stream: string, approving: Approving, { by, received }: Asked): Decision =>
  ({ prepared: standing, published }) => {
    if (published?.by === by) return []
    const prepared = mustWait(published ? undefined : standing, approving.prepared, preparing(stream))
    mustApprove(prepared, by, approving, preparing(stream))
    const today = dateOf(received)
    if (prepared.date > today)
      throw new Refused(
        'incomplete',
        `决定的日期（${saidDay(prepared.date)}）晚于今天（${saidDay(today)}），还不能签发。`,
        {
          date: `日期不能晚于今天（${saidDay(today)}）；请到当日签发，或退回经办人修改日期`,
        },
      )
    const { by: preparedBy, ...rest } = prepared
    return [{ ...rest, type: 'published', at: received, by, preparedBy }]
  }
