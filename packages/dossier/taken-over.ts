/** Which pins finishing takes over from the lists of before, whatever number an indicator has come to. */
import { type Answer, contentAt, saysTheSame } from './answer.ts'
import type { Pin } from './manifest.ts'
import { mayChange, type Reopened } from './reopened.ts'

/** `returned`: the list that came back with what is reopened now; `held`: the one that the form has. */
type Lists = { readonly returned: readonly Pin[]; readonly held: readonly Pin[] }

export function takenOver(reopened: Reopened | undefined, { returned, held }: Lists) {
  const cameBack = new Map(returned.map((one) => [one.item, one]))
  // What came back goes before what was finished since.
  const before = Map.groupBy([...returned, ...held], ({ item }) => item)
  return {
    /** What a return does not name keeps its pin, whatever was written since. */
    closed: (item: string): Pin | undefined => (mayChange(reopened, item) ? undefined : cameBack.get(item)),
    /** Written and taken back again, it stands as it came back, or as it was signed. @param answer as it stands */
    again: (item: string, answer: Answer): Pin | undefined =>
      before.get(item)?.find(({ number }) => saysTheSame(contentAt(answer, number), contentAt(answer))),
  }
}
