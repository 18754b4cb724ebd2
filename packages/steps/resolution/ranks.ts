/**
 * The order 名次 in which a body ranks the cases of one list, by standard competition ranking (1, 1, 3): whoever is even
 * shares a place, and the places behind are left out. 001 三（五）（六）: the team proposes candidates and settles them.
 */
import { Refused } from '#ledger/refused.ts'
import { inNameOrder } from '#typed/names.ts'

type Ranked = { readonly case: string; readonly rank?: number | undefined }
type Line = Ranked & { readonly outcome?: string | undefined; readonly reason?: string | undefined }

/** An outcome as it is said of one case, with the case's own place: 候选单位（第3名）. */
export const withRank = (title: string, { rank }: { readonly rank?: number | undefined }): string =>
  rank === undefined ? title : `${title}（第${rank}名）`

const BEHIND = Number.MAX_SAFE_INTEGER
/** The first first, and by their names those that are even or not ranked, behind all others. */
export const inRankOrder = <L extends { readonly name: string; readonly rank?: number | undefined }>(
  lines: readonly L[],
): L[] => inNameOrder(lines).sort((one, other) => (one.rank ?? BEHIND) - (other.rank ?? BEHIND))

/** How many stand before a rank. */
const before = (lines: readonly Ranked[], rank: number): number =>
  lines.filter((one) => one.rank !== undefined && one.rank < rank).length
const shared = (lines: readonly Ranked[], rank: number): number => lines.filter((one) => one.rank === rank).length

/**
 * What is wrong with the ranks of a list, by case: every one that is missing or beyond its length, else those at the
 * first place at which the order breaks, since what stands behind follows from it. Empty where they are its ranking.
 */
export function wrongRanks(lines: readonly Ranked[]): Readonly<Record<string, string>> {
  const unfit = lines.flatMap(({ case: name, rank }) => {
    if (rank === undefined) return [[name, '请填写名次']]
    const isPlace = rank >= 1 && rank <= lines.length
    return isPlace ? [] : [[name, `名单共${lines.length}个单位，没有第${rank}名；请改正`]]
  })
  if (unfit.length > 0) return Object.fromEntries(unfit)
  const ranks = [...new Set(lines.flatMap(({ rank }) => rank ?? []))].sort((one, other) => one - other)
  const broken = ranks.findIndex((rank) => rank !== before(lines, rank) + 1)
  const rank = ranks[broken]
  if (rank === undefined) return {}
  const said = whyBroken(lines, rank, ranks[broken - 1])
  return Object.fromEntries(lines.flatMap((one) => (one.rank === rank ? [[one.case, said]] : [])))
}

/** @param last the rank before it; undefined where it is the first */
function whyBroken(lines: readonly Ranked[], rank: number, last: number | undefined): string {
  const expected = before(lines, rank) + 1
  if (last === undefined) return `没有第1名，填的是第${rank}名；请改正`
  const even = shared(lines, last)
  if (rank < expected) return `第${last}名有${even}个单位，其后应为第${expected}名；不并列的，请改正其中一个的名次`
  const held = even > 1 ? `并列第${last}名有${even}个单位，其后` : `第${last}名之后`
  return `${held}应为第${expected}名，填的是第${rank}名；请改正`
}

/**
 * Cases that do not get the outcome that goes by rank although one that stands behind or beside them does: of each it is said why.
 * @param outcome which one goes by rank
 */
export function passedOver<L extends Omit<Line, 'reason'>>(lines: readonly L[], outcome: string): readonly L[] {
  const last = Math.max(0, ...lines.flatMap((one) => (one.outcome === outcome ? (one.rank ?? 0) : [])))
  return lines.filter((one) => one.outcome !== undefined && one.outcome !== outcome && (one.rank ?? last + 1) <= last)
}

export const SAYS_WHY = '名次不在其后的单位已列入，请写明该单位没有列入的理由'

/** What is wrong with the ranks of an act as it is sent, by case; nothing has one where its step ranks nobody. */
export function wrongOrder(
  lines: readonly Line[],
  ranked: string | undefined,
  title?: string,
): Readonly<Record<string, string>> {
  if (ranked === undefined)
    return Object.fromEntries(
      lines.flatMap(({ case: name, rank }) =>
        rank === undefined ? [] : [[name, `${title ? `“${title}”` : '该'}环节不排名次，请去掉名次`]],
      ),
    )
  const wrong = wrongRanks(lines)
  if (Object.keys(wrong).length > 0) return wrong
  return Object.fromEntries(
    passedOver(lines, ranked).flatMap(({ case: name, reason }) => (reason?.trim() ? [] : [[name, SAYS_WHY]])),
  )
}

/** @throws Refused naming each line whose rank is wrong */
export function mustBeRanked(lines: readonly Line[], ranked: string | undefined): void {
  const wrong = Object.entries(wrongOrder(lines, ranked))
  const [first] = wrong
  if (first)
    throw new Refused(
      'incomplete',
      `有${wrong.length}个单位的名次需要修改：${first[1]}。`,
      Object.fromEntries(wrong.map(([name, why]) => [`ranks.${name}`, why])),
    )
}

/**
 * Where the quota ends among cases that are even: which rank, how many have it, and how many places are left for them.
 * @param lines those that take a place each
 * @param left how many places there are for all of them
 */
export function tieAtQuota(lines: readonly Ranked[], left: number): string | undefined {
  const ranks = lines.flatMap(({ rank }) => rank ?? []).sort((one, other) => one - other)
  const rank = ranks[left]
  if (rank === undefined || left < 1 || ranks[left - 1] !== rank) return undefined
  return `并列第${rank}名有${shared(lines, rank)}个单位，名额只余${left - before(lines, rank)}个`
}
