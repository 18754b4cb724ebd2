/** How far a story comes in a county that lacks a right, on the laptop and on the engine. */
import { join } from 'node:path'
import { ApiError, type Client } from '#contracts/client.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import type { County } from '#county/county.ts'
import { trialTerms } from '../../packages/cli/accept/trial.ts'
import { bootLaptop } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { clerkOf, OFFICE, openCall } from '../../packages/cli/rehearsal/acts.ts'
import { fillIn } from '../../packages/cli/rehearsal/form-acts.ts'
import { readCase, type Stage } from '../../packages/cli/rehearsal/stage.ts'
import { acceptanceAccounts, importAcceptanceRoster } from './accounts.ts'

const UNIT = 'acceptance-1'
/** Not one that an acceptance takes. */
const BATCH = '2026-1'

export async function stopOnLaptop(assembly: string, county: County, folder: string): Promise<Stop> {
  const cloud = await bootLaptop({
    county,
    assembly,
    data: join(folder, 'laptop-data'),
    port: 0,
    beginning: Date.now(),
    flowing: false,
    accounts: acceptanceAccounts(county),
  })
  try {
    const { origin } = cloud.addresses
    const as = peopleOf(county, () => origin)
    await importAcceptanceRoster(as(county.administratorLogin))
    return await untilItStops({ origin, batch: BATCH, as: cast(as), settle: () => cloud.settle(), sent: new Map() })
  } finally {
    await cloud.close()
  }
}

export const stopOnEngine = (origin: string, as: (login: string) => Client): Promise<Stop> =>
  untilItStops({ origin, batch: BATCH, as: cast(as), settle: async () => {}, patience: 60, sent: new Map() })

const LOGINS: Readonly<Record<string, string>> = {
  [OFFICE.officer]: 'acceptance-officer',
  [OFFICE.head]: 'acceptance-head',
  [clerkOf(UNIT)]: 'acceptance-clerk',
}
const cast = (as: (login: string) => Client) => (part: string) => as(LOGINS[part] ?? part)

/** Where a story stops: what was answered, and what of it is in the ledger. */
export type Stop = {
  readonly status: number
  readonly code: string | undefined
  readonly step: string
  readonly seen: number
  readonly files: number
}

/** Opens a call and fills in an application, as far as that goes. @throws Error when it goes all the way */
async function untilItStops(stage: Stage): Promise<Stop> {
  const clerk = clerkOf(UNIT)
  const kept = async () => {
    const { items } = await stage.as(clerk)(evidenceEndpoints.listEvidence, { params: { owner: UNIT } })
    return items.filter(({ status }) => status === 'kept').length
  }
  const before = await kept()
  await openCall(trialTerms(new Date()))(stage)
  const error = await fillIn(UNIT, '验收单位一', { contact: '部署验收（姓名）' })(stage).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ApiError)) throw new Error('the story went on without the right', { cause: error })
  const { step, seen } = await readCase(stage, clerk, UNIT)
  const { status, code } = error
  return { status, code, step, seen, files: (await kept()) - before }
}
