import { execute, type Ledger, type Read, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { isOf, type Login, type LoginEvent, linkLogin, loginKind } from '#roster/login.ts'
import { findHolder, onItsWayTo } from '#roster/login-holder.ts'
import { type Person, personKind, personStream } from '#roster/person.ts'

type Giving = {
  readonly person: string
  readonly state: Person
  /** The login's stream. */
  readonly login: string
  readonly loginFrom?: string | undefined
  /** Which of their proposals is approved by it. */
  readonly proposal?: number | undefined
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
  { person, state, login, loginFrom, proposal, first }: Giving,
  { by, received, command }: { readonly by: string; readonly received: string; readonly command: string },
): Promise<boolean> {
  const stateOf = async (one: string) => (await readStream(ledger, personKind, personStream(one))).state
  const found = await findHolder(login, first.state, stateOf)
  const holder = found?.ended ? undefined : found?.person
  if (holder === person) return false
  if (holder !== undefined && holder !== loginFrom) throw isOf(holder, person)
  // Their own commit would come later than this one, and both would have it.
  const other = await onItsWayTo(login, first.state, received, stateOf)
  if (other !== undefined && other !== person)
    throw new Refused(
      'conflict',
      `这个账号刚刚正在登记给${other}，还没有办完，本次没有改动；请过一分钟刷新页面，核对后再办。`,
      { login: `这个账号正在登记给${other}` },
    )
  const before = first.state.person
  const after = state.logins?.length ?? 0
  await execute(ledger, loginKind, {
    ...{ stream: login, command, by, first },
    decide: linkLogin(person, { by, received, after, proposal }, before === undefined ? [] : [before]),
  })
  return true
}
