import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { listen, unlisten } from '#local-cloud/wire/listen.ts'

declare module 'vitest' {
  interface ProvidedContext {
    played: string
    port: number
  }
}

/** One folder for the whole run: what several test files begin with is played once. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'shifan-played-'))
  provide('played', folder)
  provide('port', await freePair())
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Fills `data` with a county that was played before, or plays it there and keeps a copy. Files run one after the other. */
export async function playedOnce(
  name: string,
  data: string,
  playInto: (folder: string) => Promise<void>,
): Promise<void> {
  const kept = join(inject('played'), name)
  if (!existsSync(kept)) {
    await playInto(`${kept}.new`)
    renameSync(`${kept}.new`, kept)
  }
  cpSync(kept, data, { recursive: true })
}

/** A login belongs to its issuer's address, so a played county keeps its port; S3 takes the next one. */
export const onePort = (): number => inject('port')

async function freePair(): Promise<number> {
  for (;;) {
    const [first, second] = [createServer(), createServer()]
    const port = Number(new URL(await listen(first, 0)).port)
    const free = await listen(second, port + 1).then(
      () => true,
      () => false,
    )
    await Promise.all([unlisten(first), unlisten(second)])
    if (free) return port
  }
}
