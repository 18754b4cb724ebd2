import type { ActReference } from '#case/case-events.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { meetingOf } from '#steps/resolution/lines-taken.ts'
import { resolutionKind } from '#steps/resolution/resolution.ts'

/** `on`: the day that the act states of itself, as a meeting and a document do; it may be entered on a later one. */
export type ActCalled = { readonly title: string; readonly on?: string }

/** How a list act is called where a case has taken its line; undefined for a panel, whose line is its leader's own. */
export async function titleOfAct(ledger: Ledger, act: ActReference, known: Known): Promise<ActCalled | undefined> {
  const { stream, number } = act
  switch (stream.split('/')[0]) {
    case 'notice': {
      const title =
        knownAs(known, 'notice', stream)?.title ?? (await readStream(ledger, noticeKind, stream)).state.published?.title
      return { title: title === undefined ? stream : `《${title}》` }
    }
    case 'decision': {
      const told = knownAs(known, 'announcement', stream)
      if (told?.state === 'published' && told.date !== undefined)
        return { title: `《${told.title}》（${told.reference}）`, on: told.date }
      const { published } = (await readStream(ledger, announcementKind, stream)).state
      return published
        ? { title: `《${published.title}》（${published.number}）`, on: published.date }
        : { title: stream }
    }
    case 'resolution': {
      const told = knownAs(known, 'resolution', stream)?.acts?.find((one) => one.number === number)
      if (told?.date !== undefined) return { title: `${told.meeting}（${told.reference}）`, on: told.date }
      const meeting = meetingOf((await readStream(ledger, resolutionKind, stream)).state, number)
      return meeting ? { title: `${meeting.meeting}（${meeting.number}）`, on: meeting.date } : { title: stream }
    }
    default:
      return undefined
  }
}
