import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Loaded, loadCatalogue } from './load-catalogue.ts'

const FOLDER = join(import.meta.dirname, 'packs')

/** Ids of the catalogues that come with the product. */
export const packIds = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted()

/** @throws Error when there is no such pack */
export const openPack = (id: string): Loaded =>
  loadCatalogue(`${id}.yaml`, readFileSync(join(FOLDER, `${id}.yaml`), 'utf8'))
