/** Every command of a story, sent again at once: as it was, with other words, and by somebody else. */

import { pathOf } from '#contracts/client.ts'
import { OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import type { Answered, Laptop } from '../e2e/laptop-under-test.ts'
import { type As, nameOf } from './count-calls.ts'

/** What came of one command: `same` answers as done, `other` and `stranger` never do. */
export type Again = {
  readonly name: string
  readonly same: number
  readonly other: Answered | undefined
  readonly stranger: Answered
}

/**
 * The same people, each of whose commands is sent again before anything follows from it.
 * @param again gets an entry for each command that came to a commit of its own
 */
export const askingAgain =
  (as: As, laptop: Pick<Laptop, 'post' | 'cloud' | 'appendsDuring'>, again: Again[]): As =>
  (login) => {
    const api = as(login)
    return async (endpoint, request = {}) => {
      const name = nameOf(endpoint)
      if (endpoint.method !== 'POST' || !name) return api(endpoint, request)
      const { params = {}, body = {}, command: key = crypto.randomUUID() } = request
      let answer: Awaited<ReturnType<typeof api<typeof endpoint>>> | undefined
      const written = await laptop.appendsDuring(async () => {
        answer = await api(endpoint, { ...request, command: key })
      })
      if (answer === undefined) throw new Error(`${name} was not answered`)
      if (written.length === 0) return answer
      const path = pathOf(endpoint, params)
      const reworded = otherWords(body)
      let one: Again | undefined
      const more = await laptop.appendsDuring(async () => {
        one = {
          name,
          same: (await laptop.post(path, { login, body, key })).status,
          other: reworded && (await laptop.post(path, { login, body: reworded, key })),
          stranger: await laptop.post(path, {
            login: login === OFFICE.officer ? OFFICE.second : OFFICE.officer,
            body,
            key,
          }),
        }
      })
      if (more.length > 0) throw new Error(`${name} was decided again: ${more.join()}`)
      if (one) again.push(one)
      return answer
    }
  }

/** The same body with one of its sentences changed; undefined when it says nothing in words. */
function otherWords(body: object): object | undefined {
  const worded = Object.entries(body).find(([, value]) => typeof value === 'string' && /\p{Script=Han}/u.test(value))
  return worded && { ...body, [worded[0]]: `${worded[1]}又及` }
}
