import { z } from 'zod/mini'
import { FOR_TRAINING, parseOrgans } from '#county/organs.ts'
import { parseRetention } from '#county/retention.ts'

const variables = z.object({
  ISSUER: z.url(),
  CLIENT_ID: z.string(),
  AUDIENCE: z.string(),
  COUNTY: z.string(),
  IDLE_MINUTES: z.string(),
  /** Parted by blanks; empty where the county demands none. */
  ACR_VALUES: z._default(z.string(), ''),
})

/**
 * What the console is told of its county, from the function's variables.
 * @param papers the county's own forms for papers, as they lie beside the console
 */
export function configurationIn(env: unknown, papers = ''): Readonly<Record<string, string>> {
  const { ISSUER, CLIENT_ID, AUDIENCE, COUNTY, IDLE_MINUTES, ACR_VALUES } = variables.parse(env)
  const { county, office, officePhone, training, malwareScan } = parseOrgans(COUNTY)
  const { staff, login } = parseRetention(COUNTY)
  return {
    issuer: ISSUER,
    clientId: CLIENT_ID,
    audience: AUDIENCE,
    county,
    idleMinutes: IDLE_MINUTES,
    // Who handles the data of whoever logs in, and how long: years.
    office,
    ...(officePhone && { officePhone }),
    keepsStaff: String(staff.years),
    keepsLogins: String(login.years),
    ...(ACR_VALUES && { acrValues: ACR_VALUES }),
    ...(training && { training: FOR_TRAINING }),
    ...(malwareScan && { malwareScan: 'demanded' }),
    ...(papers && { papers }),
  }
}
