import { mkdir, readlink, rm, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'

const BETWEEN_MS = 100
/** Two minutes; then it is done beside the other one, which only costs. */
const MOST_WAITS = 1200

/** Does it while no other process or thread does so under the same name: whoever comes second finds what the first has made. */
export async function oneAtATime<T>(lock: string, doing: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true })
  for (let waits = 0; waits < MOST_WAITS && !(await taken(lock)); waits++)
    await new Promise((later) => setTimeout(later, BETWEEN_MS))
  try {
    return await doing()
  } finally {
    await rm(lock, { force: true })
  }
}

/** A link to nothing whose target is the process: made with its content, or not at all. */
async function taken(lock: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), lock)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const holder = Number(await readlink(lock).catch(() => process.pid))
    // Whoever was killed in it does not end it any more.
    if (!isThere(holder)) await rm(lock, { force: true })
    return false
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
