/** Login by code + PKCE at the county's issuer. The tokens live in this tab only. */
import { UserManager, WebStorageStateStore } from 'oidc-client-ts'
import type { Configuration } from './configuration.ts'

const CALLBACK = '/console/callback'

export type Session = {
  /** The access token to use now, renewed when it is about to end; goes to the login page when there is none. */
  readonly token: () => Promise<string>
  readonly leave: () => Promise<void>
}

/** Answers a session, or undefined when the browser is on its way to the login page. */
export async function openSession({ issuer, clientId, audience }: Configuration): Promise<Session | undefined> {
  const users = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${CALLBACK}`,
    post_logout_redirect_uri: `${location.origin}/console/`,
    scope: 'openid profile offline_access',
    resource: audience,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
  })
  const goToLogin = () => users.signinRedirect({ state: { back: location.pathname + location.search } })

  if (location.pathname === CALLBACK) {
    const { state } = await users.signinCallback(location.href).then(
      (user) => ({ state: user?.state }),
      // An old tab or the back button: the code was used before. Begin anew.
      () => ({ state: undefined }),
    )
    history.replaceState(null, '', backTo(state))
  }
  const user = await users.getUser()
  if (!user || user.expired) {
    await goToLogin()
    return undefined
  }
  return {
    token: async () => {
      const now = await users.getUser()
      if (now && !now.expired) return now.access_token
      const renewed = await users.signinSilent().catch(() => null)
      if (renewed) return renewed.access_token
      throw new Error('登录已过期。您填写的内容仍在本页;请在新窗口重新登录后再提交。')
    },
    leave: () => users.signoutRedirect(),
  }
}

const backTo = (state: unknown): string =>
  typeof state === 'object' &&
  state !== null &&
  'back' in state &&
  typeof state.back === 'string' &&
  state.back.startsWith('/console/') &&
  !state.back.startsWith(CALLBACK)
    ? state.back
    : '/console/'
