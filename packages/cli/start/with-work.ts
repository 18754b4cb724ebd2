/** Of several people of one role those who find something to do in the demonstration on its first day. */
import type { Client } from '#contracts/client.ts'
import { viewsEndpoints } from '#contracts/views.ts'

export const WITH_WORK: readonly string[] = ['officer-1', 'clerk-dunji', 'legal-caogou', 'head-wafang']

/** Of these logins those that find something to do now: days have passed since somebody looked last. */
export async function whoHasWork(logins: readonly string[], as: (login: string) => Client): Promise<readonly string[]> {
  const found = await Promise.all(
    logins.map(async (login) => ((await as(login)(viewsEndpoints.readWorklist)).items.length > 0 ? [login] : [])),
  )
  return found.flat()
}
