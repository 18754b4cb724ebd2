import type { ActReference } from '#case/case-events.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { type Known, knownAs } from '#rows/known.ts'
import { announcementKind } from '#steps/announcement/announcement.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { resolutionKind } from '#steps/resolution/resolution.ts'

/** How a list act is called where a case has taken its line; undefined for a panel, whose line is its leader's own. */
export async function titleOfAct(ledger: Ledger, act: ActReference, known: Known): Promise<string | undefined> {
  const { stream, number } = act
  switch (stream.split('/')[0]) {
    case 'notice': {
      const title =
        knownAs(known, 'notice', stream)?.title ?? (await readStream(ledger, noticeKind, stream)).state.published?.title
      return title === undefined ? stream : `《${title}》`
    }
    case 'decision': {
      const told = knownAs(known, 'announcement', stream)
      if (told?.state === 'published') return `《${told.title}》（${told.reference}）`
      const { published } = (await readStream(ledger, announcementKind, stream)).state
      return published ? `《${published.title}》（${published.number}）` : stream
    }
    case 'resolution': {
      const told = knownAs(known, 'resolution', stream)?.acts?.find((one) => one.number === number)
      if (told) return `${told.meeting}（${told.reference}）`
      const { meetings } = (await readStream(ledger, resolutionKind, stream)).state
      const meeting = meetings.find(({ commit }) => commit === number)
      return meeting ? `${meeting.meeting}（${meeting.number}）` : stream
    }
    default:
      return undefined
  }
}
