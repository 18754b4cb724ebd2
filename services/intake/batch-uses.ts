import type { batchEndpoints } from '#contracts/intake/batch-endpoints.ts'
import type { UseCases } from '#edge/use-case.ts'
import { changesOfBatch } from './call/change-batch.ts'
import { listProcedures } from './call/list-procedures.ts'
import { callsOfBatch } from './call/open-call.ts'
import { readReminders, remindUnits } from './call/remind-units.ts'
import type { IntakeDeps } from './intake-deps.ts'
import { approveAnnouncement, prepareAnnouncement, returnAnnouncement } from './list/announce.ts'
import { prepareList } from './list/prepare-list.ts'
import { readAnnouncements } from './list/read-announcements.ts'
import { readResolutions } from './list/read-resolutions.ts'
import { readSubmission } from './list/read-submission.ts'
import { recordResolution } from './list/record-resolution.ts'

/** Which use case answers what is asked about a whole batch. */
export const batchUses = (deps: IntakeDeps): UseCases<typeof batchEndpoints> => ({
  ...callsOfBatch(deps),
  listProcedures: listProcedures(deps),
  readResolutions: readResolutions(deps),
  readSubmission: readSubmission(deps),
  prepareList: prepareList(deps),
  recordResolution: recordResolution(deps),
  readAnnouncements: readAnnouncements(deps),
  prepareAnnouncement: prepareAnnouncement(deps),
  approveAnnouncement: approveAnnouncement(deps),
  returnAnnouncement: returnAnnouncement(deps),
  ...changesOfBatch(deps),
  readReminders: readReminders(deps),
  remindUnits: remindUnits(deps),
})
