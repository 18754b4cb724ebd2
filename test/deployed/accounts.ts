/** Those of the acceptance's roster, and who keeps the roster. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '#contracts/client.ts'
import type { County } from '#county/county.ts'
import { logIn } from '#local-cloud/login.ts'
import type { Account } from '#local-cloud/oidc-issuer.ts'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { openRoster } from '../../packages/cli/roster/import-roster.ts'
import type { Roster } from '../../packages/cli/roster/read-roster.ts'
import { sendRoster } from '../../packages/cli/roster/send-roster.ts'

export const acceptanceRoster = (): Roster => openRoster(join(root, 'counties/acceptance.roster.csv'))

export function acceptanceAccounts({ administratorLogin }: County): Account[] {
  const people = acceptanceRoster().people.flatMap(({ body: { name, login } }) =>
    login ? [{ id: login, name, role: name }] : [],
  )
  return [...people, { id: administratorLogin, name: '管理员', role: '系统管理员' }]
}

export async function importAcceptanceRoster(administrator: Client): Promise<void> {
  const { stopped } = await sendRoster(administrator, acceptanceRoster(), 'deployed')
  if (stopped) throw new Error(`counties/acceptance.roster.csv, line ${stopped.line}: ${stopped.sentence}`)
}

/** Logs everybody of the cast in, and writes the file that `npm run accept` wants. */
export async function writeTokens(county: County, origin: string, folder: string): Promise<string> {
  const tokens: Record<string, string> = {}
  for (const { id } of acceptanceAccounts(county))
    if (id !== county.administratorLogin) {
      const { issuer, clientId, audience } = county
      const redirectUri = `${origin}/console/callback`
      tokens[id] = (await logIn({ issuer, clientId, redirectUri, audience, account: id })).accessToken
    }
  const file = join(folder, 'tokens.json')
  writeFileSync(file, JSON.stringify(tokens), { mode: 0o600 })
  return file
}
