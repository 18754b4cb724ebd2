/** The demonstration county, booted: first in its months in virtual time, then for whoever looks around. */
import type { County } from '#county/county.ts'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import { PortTaken } from '#local-cloud/wire/listen.ts'
import { Sentence } from '#typed/sentence.ts'
import { accountsOf } from '../laptop/accounts.ts'
import { assemblyOf, bootLaptop, every, readLaptopCounty, weeklySealedDaily } from '../laptop/laptop.ts'
import { FIRST_BATCH_BEGINNING } from './today.ts'

export const county: County = readLaptopCounty('sixian')

/** @throws Sentence when the port is taken */
export const boot = (how: { data: string; port: number; flowing: boolean }): Promise<LocalCloud> =>
  bootLaptop({
    ...how,
    county,
    assembly: assemblyOf(county),
    beginning: Date.parse(FIRST_BATCH_BEGINNING),
    accounts: accountsOf(county),
    // Its years pass while nobody looks.
    hooks: { skipSchedule: how.flowing ? every(24) : weeklySealedDaily },
  }).catch((error: unknown) => {
    throw error instanceof PortTaken ? new Sentence(error.message) : error
  })
