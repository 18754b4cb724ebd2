/** Those of the rosters, and who keeps them. */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Client } from '#contracts/client.ts'
import type { County } from '#county/county.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import { logIn } from '#local-cloud/oidc/login.ts'
import { sendRoster } from '#roster-file/send-roster.ts'
import { root } from '../../packages/cli/laptop/laptop.ts'
import { openRoster } from '../../packages/cli/roster/import-roster.ts'

const ACCEPTANCE = 'counties/acceptance.roster.csv'
/** Everybody whom the variant with every kind of step needs, which is more than an acceptance asks of a county. */
const EVERY_KIND = 'test/deployed/every-kind.roster.csv'

const peopleIn = (file: string): Account[] =>
  openRoster(join(root, file)).people.flatMap(({ body: { name, login } }) =>
    login ? [{ id: login, name, role: name }] : [],
  )

export const acceptanceAccounts = ({ administratorLogin }: County): Account[] => [
  ...peopleIn(ACCEPTANCE),
  { id: administratorLogin, name: '管理员', role: '系统管理员' },
]
export const allAccounts = (county: County): Account[] => [...acceptanceAccounts(county), ...peopleIn(EVERY_KIND)]

export const importAcceptanceRoster = (administrator: Client): Promise<void> => importRoster(administrator, ACCEPTANCE)
export const importEveryKindRoster = (administrator: Client): Promise<void> => importRoster(administrator, EVERY_KIND)

async function importRoster(administrator: Client, file: string): Promise<void> {
  const { stopped } = await sendRoster(administrator, openRoster(join(root, file)), basename(file))
  if (stopped) throw new Error(`${file}, line ${stopped.line}: ${stopped.sentence}`)
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
