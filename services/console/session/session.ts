/** Login by code + PKCE at the county's issuer. The tokens live in this tab only. */
import { UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { kept, nowMs, onLeftElsewhere, windowStore } from '../kept/browser.ts'
import { askNoMore } from '../kept/leaving.ts'
import { type Configuration, readConfiguration } from './configuration.ts'
import { rememberPlace, takePlace } from './place.ts'
import { whyNotRenewed } from './renewal.ts'
import { SessionEnded, sessionEnded, sessionIsBack } from './session-ends.ts'

const HOME = '/console/'
const CALLBACK = '/console/callback'
/** The login page has to ask who it is. */
const ANEW = '?anew'
/** An access token is renewed when it has no longer than this to live. */
const SOON_SECONDS = 30

export type Session = {
  /** The access token to use now, renewed when it is about to end. @throws SessionEnded, or ApiError while the line is cut */
  readonly token: () => Promise<string>
  /** Another one, for one that the server did not take. @throws the same */
  readonly renew: () => Promise<string>
  /** Logs in once more in a window of its own: what is on this page stays. */
  readonly again: () => Promise<void>
  /** Logs out, here and in this person's other windows. @throws when the issuer cannot be reached: the login would stay */
  readonly leave: () => Promise<void>
  /** Logs out whoever is not there; drafts wait for them. */
  readonly timeOut: () => Promise<void>
}

/** Answers a session, or undefined when the browser is on its way to the login page, or this window only logged in for another. */
export async function openSession({
  issuer,
  clientId,
  audience,
  acrValues,
  idleMinutes,
}: Configuration): Promise<Session | undefined> {
  const users = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${CALLBACK}`,
    post_logout_redirect_uri: `${location.origin}/console/`,
    scope: 'openid profile offline_access',
    resource: audience,
    ...(acrValues && { acr_values: acrValues }),
    userStore: new WebStorageStateStore({ store: windowStore() }),
    // Renewed on use and by one request at a time: an issuer that rotates refresh tokens takes each only once.
    automaticSilentRenew: false,
    silentRequestTimeoutInSeconds: 5,
  })

  let hasJustCome = false
  if (location.pathname === CALLBACK) {
    const answer = await users.signinCallback(location.href).then(
      (user) => (user ? { state: user.state, isLogin: true } : undefined),
      // An old tab or the back button: the code was used before. Begin anew.
      () => ({ state: undefined, isLogin: false }),
    )
    if (!answer) return undefined
    hasJustCome = answer.isLogin
    history.replaceState(null, '', backTo(answer.state))
  }
  // Whoever closed the last window without logging out is still logged in at the issuer, and so would be whoever comes next.
  const wasLeft = !hasJustCome && kept.wasLeft(nowMs(), idleMinutes * 60_000)
  if (wasLeft) await users.removeUser()
  const user = await users.getUser()
  if (!user || user.expired) {
    // Whoever was timed out while the issuer could not be reached is still logged in there.
    const anew = location.search === ANEW
    const back = anew ? location.pathname : location.pathname + location.search
    await users.signinRedirect({ state: { back }, ...((anew || wasLeft) && { prompt: 'login' }) })
    return undefined
  }
  kept.belongTo(user.profile.sub)
  kept.sayActive(nowMs())
  const place = takePlace(windowStore(), user.profile.sub)
  if (place && location.pathname === HOME && location.search === '')
    history.replaceState(null, '', backTo({ back: place }))
  onLeftElsewhere(
    () => void close(users.removeUser()),
    () => void close(users.removeUser(), '本机已有其他人登录，您的登录已经结束。'),
  )
  // The back button may bring a page as it stood, with what was read for somebody who has left.
  window.addEventListener('pageshow', async ({ persisted }) => {
    if (persisted && (await users.getUser())?.profile.sub !== user.profile.sub) await close()
  })
  let renewing: Promise<string> | undefined
  const askAnew = async () => {
    const before = await users.getUser()
    try {
      const renewed = await users.signinSilent()
      if (renewed) return renewed.access_token
      throw new SessionEnded()
    } catch (error) {
      const why = whyNotRenewed(error, before?.refresh_token !== undefined)
      if (why instanceof SessionEnded) sessionEnded()
      throw why
    }
  }
  const renew = () => {
    renewing ??= askAnew().finally(() => {
      renewing = undefined
    })
    return renewing
  }
  return {
    renew,
    token: async () => {
      const now = await users.getUser()
      return now && (now.expires_in ?? 0) > SOON_SECONDS ? now.access_token : renew()
    },
    again: async () => {
      const now = await users.signinPopup()
      // Somebody else: nothing of the first person's page may stay.
      if (now.profile.sub !== user.profile.sub) {
        nobodyIsAsked()
        return location.assign('/console/')
      }
      sessionIsBack()
    },
    leave: async () => {
      // The issuer ends its own session as well, or whoever comes next would be this person.
      await Promise.all([readConfiguration(), users.metadataService.getMetadata()])
      kept.leave()
      document.body.hidden = true
      await users.signoutRedirect()
    },
    timeOut: async () => {
      rememberPlace(windowStore(), user.profile.sub, location.pathname + location.search)
      const said = () => close(users.removeUser(), '长时间没有操作，已自动退出。')
      if (!kept.timeOut(nowMs())) return said()
      document.body.hidden = true
      try {
        await users.signoutRedirect()
      } catch {
        await said()
        document.body.hidden = false
      }
    },
  }
}

/**
 * Nothing of this person's page stays on screen. It does not log in by itself: where the issuer has not ended its own
 * session yet, that would be the same person again.
 */
async function close(before: Promise<unknown> = Promise.resolve(), why = '您已经退出登录。'): Promise<void> {
  nobodyIsAsked()
  const said = Object.assign(document.createElement('p'), { textContent: why })
  const again = Object.assign(document.createElement('a'), { href: `/console/${ANEW}`, textContent: '重新登录' })
  const page = document.createElement('main')
  page.style.cssText = 'padding: 64px; text-align: center; font: 16px sans-serif'
  page.append(said, again)
  document.body.replaceChildren(page)
  history.replaceState(null, '', '/console/')
  await before
}

/** Nobody else may keep a page for what its person has left on it. */
function nobodyIsAsked(): void {
  kept.forgetApart()
  askNoMore()
}

const backTo = (state: unknown): string =>
  typeof state === 'object' &&
  state !== null &&
  'back' in state &&
  typeof state.back === 'string' &&
  state.back.startsWith('/console/') &&
  !state.back.startsWith(CALLBACK)
    ? state.back
    : HOME
