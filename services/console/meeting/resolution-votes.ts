/** The votes of a meeting while they are typed. An empty count is not none: somebody has still to say so. */
import type { ResolutionBody } from '#contracts/meeting.ts'
import { type Voters, whyTooMany } from '#steps/resolution/votes.ts'

export const VOTES = { inFavour: '同意', against: '反对', abstained: '弃权' } as const
type Vote = keyof typeof VOTES
/** Of each what was typed: a number, or text as long as it is none. */
export type Typed = { readonly [Name in Vote]?: number | string | undefined }

const FIELDS = ['inFavour', 'against', 'abstained'] as const
const castIn = (typed: Typed): number =>
  FIELDS.reduce((sum, field) => sum + (typeof typed[field] === 'number' ? Number(typed[field]) : 0), 0)

/** What is wrong with the votes as they are to be sent. */
export function whyVotesWrong(typed: Typed, voters: Voters): string | undefined {
  const missing = FIELDS.filter((field) => typed[field] === undefined).map((field) => VOTES[field])
  if (missing.length > 0) return `请填写${missing.join('、')}票数，没有的填0`
  if (FIELDS.some((field) => typeof typed[field] === 'string')) return undefined
  if (castIn(typed) === 0) return '同意、反对、弃权都是0票，请核对票数'
  return voters.present > 0 ? whyTooMany(castIn(typed), voters) : undefined
}

/** How many votes there are so far and how many there may be; `isWrong`: too many already. */
export function saidVotes(typed: Typed, voters: Voters): { readonly said: string; readonly isWrong: boolean } {
  const who =
    voters.voters < voters.present ? `出席${voters.present}人，可以表决${voters.voters}人` : `出席${voters.present}人`
  const tooMany = voters.present > 0 ? whyTooMany(castIn(typed), voters) : undefined
  return { said: tooMany ?? `${who}，已填${castIn(typed)}票`, isWrong: tooMany !== undefined }
}

/** Of how many who could vote nothing is recorded; undefined where everybody's vote is. */
export function saidNotCast(
  { inFavour, against, abstained }: Extract<ResolutionBody['how'], { kind: 'vote' }>,
  { voters }: Voters,
) {
  const left = voters - inFavour - against - abstained
  return left > 0 ? `可以表决的${voters}人中，${left}人没有计票` : undefined
}
