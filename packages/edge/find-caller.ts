import { dateOf } from '#calendar/deadline.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { loginKind, loginStream } from '#roster/login.ts'
import { heldOn, personKind, personStream } from '#roster/person.ts'
import { NotSignedIn } from './errors.ts'
import type { HttpRequest } from './http-request.ts'
import type { Caller } from './use-case.ts'

/**
 * Who asks: the token proves a login, the roster says whose it is and what they hold on the Shanghai date of receipt.
 * @throws NotSignedIn, Refused when the roster does not know the login
 */
export async function findCaller(ledger: Ledger, { login, received }: HttpRequest): Promise<Caller> {
  if (!login) throw new NotSignedIn()
  const { person } = (await readStream(ledger, loginKind, loginStream(login.issuer, login.subject))).state
  if (!person) throw new Refused('forbidden', '您的账号还没有登记到本县名册；请联系系统管理员登记后再登录。')
  const { state } = await readStream(ledger, personKind, personStream(person))
  return { person, holdings: heldOn(state, dateOf(received)) }
}
