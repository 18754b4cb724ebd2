import { dateOf } from '#calendar/deadline.ts'
import { type Ledger, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { loginKind, loginStream } from '#roster/login.ts'
import { findHolder, type Holder } from '#roster/login-holder.ts'
import { heldOn, personKind, personStream } from '#roster/person.ts'
import { NotSignedIn } from './errors.ts'
import type { HttpRequest } from './http-request.ts'
import type { Caller } from './use-case.ts'

const STRANGER = '您的账号还没有登记到本县名册；请联系系统管理员登记后再登录。'
const ENDED = '这个账号已经停用，名册里您已改用其他账号；请用新账号登录，或联系系统管理员。'

/**
 * Who asks: the token proves a login, the roster says whose it is and what they hold on the Shanghai date of receipt.
 * @throws NotSignedIn, Refused when the roster does not know the login, or whose it was has another one
 */
export async function findCaller(ledger: Ledger, { login, received }: HttpRequest): Promise<Caller> {
  if (!login) throw new NotSignedIn()
  const found = await findPerson(ledger, login)
  if (!found) throw new Refused('forbidden', STRANGER)
  if (found.ended) throw new Refused('forbidden', ENDED)
  return { person: found.person, holdings: heldOn(found.state, dateOf(received)) }
}

/** Whom the roster has given a login to. */
export async function findPerson(
  ledger: Ledger,
  { issuer, subject }: NonNullable<HttpRequest['login']>,
): Promise<Holder | undefined> {
  const stream = loginStream(issuer, subject)
  const { state } = await readStream(ledger, loginKind, stream)
  return findHolder(stream, state, async (person) => (await readStream(ledger, personKind, personStream(person))).state)
}
