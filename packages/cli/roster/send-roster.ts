import { createHash } from 'node:crypto'
import { ApiError, type Client } from '#contracts/client.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import type { Lined, Roster } from './read-roster.ts'

export type Count = { changed: number; same: number }
export type Sent = {
  readonly units: Count
  readonly people: Count
  readonly appointments: Count
  /** Where it stopped: the line, and the API's sentence. */
  readonly stopped?: { readonly line: number; readonly sentence: string }
}

type Send = { readonly line: number; readonly count: Count; readonly go: () => Promise<{ changed: boolean }> }

/** How many lines are under way at once: a line is mostly waiting. */
const LANES = 4

/**
 * Sends a roster line by line, some at once: units before those under them, people, then what they are appointed to.
 * Where a line is refused, those that were under way beside it are still answered, and no other is sent. What the
 * roster already has is left alone, so a file may be sent again in whole.
 * @param run names this import: a retry within it is the same click, while a later import that puts back what
 * another one had changed is not
 */
export async function sendRoster(api: Client, { units, people, appointments }: Roster, run: string): Promise<Sent> {
  const sent = { units: none(), people: none(), appointments: none() }
  const click = (body: object): string =>
    `${run}-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32)}`
  const unit = ({ line, body }: Roster['units'][number]): Send => ({
    line,
    count: sent.units,
    go: () => api(rosterEndpoints.registerUnit, { body, command: click(body) }),
  })
  const person = ({ line, body }: Roster['people'][number]): Send => ({
    line,
    count: sent.people,
    go: () => api(rosterEndpoints.registerPerson, { body, command: click(body) }),
  })
  const appointment = ({ line, body }: Roster['appointments'][number]): Send => ({
    line,
    count: sent.appointments,
    go: () => api(rosterEndpoints.appoint, { body, command: click(body) }),
  })
  const [others, administrators] = administratorsLast(appointments)
  for (const together of [
    ...byGeneration(units).map((generation) => generation.map(unit)),
    people.map(person),
    others.map(appointment),
    ...administrators.map((one) => [appointment(one)]),
  ]) {
    const stopped = await sendTogether(together)
    if (stopped) return { ...sent, stopped }
  }
  return sent
}

/** Answers the first line of the file that was refused. */
async function sendTogether(sends: readonly Send[]): Promise<Sent['stopped']> {
  const left = [...sends]
  const refused: NonNullable<Sent['stopped']>[] = []
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift())
      try {
        const { changed } = await next.go()
        next.count[changed ? 'changed' : 'same']++
      } catch (error) {
        left.length = 0
        if (!(error instanceof ApiError)) throw error
        refused.push({ line: next.line, sentence: error.message })
      }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return refused.toSorted((a, b) => a.line - b.line)[0]
}

const none = (): Count => ({ changed: 0, same: 0 })

/** A unit is registered under one that is there; who stands under nobody of the file goes first. */
function byGeneration(units: Roster['units']): Roster['units'][] {
  const parents = new Map(units.map(({ body }) => [body.unit, body.parent]))
  const depth = (unit: string, below: readonly string[] = []): number => {
    const parent = parents.get(unit)
    // A circle is the API's to refuse.
    return parent && parents.has(parent) && !below.includes(parent) ? 1 + depth(parent, [...below, unit]) : 0
  }
  const generations = Map.groupBy(units, ({ body }) => depth(body.unit))
  return [...generations].toSorted(([a], [b]) => a - b).map(([, generation]) => generation)
}

/** The first administrator's own right ends with the appointment of another. */
const administratorsLast = <Body extends { readonly appointment: string }>(lines: readonly Lined<Body>[]) => {
  const isLast = ({ body }: Lined<Body>) => body.appointment === 'administrator'
  return [lines.filter((line) => !isLast(line)), lines.filter(isLast)] as const
}
