import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod/mini'

const Discovery = z.object({ authorization_endpoint: z.string(), token_endpoint: z.string() })
const Tokens = z.object({ access_token: z.string(), refresh_token: z.string() })

type Login = { issuer: string; clientId: string; redirectUri: string; audience: string; account: string }
export type LoggedIn = { readonly accessToken: string; refresh: () => Promise<string> }

/**
 * Logs a demonstration account in as a browser would: code + PKCE, over HTTP, with cookies.
 * `refresh` renews and answers the access token; `accessToken` is always the newest.
 * @throws Error saying at which step, and what was answered
 */
export async function logIn({ issuer, clientId, redirectUri, audience, account }: Login): Promise<LoggedIn> {
  const discovery = Discovery.parse(await (await fetch(`${issuer}/.well-known/openid-configuration`)).json())
  const verifier = randomBytes(32).toString('base64url')
  const code = await authorize(discovery.authorization_endpoint, account, {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile offline_access',
    resource: audience,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const ask = async (grant: Record<string, string>) => {
    const response = await fetch(discovery.token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, resource: audience, ...grant }),
    })
    if (!response.ok) throw new Error(`no token for ${account}: ${response.status} ${await response.text()}`)
    return Tokens.parse(await response.json())
  }
  let tokens = await ask({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier })
  return {
    get accessToken() {
      return tokens.access_token
    },
    refresh: async () => {
      tokens = await ask({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token })
      return tokens.access_token
    },
  }
}

/** From the first redirect over the login page to the code. */
async function authorize(endpoint: string, account: string, request: Record<string, string>): Promise<string> {
  const browser = cookieJar()
  const wanted = new URL(String(request.redirect_uri))
  let response = await browser(`${endpoint}?${new URLSearchParams(request)}`)
  for (let steps = 0; steps < 6; steps++) {
    const location = response.headers.get('location')
    if (!location) throw new Error(`${account} could not log in: ${response.status} ${readable(await response.text())}`)
    const next = new URL(location, response.url)
    if (next.origin + next.pathname === wanted.origin + wanted.pathname) {
      const code = next.searchParams.get('code')
      if (!code || next.searchParams.get('state') !== request.state)
        throw new Error(`${account} was sent back without a code: ${next.search}`)
      return code
    }
    response = next.pathname.includes('/login/')
      ? await browser(next.href, { method: 'POST', body: new URLSearchParams({ account }) })
      : await browser(next.href)
  }
  throw new Error(`${account} was redirected without end, last to ${response.url}`)
}

const readable = (page: string) =>
  page
    .replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** `fetch` that follows nothing and keeps cookies by name; one host, so their paths do not matter. */
function cookieJar(): (url: string, init?: RequestInit) => Promise<Response> {
  const cookies = new Map<string, string>()
  return async (url, init = {}) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }
}
