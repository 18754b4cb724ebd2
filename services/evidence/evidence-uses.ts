import { askTickets } from './ask-tickets.ts'
import { listOpenings } from './list-openings.ts'
import { listScans } from './list-scans.ts'
import { recordScan } from './record-scan.ts'
import { linkEvidence, listEvidence, readEvidence } from './show-evidence.ts'

type Deps = Parameters<typeof askTickets>[0] &
  Parameters<typeof listOpenings>[0] &
  Parameters<typeof listScans>[0] &
  Parameters<typeof recordScan>[0] &
  Parameters<typeof readEvidence>[0]

/** One use case for each endpoint of evidence. */
export const evidenceUses = (deps: Deps) => ({
  listOpenings: listOpenings(deps),
  listScans: listScans(deps),
  recordScan: recordScan(deps),
  askTickets: askTickets(deps),
  listEvidence: listEvidence(deps),
  readEvidence: readEvidence(deps),
  linkEvidence: linkEvidence(deps),
})
