import { isUnderWay } from './keepers.ts'
import type { Link, Login } from './login.ts'
import { isIdentifiedBy, type Person } from './person.ts'

/** Whom a login is linked to with effect; `ended`: they have another one by now. */
export type Holder = { readonly person: string; readonly state: Person; readonly ended: boolean }

/** A link is written before the person's own commit, which decides: where that was refused, or never came, it is nothing. */
const hasEffect = ({ logins = [] }: Person, { after }: Link, stream: string): boolean =>
  after === undefined || logins.slice(after).includes(stream)

/** Whom the roster has given a login to last: the newest link that has its effect. */
export async function findHolder(
  stream: string,
  { links = [] }: Login,
  stateOf: (person: string) => Promise<Person>,
): Promise<Holder | undefined> {
  for (const link of links.toReversed()) {
    const { person } = link
    const state = await stateOf(person)
    if (hasEffect(state, link, stream)) return { person, state, ended: !isIdentifiedBy(state, stream) }
  }
  return undefined
}

type States = (person: string) => readonly Person[]
/** The same where somebody may have been read in any of several states: nobody, unless they had it in all of them. */
export function surelyHeldBy(stream: string, { links = [] }: Login, statesOf: States): string | undefined {
  for (const link of links.toReversed()) {
    const states = statesOf(link.person)
    if (states.every((state) => hasEffect(state, link, stream)))
      return states.every((state) => isIdentifiedBy(state, stream)) ? link.person : undefined
    if (states.some((state) => hasEffect(state, link, stream))) return undefined
  }
  return undefined
}

/** All who may have had it, nobody among them. */
export function mayBeHeldBy(stream: string, { links = [] }: Login, statesOf: States): readonly (string | undefined)[] {
  const found: (string | undefined)[] = []
  for (const link of links.toReversed()) {
    const states = statesOf(link.person)
    const had = states.filter((state) => hasEffect(state, link, stream))
    found.push(...had.map((state) => (isIdentifiedBy(state, stream) ? link.person : undefined)))
    if (had.length === states.length) return found
  }
  return [...found, undefined]
}

/**
 * To whom the login was linked a moment ago whose own commit may still come: with it the login is theirs. Where what
 * was to be approved was settled otherwise meanwhile, it comes no more.
 */
export async function onItsWayTo(
  stream: string,
  login: Login,
  received: string,
  stateOf: (person: string) => Promise<Person>,
): Promise<string | undefined> {
  const last = login.links?.at(-1)
  if (!last) return undefined
  const state = await stateOf(last.person)
  return onItsWay(stream, login, received, () => [state])
}
/** The same, by all states in which they may have been read. */
export function onItsWay(
  stream: string,
  { links = [] }: Login,
  received: string,
  statesOf: States,
): string | undefined {
  const link = links.at(-1)
  if (!link || !isUnderWay(link.at, received)) return undefined
  const { person, proposal } = link
  const isOver = (state: Person) =>
    (proposal !== undefined && !state.pending?.some((one) => one.proposal === proposal)) ||
    hasEffect(state, link, stream)
  return statesOf(person).some(isOver) ? undefined : person
}
