import type { noticeEndpoints, publicEndpoints } from '#contracts/notice.ts'
import type { Organs } from '#county/organs.ts'
import type { PageUses, UseCases } from '#edge/use-case.ts'
import type { Contents } from '#ledger/contents.ts'
import type { Ledger } from '#ledger/ledger.ts'
import type { Persons } from '#persons/persons.ts'
import type { Rows } from '#rows/rows.ts'
import { approveNotice, returnNotice } from './notice/approve-notice.ts'
import { draftNotice } from './notice/draft-notice.ts'
import { enterHolidays } from './notice/enter-holidays.ts'
import { closeNotice, readNotice, recordProof } from './notice/keep-notice.ts'
import { prepareNotice } from './notice/prepare-notice.ts'
import { previewNotice } from './notice/preview-notice.ts'
import type { Link, Sized } from './objection/attachments.ts'
import {
  admitObjection,
  admitObjections,
  declineObjection,
  declineObjections,
  findObjection,
  findObjections,
} from './objection/decide-objection.ts'
import { enterObjection } from './objection/enter-objection.ts'
import { lookUpForm, lookUpObjection } from './objection/look-up-objection.ts'
import { readObjection } from './objection/read-objection.ts'
import { objectionForm, type PublicDeps, submitObjection } from './objection/take-objection.ts'
import { previewCall } from './pages/preview-call.ts'
import { readPrivacy } from './pages/read-privacy.ts'
import { readObjectionQueue } from './queue/read-queue.ts'

type OfficeDeps = {
  readonly ledger: Ledger
  readonly rows: Rows
  readonly contents: Contents
  readonly persons: Pick<Persons, 'remember' | 'read' | 'names'>
  readonly link: Link
  readonly sizeOf: Sized
  readonly organs: Organs
}

export const noticeUses = (deps: OfficeDeps): UseCases<typeof noticeEndpoints> => ({
  draftNotice: draftNotice(deps),
  previewNotice: previewNotice(deps),
  previewCall: previewCall(deps),
  prepareNotice: prepareNotice(deps),
  approveNotice: approveNotice(deps),
  returnNotice: returnNotice(deps),
  enterHolidays: enterHolidays(deps),
  readNotice: readNotice(deps),
  recordProof: recordProof(deps),
  closeNotice: closeNotice(deps),
  enterObjection: enterObjection(deps),
  readObjection: readObjection(deps),
  readObjectionQueue: readObjectionQueue(deps),
  admitObjection: admitObjection(deps),
  declineObjection: declineObjection(deps),
  findObjection: findObjection(deps),
  admitObjections: admitObjections(deps),
  declineObjections: declineObjections(deps),
  findObjections: findObjections(deps),
})

export const publicUses = (deps: PublicDeps): PageUses<typeof publicEndpoints> => ({
  objectionForm: objectionForm(deps),
  submitObjection: submitObjection(deps),
  readPrivacy: readPrivacy(deps),
  lookUpForm: lookUpForm(deps),
  lookUpObjection: lookUpObjection(deps),
})
