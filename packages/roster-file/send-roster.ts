import { ApiError, type Client } from '#contracts/client.ts'
import { type Counts, rosterEndpoints } from '#contracts/roster.ts'
import type { Roster } from './read-roster.ts'
import { bodyOf, firstLineOf, inLanes, LISTS, lineOf, type Part, partsToWrite } from './roster-parts.ts'

export type Count = Counts['units']
type Stopped = { readonly line: number; readonly sentence: string }
export type Sent = Counts & {
  /** Logins and appointments that somebody else has to approve. */
  readonly waiting: number
  /** Where it stopped: the line, and the API's sentence. */
  readonly stopped?: Stopped
}

/** Whether the roster had all of it: somebody imported it before, or a moment ago. */
export const isAllThere = ({ units, people, appointments, waiting }: Sent): boolean =>
  waiting + units.changed + people.changed + appointments.changed === 0

/**
 * Sends a roster in parts, some at once: units before those under them, then people, each with what they are appointed
 * to, those who are to keep the roster last and together. Where a line is refused, none of its part is written, the part
 * under way beside it is still answered, and no other is sent. What the roster already has is left alone, so a file may
 * be sent again in whole.
 * @param run names this import: a retry within it is the same click, while a later import that puts back what
 * another one had changed is not
 */
export async function sendRoster(api: Client, roster: Roster, run: string): Promise<Sent> {
  const sent = { waiting: 0, units: none(), people: none(), appointments: none() }
  for (const [nth, together] of partsToWrite(roster).entries()) {
    const refused: Stopped[] = []
    await inLanes(together, async (part) => {
      refused.push(...(await sendPart(api, part, `${run}-${nth}-${together.indexOf(part)}`, sent)))
      return refused.length > 0 ? 'enough' : 'on'
    })
    const [stopped] = [...refused].sort((a, b) => a.line - b.line)
    if (stopped) return { ...sent, stopped }
  }
  return sent
}

async function sendPart(
  api: Client,
  part: Part,
  command: string,
  sent: { waiting: number } & Counts,
): Promise<Stopped[]> {
  const body = bodyOf(part)
  try {
    const written = await api(rosterEndpoints.writeLines, { body, command })
    sent.waiting += written.waiting
    for (const list of LISTS) {
      sent[list].changed += written[list].changed
      sent[list].same += written[list].same
    }
    return written.refused.map((one) => ({ line: lineOf(part, one), sentence: one.sentence }))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return [{ line: firstLineOf(part), sentence: error.message }]
  }
}

const none = (): Count => ({ changed: 0, same: 0 })
