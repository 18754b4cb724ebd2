/** The login decider: which person of the roster a login at the county's issuer is. Stream `login/<sha256 of issuer and subject>`. */
import { createHash } from 'node:crypto'
import { z } from 'zod/mini'
import type { Decision, Kind } from '#ledger/kind.ts'
import { Refused } from '#ledger/refused.ts'

/**
 * `after`: how many logins the person had been given when it was linked. It only becomes theirs, and leaves whom it was
 * with, once one more of their own stream is this login. Without it the link had its effect at once, in older versions.
 */
export const loginEvent = z.object({
  type: z.literal('linked'),
  v: z.literal(1),
  at: z.iso.datetime({ precision: 3 }),
  by: z.string(),
  person: z.string(),
  after: z.optional(z.int()),
  /** Which proposal of that person's is being approved; none where one login stands in for both parts. */
  proposal: z.optional(z.int()),
})
export type LoginEvent = z.infer<typeof loginEvent>
export type Link = Omit<LoginEvent, 'type' | 'v' | 'by'>
/** `person`: whom it was linked to last, with effect or without; `links`: all of them, the first one first. */
export type Login = { readonly person?: string; readonly links?: readonly Link[] }
export const loginKind: Kind<LoginEvent, Login> = {
  parse: (stored) => loginEvent.parse(stored),
  initial: {},
  evolve: ({ links = [] }, { at, person, after, proposal }) => ({
    person,
    links: [
      ...links,
      { at, person, ...(after !== undefined && { after }), ...(proposal !== undefined && { proposal }) },
    ],
  }),
}

/** The subject itself may be a name or a number, so only its digest becomes a key. */
/** As such a stream is called. */
export const LOGIN_STREAM = /^login\/[0-9a-f]{64}$/
export const loginStream = (issuer: string, subject: string): string =>
  `login/${createHash('sha256').update(`${issuer}|${subject}`).digest('hex')}`

type Linking = {
  readonly by: string
  readonly received: string
  readonly after?: number
  readonly proposal?: number | undefined
}
/**
 * Links the login to a person. It leaves whom it is with only when whoever asks says so, by naming them.
 * @param from persons whom it may be taken from
 */
export const linkLogin =
  (
    person: string,
    { by, received, after, proposal }: Linking,
    from: readonly string[] = [],
  ): Decision<LoginEvent, Login> =>
  (login) => {
    if (login.person === person) return []
    if (login.person && !from.includes(login.person)) throw isOf(login.person, person)
    const more = { ...(after !== undefined && { after }), ...(proposal !== undefined && { proposal }) }
    return [{ type: 'linked', v: 1, at: received, by, person, ...more }]
  }

/** Why a login is not given to somebody. */
export const isOf = (holder: string, person: string): Refused =>
  new Refused('conflict', `这个账号现在是${holder}的，没有改动；确要改归${person}，请核对后确认。`, {
    login: `这个账号现在是${holder}的`,
  })
