/** Who may not apply again after a revocation: for as many years as the county says; document 001 says nothing of it. */
import { addYears } from '#calendar/deadline.ts'
import { saidDay } from '#calendar/said.ts'

/** `endedOn`: the day of the decision by which it was revoked. Days of Asia/Shanghai. */
export type Revoked = { readonly endedOn: string }

/** Why a unit may not begin today, in a sentence; undefined where it may. */
export function whyBarred(revoked: readonly Revoked[], years: number, today: string): string | undefined {
  const last = revoked
    .map(({ endedOn }) => endedOn)
    .toSorted()
    .at(-1)
  const from = last && addYears(last, years)
  return last && from && today < from
    ? `该单位的示范单位资格已于${saidDay(last)}取消，按本县规定${years}年内不得再次申报，${saidDay(from)}起可以申报。`
    : undefined
}
