/** Once for all suites: the county synthesized, and a data folder with its roster, which every suite copies. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { accountsOf, importDemonstrationRoster } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, readCounty } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { prepare } from '../../packages/cli/laptop/prepare.ts'
import { BEGINNING } from '../../packages/cli/rehearsal/year.ts'

export type Rostered = {
  readonly folder: string
  readonly assembly: string
  /** The same for all, since the issuer's address is part of every login's digest. */
  readonly port: number
}

declare module 'vitest' {
  interface ProvidedContext {
    rostered: Rostered
  }
}

export const county = readCounty('sixian')
/** What functions would take from chance follows from it, so that two years can be compared byte by byte. */
export const SALT = 'the same in every run'

const newFolder = () => mkdtempSync(join(tmpdir(), 'shifan-faults-'))

/** A data folder of its own, with the roster in it. */
export function copyOf({ folder }: Rostered): string {
  const data = newFolder()
  cpSync(folder, data, { recursive: true })
  return data
}

export default async function setup(project: TestProject): Promise<() => void> {
  const assembly = await prepare(county, () => {})
  const [folder, port] = [newFolder(), await freePort()]
  const cloud = await bootLaptop({
    county,
    assembly,
    data: folder,
    port,
    beginning: Date.parse(BEGINNING),
    flowing: false,
    accounts: accountsOf(county),
    hooks: { seed: SALT },
  })
  await importDemonstrationRoster(
    county,
    peopleOf(county, () => cloud.addresses.origin),
  )
  await cloud.settle()
  await cloud.close()
  project.provide('rostered', { folder, assembly, port })
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Two in a row, below those the system hands out to clients: a county that is down must find its own again. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const free = await Promise.all([port, port + 1].map(isFree))
    if (free.every(Boolean)) return port
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((done) => {
    const server = createServer()
      .once('error', () => done(false))
      .listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
