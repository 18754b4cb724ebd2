import type { workEndpoints } from '#contracts/work/work.ts'
import type { UseCases } from '#edge/use-case.ts'
import { issueBulletin, noteBulletin, readBulletins } from './bulletins.ts'
import { answerFinding, readInspection, recordVisit, settleFinding } from './inspection.ts'
import type { WorkDeps } from './work-deps.ts'

/** Which use case answers what is asked about the work of a batch's units. */
export const workUses = (deps: WorkDeps): UseCases<typeof workEndpoints> => ({
  readBulletins: readBulletins(deps),
  issueBulletin: issueBulletin(deps),
  noteBulletin: noteBulletin(deps),
  readInspection: readInspection(deps),
  recordVisit: recordVisit(deps),
  answerFinding: answerFinding(deps),
  settleFinding: settleFinding(deps),
})
