import type { workEndpoints } from '#contracts/bulletins.ts'
import type { UseCases } from '#edge/use-case.ts'
import { issueBulletin, noteBulletin, readBulletins } from './bulletins.ts'
import type { WorkDeps } from './work-deps.ts'

/** Which use case answers what is asked about the work of a batch's units. */
export const workUses = (deps: WorkDeps): UseCases<typeof workEndpoints> => ({
  readBulletins: readBulletins(deps),
  issueBulletin: issueBulletin(deps),
  noteBulletin: noteBulletin(deps),
})
