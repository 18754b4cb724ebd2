/** Why a login could not be renewed: it has ended, the line is cut, or the login service does not answer as agreed. */
import { ErrorResponse } from 'oidc-client-ts'
import { ApiError } from '#contracts/client.ts'
import { SessionEnded } from './session-ends.ts'

/** What an issuer answers when it cannot say yet (RFC 6749, 4.1.2.1). */
const LATER = new Set(['temporarily_unavailable', 'server_error', 'slow_down'])

/** @param renewable whether there is anything to renew it with; without it only a new login helps */
export function whyNotRenewed(error: unknown, renewable: boolean): SessionEnded | ApiError {
  if (!renewable || (error instanceof ErrorResponse && !LATER.has(error.error ?? ''))) return new SessionEnded()
  // A request that got no answer at all is a TypeError of fetch, or timed out.
  return error instanceof TypeError || (error instanceof Error && error.name === 'ErrorTimeout')
    ? new ApiError(0, '网络不通，内容还在本页，请稍后重试。', String(error))
    : new ApiError(503, '登录服务暂时没有回应，内容还在本页，请稍后重试。', String(error))
}
