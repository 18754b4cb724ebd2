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

/**
 * Sends a roster line by line: units before those under them, people, then what they are appointed to. What the
 * roster already has is left alone, so a file may be sent again in whole.
 * @param run names this import: a retry within it is the same click, while a later import that puts back what
 * another one had changed is not
 */
export async function sendRoster(api: Client, { units, people, appointments }: Roster, run: string): Promise<Sent> {
  const sent = { units: none(), people: none(), appointments: none() }
  const click = (body: object): string =>
    `${run}-${createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32)}`
  const sends: Send[] = [
    ...parentsFirst(units).map(({ line, body }) => ({
      line,
      count: sent.units,
      go: () => api(rosterEndpoints.registerUnit, { body, command: click(body) }),
    })),
    ...people.map(({ line, body }) => ({
      line,
      count: sent.people,
      go: () => api(rosterEndpoints.registerPerson, { body, command: click(body) }),
    })),
    ...administratorsLast(appointments).map(({ line, body }) => ({
      line,
      count: sent.appointments,
      go: () => api(rosterEndpoints.appoint, { body, command: click(body) }),
    })),
  ]
  for (const { line, count, go } of sends)
    try {
      const { changed } = await go()
      count[changed ? 'changed' : 'same']++
    } catch (error) {
      if (error instanceof ApiError) return { ...sent, stopped: { line, sentence: error.message } }
      throw error
    }
  return sent
}

const none = (): Count => ({ changed: 0, same: 0 })

/** A unit is registered under one that is there; who stands under nobody of the file goes first. */
function parentsFirst(units: Roster['units']): Roster['units'] {
  const byId = new Map(units.map((unit) => [unit.body.unit, unit]))
  const ordered = new Set<Roster['units'][number]>()
  const add = (unit: Roster['units'][number], below: readonly string[]) => {
    const parent = byId.get(unit.body.parent ?? '')
    // A circle is the API's to refuse.
    if (parent && !below.includes(parent.body.unit)) add(parent, [...below, unit.body.unit])
    ordered.add(unit)
  }
  for (const unit of units) add(unit, [])
  return [...ordered]
}

/** The first administrator's own right ends with the appointment of another. */
const administratorsLast = <Body extends { readonly appointment: string }>(lines: readonly Lined<Body>[]) => {
  const isLast = ({ body }: Lined<Body>) => body.appointment === 'administrator'
  return [...lines.filter((line) => !isLast(line)), ...lines.filter(isLast)]
}
