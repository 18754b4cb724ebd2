import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type County, county, countyOnLaptop } from '#county/county.ts'
import { parseText, readValue, WrongFile } from '#procedure/wrong-file.ts'

const root = join(import.meta.dirname, '..')

/** Every county there is a file of. */
export const countyNames = (at: string = root): string[] =>
  globSync('counties/*.json', { cwd: at })
    .map((path) => basename(path, '.json'))
    .sort()

/**
 * The files of variants and forms are imported where code needs them, and an import keeps the last of two keys: their
 * texts are looked at here, before anything is made of them.
 * @throws WrongFile
 */
function checkTexts(at: string): void {
  for (const path of globSync('packages/procedure/{variants,forms}/*.json', { cwd: at }).sort())
    parseText(readFileSync(join(at, path), 'utf8'), path)
}

/**
 * @param at the folder that has `counties`
 * @throws WrongFile when there is no such county, its file is not one, or a variant or form is wrong
 */
export const readCounty = (name: string, at: string = root): County => readAs(county, name, at)
/** The same for a laptop, where less is asked of addresses. */
export const readLaptopCounty = (name: string, at: string = root): County => readAs(countyOnLaptop, name, at)

function readAs(schema: typeof county, name: string, at: string): County {
  const known = countyNames(at)
  if (!known.includes(name)) throw new WrongFile(`没有counties/${name}.json，现有${known.join('、')}。`)
  checkTexts(at)
  const file = `counties/${name}.json`
  return readValue(schema, parseText(readFileSync(join(at, file), 'utf8'), file), file)
}
