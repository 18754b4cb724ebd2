/** The demonstration county, booted: first in its months in virtual time, then for whoever looks around. */
import type { County } from '#county/county.ts'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import { PortTaken } from '#local-cloud/wire/listen.ts'
import { Sentence } from '#typed/sentence.ts'
import { accountsOf } from '../laptop/accounts.ts'
import { assemblyOf, bootLaptop, every, readLaptopCounty } from '../laptop/laptop.ts'
import { BEGINNING } from './today.ts'

export const county: County = readLaptopCounty('sixian')

/** @throws Sentence when the port is taken */
export const boot = (how: { data: string; port: number; flowing: boolean }): Promise<LocalCloud> =>
  bootLaptop({
    ...how,
    county,
    assembly: assemblyOf(county),
    beginning: Date.parse(BEGINNING),
    accounts: accountsOf(county),
    hooks: { skipSchedule: every(24) },
  }).catch((error: unknown) => {
    throw error instanceof PortTaken ? new Sentence(error.message) : error
  })
