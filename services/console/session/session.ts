/** Login by code + PKCE at the county's issuer. The tokens live in this tab only. */
import { UserManager, WebStorageStateStore } from 'oidc-client-ts'
import type { Configuration } from './configuration.ts'
import { SessionEnded, sessionEnded, sessionIsBack } from './session-ends.ts'

const CALLBACK = '/console/callback'
/** An access token is renewed when it has no longer than this to live. */
const SOON_SECONDS = 30

export type Session = {
  /** The access token to use now, renewed when it is about to end. @throws SessionEnded */
  readonly token: () => Promise<string>
  /** Logs in once more in a window of its own: what is on this page stays. */
  readonly again: () => Promise<void>
  readonly leave: () => Promise<void>
}

/** Answers a session, or undefined when the browser is on its way to the login page, or this window only logged in for another. */
export async function openSession({ issuer, clientId, audience }: Configuration): Promise<Session | undefined> {
  const users = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${CALLBACK}`,
    post_logout_redirect_uri: `${location.origin}/console/`,
    scope: 'openid profile offline_access',
    resource: audience,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    // Renewed on use and by one request at a time: an issuer that rotates refresh tokens takes each only once.
    automaticSilentRenew: false,
    silentRequestTimeoutInSeconds: 5,
  })

  if (location.pathname === CALLBACK) {
    const answer = await users.signinCallback(location.href).then(
      (user) => (user ? { state: user.state } : undefined),
      // An old tab or the back button: the code was used before. Begin anew.
      () => ({ state: undefined }),
    )
    if (!answer) return undefined
    history.replaceState(null, '', backTo(answer.state))
  }
  const user = await users.getUser()
  if (!user || user.expired) {
    await users.signinRedirect({ state: { back: location.pathname + location.search } })
    return undefined
  }
  let renewing: Promise<string> | undefined
  const renew = async () => {
    const renewed = await users.signinSilent().catch(() => null)
    if (renewed) return renewed.access_token
    sessionEnded()
    throw new SessionEnded()
  }
  return {
    token: async () => {
      const now = await users.getUser()
      if (now && (now.expires_in ?? 0) > SOON_SECONDS) return now.access_token
      renewing ??= renew().finally(() => {
        renewing = undefined
      })
      return renewing
    },
    again: async () => {
      const now = await users.signinPopup()
      // Somebody else: nothing of the first person's page may stay.
      if (now.profile.sub !== user.profile.sub) return location.assign('/console/')
      sessionIsBack()
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
