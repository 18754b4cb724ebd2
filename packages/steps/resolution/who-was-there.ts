/** Who was at a meeting, as the body sends it: a word that may be no name has the note that it is one. */
import { withoutNote, withPlainUnit } from '#typed/person.ts'
import { whyNotNoted } from '#typed/plain-names.ts'
import type { Attendance } from './resolution.ts'

/** Every name that may be none, or several, by its place: the console asks of it in its field, and programs are asked here. */
export function unsureNames({ present, absent, recusals }: Attendance): Readonly<Record<string, string>> {
  const say = (path: string, name: string) => {
    const why = whyNotNoted(name)
    return why ? [[path, why]] : []
  }
  return Object.fromEntries([
    ...present.flatMap((one, at) => say(`present.${at}`, one)),
    ...absent.flatMap((one, at) => say(`absent.${at}`, one)),
    ...recusals.flatMap((one, at) => say(`recusals.${at}.person`, one.person)),
  ])
}

const asRecorded = (name: string): string => withPlainUnit(withoutNote(name))
/** The names alone, as they are recorded. */
export const withoutNotes = <Body extends Attendance>(body: Body): Body => ({
  ...body,
  present: body.present.map(asRecorded),
  absent: body.absent.map(asRecorded),
  recusals: body.recusals.map((one) => ({ ...one, person: asRecorded(one.person) })),
})
