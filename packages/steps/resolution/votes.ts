/** How many votes there can be at a meeting: the same while they are typed as when they are recorded. */
import { isSameName } from '#typed/names.ts'

type Meeting = {
  readonly present: readonly string[]
  readonly recusals: readonly { readonly person: string; readonly case: string }[]
  readonly cases: readonly string[]
}
/** How many were there, and how many of those decide of some case at least. */
export type Voters = { readonly present: number; readonly voters: number }

/** Whoever was there and did not withdraw from every case. */
export const votersOf = ({ present, recusals, cases }: Meeting): Voters => ({
  present: new Set(present).size,
  voters: new Set(
    present.filter((who) =>
      cases.some((unit) => !recusals.some((one) => one.case === unit && isSameName(one.person, who))),
    ),
  ).size,
})

/** Why so many votes cannot be; nobody votes twice. */
export function whyTooMany(cast: number, { present, voters }: Voters): string | undefined {
  if (cast <= voters) return undefined
  return voters < present
    ? `共${cast}票，多于可以表决的${voters}人（出席${present}人，${present - voters}人全部回避）`
    : `共${cast}票，多于出席的${present}人`
}
