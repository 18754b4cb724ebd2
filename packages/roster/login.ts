/** The login decider: which person of the roster a login at the county's issuer is. Stream `login/<sha256 of issuer and subject>`. */
import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

export const loginEvent = z.object({
  type: z.literal('linked'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  person: z.string(),
})
export type LoginEvent = z.infer<typeof loginEvent>
export type Login = { readonly person?: string }
export const loginKind: Kind<LoginEvent, Login> = {
  parse: (stored) => loginEvent.parse(stored),
  initial: {},
  evolve: (_login, { person }) => ({ person }),
}

/** The subject itself may be a name or a number, so only its digest becomes a key. */
export const loginStream = (issuer: string, subject: string): string =>
  `login/${createHash('sha256').update(`${issuer}|${subject}`).digest('hex')}`

/**
 * Links the login to a person. It leaves whom it is with only when whoever asks says so, by naming them.
 * @param from persons whom it may be taken from
 */
export const linkLogin =
  (
    person: string,
    { by, received }: { readonly by: string; readonly received: string },
    from: readonly string[] = [],
  ): Decision<LoginEvent, Login> =>
  (login) => {
    if (login.person === person) return []
    if (login.person && !from.includes(login.person))
      throw new Refused('conflict', `这个账号现在是${login.person}的，没有改动；确要改归${person}，请核对后确认。`, {
        login: `这个账号现在是${login.person}的`,
      })
    return [{ type: 'linked', v: 1, at: received, by, person }]
  }
