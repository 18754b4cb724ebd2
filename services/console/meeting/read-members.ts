/** Who belongs to a meeting, from what was typed or pasted as such. */
import type { ResolutionPage } from '#contracts/meeting.ts'
import { eachOnce } from '#typed/names.ts'
import { type People, readPeople } from '#typed/people.ts'

type Units = Pick<ResolutionPage, 'waiting'>

/** Units of the page may stand in a bracket behind a name. */
export const readMembers = ({ waiting }: Units, text: string): People =>
  readPeople(
    text,
    waiting.map(({ name }) => name),
  )
/** Names as they are typed or pasted from the minutes, each once. */
export const namesIn = (page: Units, text: string): readonly string[] => readMembers(page, text).names

/** Other text in the field of members: whom it newly calls absent (请假：…) is marked, as by a click, and whom it does so no more is not. */
export function withMembers(
  page: Units,
  { members, absent }: { readonly members: string; readonly absent: readonly string[] },
  text: string,
) {
  const [before, now] = [readMembers(page, members).absent, readMembers(page, text).absent]
  return {
    members: text,
    absent: eachOnce([
      ...absent.filter((one) => now.includes(one) || !before.includes(one)),
      ...now.filter((one) => !before.includes(one)),
    ]),
  }
}
