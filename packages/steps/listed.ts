/** Whether an act names a case that has not followed it yet: asked of the acts themselves and of their rows. */
import type { SetAside } from '#case/list-act.ts'
import type { Announcement } from './announcement/announcement.ts'
import type { Notice } from './notice/notice-events.ts'
import { isSubmitted, type Resolution, type Submitted, submittedCases } from './resolution/resolution.ts'

type Act = { readonly stream: string; readonly number: number }
/** A notice or an announcement; `named`: units that it names since it was published, but for lines set aside. */
type PublishedAct = { readonly step: string; readonly named?: readonly string[] | undefined }
type Resolving = {
  readonly stream: string
  readonly step: string
  readonly submitted: readonly Submitted[]
  /** `number`: the commit of a meeting; `units`: those it has decided about, but for lines set aside. */
  readonly acts?: readonly { readonly number: number; readonly units?: readonly string[] | undefined }[] | undefined
}
type Naming = { readonly published: readonly PublishedAct[]; readonly resolutions: readonly Resolving[] }

/** What is only prepared names nobody yet, save a list that a body has before it. */
export const isListedBy = (
  { published, resolutions }: Naming,
  {
    unit,
    step,
    visit,
    taken = [],
  }: {
    readonly unit: string
    readonly step: string
    readonly visit: number
    readonly taken?: readonly Act[] | undefined
  },
): boolean =>
  published.some((act) => act.step === step && act.named?.includes(unit)) ||
  resolutions.some(
    ({ stream, step: at, submitted, acts = [] }) =>
      at === step &&
      (isSubmitted(submitted, unit, visit) ||
        acts.some(
          ({ number, units = [] }) =>
            units.includes(unit) && !taken.some((act) => act.stream === stream && act.number === number),
        )),
  )

export const namedByNotice = ({ published, setAside }: Pick<Notice, 'published' | 'setAside'>): string[] =>
  without(published?.cases ?? [], setAside)

export const namedByAnnouncement = ({ published, setAside }: Pick<Announcement, 'published' | 'setAside'>): string[] =>
  without(published?.lines.map((line) => line.case) ?? [], setAside)

/** Units of one meeting. */
export const decidedUnits = (
  { setAside }: Pick<Resolution, 'setAside'>,
  { commit, lines }: Resolution['meetings'][number],
): string[] =>
  without(
    lines.map((line) => line.case),
    setAside.filter(({ number }) => number === commit),
  )

export const namedByResolution = (stream: string, step: string, state: Resolution): Resolving => ({
  stream,
  step,
  submitted: submittedCases(state),
  acts: state.meetings.map((meeting) => ({ number: meeting.commit, units: decidedUnits(state, meeting) })),
})

const without = (units: readonly string[], setAside: readonly SetAside[]): string[] =>
  units.filter((unit) => !setAside.some((line) => line.case === unit))
