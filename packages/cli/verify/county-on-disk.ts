/** Whose data lie in a folder: its buckets have the county's name. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { County } from '#county/county.ts'
import { countyNames } from '../../../infra/read-county.ts'
import { readLaptopCounty } from '../laptop/laptop.ts'

/** Whose folders `npm start` makes. */
export const LAPTOP = 'sixian'

/** The laptop's own where the folder does not say, or names one of which there is no file any more. */
export function countyOnDisk(data: string): County {
  const buckets = join(data, 'buckets')
  const names = existsSync(buckets) ? readdirSync(buckets) : []
  const known = countyNames().find((county) => names.some((name) => name.startsWith(`${county}-storage-`)))
  return readLaptopCounty(known ?? LAPTOP)
}
