import { ErrorResponse } from 'oidc-client-ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod/mini'
import { ApiError, apiClient } from '#contracts/client.ts'
import { watched } from './api.ts'
import { whyNotRenewed } from './renewal.ts'
import { isPassing, onBack, SessionEnded, sessionEnded, sessionIsBack } from './session-ends.ts'

const endpoint = {
  method: 'GET',
  path: '/api/me',
  access: 'signedIn',
  title: '我',
  response: z.object({ name: z.string() }),
} as const
const told: string[] = []
let stop = () => {}
/** What the county answers, one after the other; `renewed` counts how often a token was asked for. */
function county(...answers: (Error | { name: string })[]) {
  const state = { renewed: 0, asked: 0, renews: undefined as Error | undefined }
  const api = watched(
    async () => {
      state.asked++
      const answer = answers.shift() ?? { name: '鲁秀珍' }
      if (answer instanceof Error) throw answer
      return answer as never
    },
    async () => {
      state.renewed++
      if (state.renews) throw state.renews
      return 'token'
    },
  )
  return { state, ask: () => api(endpoint).catch((error: unknown) => error) }
}
const listeners = new Set<() => void>()
beforeEach(() => {
  vi.stubGlobal('addEventListener', (_: string, one: () => void) => listeners.add(one))
  vi.stubGlobal('removeEventListener', (_: string, one: () => void) => listeners.delete(one))
  sessionIsBack()
  told.length = 0
  stop = onBack(() => told.push('back'))
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const refused = new ApiError(401, '登录已过期，请重新登录。')
const cut = new ApiError(0, '网络不通，请稍后重试。')

describe('a request', () => {
  it('with a token that is not taken is asked once more with another one', async () => {
    const { state, ask } = county(refused)
    expect([await ask(), state]).toMatchObject([{ name: '鲁秀珍' }, { asked: 2, renewed: 1 }])
    expect(told).toEqual([])
  })
  it('ends the session when no token is taken, and brings it back when one is', async () => {
    const { ask } = county(refused, refused)
    expect(await ask()).toBeInstanceOf(SessionEnded)
    expect(told).toEqual([])
    await ask()
    expect(told).toEqual(['back'])
  })
  it('does not end the session when the line is cut, before or while the token is renewed', async () => {
    const first = county(cut)
    expect(await first.ask()).toBe(cut)
    expect(first.state.renewed).toBe(0)
    const second = county(refused)
    second.state.renews = cut
    expect(await second.ask()).toBe(cut)
    await second.ask()
    expect(told).toEqual(['back'])
  })
  it('tells whoever waits once the county answers again, be it with a refusal', async () => {
    const { ask } = county(new ApiError(503, '稍后'), new ApiError(409, '已办理', 'conflict'))
    await ask()
    await ask()
    expect(told).toEqual(['back'])
    await ask()
    expect(told).toEqual(['back'])
  })
})

it('tells whoever waits that the network is back, though the login seems to have ended', () => {
  sessionEnded()
  for (const one of listeners) one()
  expect(told).toEqual(['back'])
})

describe('a login that is not renewed', () => {
  const said = (error: string) => new ErrorResponse({ error })
  it.each([
    ['has ended when the issuer says so', said('invalid_grant'), true, 'SessionEnded'],
    ['has ended when there is nothing to renew it with', new TypeError('Failed to fetch'), false, 'SessionEnded'],
    ['may stand when the line is cut', new TypeError('Failed to fetch'), true, '网络不通，内容还在本页，请稍后重试。'],
    [
      'may stand when the issuer cannot say',
      said('temporarily_unavailable'),
      true,
      '登录服务暂时没有回应，内容还在本页，请稍后重试。',
    ],
    [
      'may stand when the issuer fails',
      new Error('Bad Gateway (502)'),
      true,
      '登录服务暂时没有回应，内容还在本页，请稍后重试。',
    ],
  ])('%s', (_said, error, renewable, expected) => {
    const why = whyNotRenewed(error, renewable)
    expect(why instanceof SessionEnded ? why.name : why.message).toBe(expected)
    expect(isPassing(why)).toBe(true)
  })
})

describe('an answer', () => {
  const answered = (response: Partial<Response>) => {
    vi.stubGlobal('fetch', async () => response as Response)
    return apiClient('', () => 'token')(endpoint).catch((error: unknown) => error)
  }
  it('that is cut in the middle counts as none, so that the next try is the same click', async () => {
    const text = () => Promise.reject(new TypeError('network error'))
    expect(await answered({ ok: true, status: 200, text })).toMatchObject({ status: 0, message: cut.message })
  })
  it('of somebody between here and the county counts as none', async () => {
    const text = async () => '<html>请先登录网络</html>'
    expect(await answered({ ok: true, status: 200, text })).toMatchObject({
      status: 0,
      message: '收到的不是本系统的回答，请检查网络后重试。',
    })
  })
})
