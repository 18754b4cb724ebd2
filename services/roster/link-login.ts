import { execute, type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import { isOf, type Login, type LoginEvent, linkLogin, loginKind } from '#roster/login.ts'
import { findHolder } from '#roster/login-holder.ts'
import { type Person, personKind, personStream } from '#roster/person.ts'

type Giving = {
  readonly person: string
  readonly state: Person
  /** The login's stream. */
  readonly login: string
  readonly loginFrom?: string | undefined
  readonly first: Read<LoginEvent, Login>
}

/**
 * Links a login to somebody, without effect: it is theirs, and leaves whom it was with, with the commit of their own
 * stream that follows. So what is refused there, or never comes, takes nobody's login away.
 * @returns whether it is still to become theirs
 * @throws Refused where it is somebody's whom `loginFrom` does not name
 */
export async function prepareLogin(
  ledger: Ledger,
  { person, state, login, loginFrom, first }: Giving,
  { by, received, command }: { readonly by: string; readonly received: string; readonly command: string },
): Promise<boolean> {
  const stateOf = async (one: string) => (await readStream(ledger, personKind, personStream(one))).state
  const found = await findHolder(login, first.state, stateOf)
  const holder = found?.ended ? undefined : found?.person
  if (holder === person) return false
  if (holder !== undefined && holder !== loginFrom) throw isOf(holder, person)
  const before = first.state.person
  const after = state.logins?.length ?? 0
  await execute(ledger, loginKind, {
    ...{ stream: login, command, by, first },
    decide: linkLogin(person, { by, received, after }, before === undefined ? [] : [before]),
  })
  return true
}
