import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type County, county } from '#county/county.ts'

const folder = join(import.meta.dirname, '../counties')

/** Every county there is a file of. */
export const countyNames = (): string[] =>
  globSync(`${folder}/*.json`)
    .map((path) => basename(path, '.json'))
    .sort()

/** @throws Error when there is no such county, or its file is not one */
export function readCounty(name: string): County {
  const known = countyNames()
  if (!known.includes(name)) throw new Error(`there is no counties/${name}.json; there are ${known.join(', ')}.`)
  return county.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
}
