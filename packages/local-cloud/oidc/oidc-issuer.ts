import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Configuration, errors, Provider } from 'oidc-provider'
import type { Account } from './account.ts'
import { oidcKeys } from './oidc-keys.ts'
import { oidcMemory } from './oidc-memory.ts'
import { errorPage, loggedOutPage, loginPage, logoutPage } from './oidc-pages.ts'

export type IssuerOptions = {
  /** Where it is mounted, such as `http://localhost:4510/oidc`. */
  issuer: string
  accounts: readonly Account[] | (() => readonly Account[])
  /** Whose they are, as the login page says it: 泗县. */
  county?: string
  /** An absolute URI, as RFC 8707 wants every `resource` to be. */
  audience: string
  clientId?: string
  redirectUris: readonly string[]
  /** Where a logout may lead; the folder of each redirect URI when left out. */
  postLogoutRedirectUris?: readonly string[]
  /** What its access tokens say of how somebody logged in: nothing here, where a login is a click, unless it is to be shown. */
  loggedInBy?: { acr?: string | undefined; amr?: readonly string[] } | undefined
  /** The folder of its keys. */
  data: string
}

export type OidcIssuer = {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  jwks: { keys: object[] }
}

const ACCESS_SECONDS = 900
const SESSION_SECONDS = 8 * 3600

/** An OpenID provider for demonstrations: code + PKCE for one public client, JWT access tokens, a login without passwords. */
export function oidcIssuer(options: IssuerOptions): OidcIssuer {
  if (!URL.canParse(options.audience))
    throw new Error(`the audience must be an absolute URI such as urn:shifan:api, received ${options.audience}`)
  const { pathname } = new URL(options.issuer)
  const keys = oidcKeys(options.data)
  const accounts = () => (typeof options.accounts === 'function' ? options.accounts() : options.accounts)
  const provider = new Provider(options.issuer, configuration(options, keys, accounts, `${pathname}/login`))
  const answer = provider.callback()

  const login = async (request: IncomingMessage, response: ServerResponse) => {
    const send = (status: number, page: string) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page)
    try {
      await provider.interactionDetails(request, response)
      if (request.method !== 'POST') {
        const wanted = new URL(request.url ?? '/', options.issuer).searchParams.get('q') ?? ''
        send(200, loginPage(accounts(), wanted, options.county))
        return
      }
      const accountId = new URLSearchParams(await text(request)).get('account')
      if (accountId === null || !accounts().some(({ id }) => id === accountId)) {
        send(400, errorPage('没有这个演示账号。请返回上一页，从列表中选择。', 'unknown account'))
        return
      }
      await provider.interactionFinished(request, response, { login: { accountId } })
    } catch (error) {
      if (!(error instanceof errors.OIDCProviderError)) throw error
      send(400, errorPage('这次登录已经过期。请返回系统首页，重新登录。', error.error))
    }
  }
  return {
    jwks: { keys: [keys.public] },
    handle: async (request, response) => {
      const url = request.url ?? '/'
      if (url.startsWith(`${pathname}/login/`)) return login(request, response)
      // The provider finds where it is mounted by comparing the two.
      await answer(Object.assign(request, { originalUrl: url, url: url.slice(pathname.length) || '/' }), response)
    },
  }
}

function configuration(
  { audience, clientId = 'shifan-console', redirectUris, postLogoutRedirectUris, loggedInBy }: IssuerOptions,
  keys: ReturnType<typeof oidcKeys>,
  accounts: () => readonly Account[],
  loginPath: string,
): Configuration {
  const origins = redirectUris.map((uri) => new URL(uri).origin)
  return {
    adapter: oidcMemory(Date.now),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [
          ...(postLogoutRedirectUris ?? new Set(redirectUris.map((uri) => new URL('.', uri).href))),
        ],
      },
    ],
    pkce: { required: () => true },
    clientBasedCORS: (_, origin) => origins.includes(origin),
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => {
      const account = accounts().find((one) => one.id === id)
      return account && { accountId: id, claims: () => ({ sub: id, name: account.name }) }
    },
    interactions: { url: (_, { uid }) => `${loginPath}/${uid}` },
    // The console asks for offline_access without a consent page, for which the library would drop it.
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    loadExistingGrant: async ({ oidc: { provider, client, session } }) => {
      if (!client || !session?.accountId) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      grant.addResourceScope(audience, 'api')
      await grant.save()
      return grant
    },
    ...(loggedInBy && {
      acrValues: loggedInBy.acr ? [loggedInBy.acr] : [],
      extraTokenClaims: () => ({ ...loggedInBy }),
    }),
    ttl: {
      AccessToken: ACCESS_SECONDS,
      IdToken: ACCESS_SECONDS,
      AuthorizationCode: 60,
      Interaction: 3600,
      Grant: SESSION_SECONDS,
      Session: SESSION_SECONDS,
      RefreshToken: SESSION_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = logoutPage(form, ctx.oidc.entities.IdTokenHint !== undefined)
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = loggedOutPage()
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => {
          if (resource !== audience) throw new errors.InvalidTarget(`there is only ${audience} here`)
          return { scope: 'api', audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } }
        },
      },
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html'
      ctx.body = errorPage(
        '登录请求不正确。请返回系统首页，重新登录。',
        [error, error_description].filter(Boolean).join(': '),
      )
    },
  }
}
