/** What each part of a meeting's form is given: the draft, what is wrong with it, and how it is changed. */
import type { ResolutionPage } from '#contracts/meeting.ts'
import type { Draft, Wrong } from './resolution-draft.ts'

export type Entering = {
  readonly page: ResolutionPage
  readonly draft: Draft
  readonly wrong: Wrong
  /** What will be said once everything is sent, or the field is left. */
  readonly lacking: Wrong
  readonly put: (change: Partial<Draft>) => void
  readonly leave: (entry: string) => void
}
