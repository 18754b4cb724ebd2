import { apiClient, type Client } from '#contracts/client.ts'
import type { County } from '#county/county.ts'
import { logIn } from '#local-cloud/oidc/login.ts'

/** Logs people in as they are needed, and keeps their tokens fresh. */
export function peopleOf(county: County, origin: () => string): (login: string) => Client {
  const tokens = new Map<string, Promise<{ token: string; until: number }>>()
  const renew = async (account: string) => {
    const { accessToken } = await logIn({
      issuer: `${origin()}/oidc`,
      clientId: county.clientId,
      redirectUri: `${origin()}/console/callback`,
      audience: county.audience,
      account,
    })
    return { token: accessToken, until: Date.now() + TOKEN_MS }
  }
  return (login) =>
    apiClient(origin(), async () => {
      const held = await tokens.get(login)?.catch(() => undefined)
      if (held && held.until > Date.now()) return held.token
      const renewed = renew(login)
      tokens.set(login, renewed)
      return (await renewed).token
    })
}
/** Well before the issuer's 900 seconds are over. */
const TOKEN_MS = 600_000
