/** What a method may find of one indicator: as the unit says of it, and by the points of its standard. */
import { catalogue } from '#catalogue/catalogue.ts'
import { itemsOf } from '#catalogue/walk-catalogue.ts'
import type { FoundHere } from '#steps/inquiry/sheet.ts'
import type { AssessmentDeps } from './assessment-deps.ts'
import type { LookedAtAssessment } from './look-at-assessment.ts'

type Looked = Pick<LookedAtAssessment, 'inquiry' | 'items' | 'terms'>

export async function foundHere(
  deps: Pick<AssessmentDeps, 'contents'>,
  looked: Looked,
  method: string,
  item: string,
): Promise<FoundHere> {
  // A method that the procedure does not have was refused before.
  const { finds = 'mark' } = looked.inquiry.methods[method] ?? {}
  return { finds, claimed: claimedIn(looked, item), points: await pointsOf(deps, looked, item) }
}

export const claimedIn = ({ items }: Pick<Looked, 'items'>, item: string): boolean =>
  items?.get(item) === 'notApplicable'

/** Read only where they count for anything. */
export async function pointsOf(
  { contents }: Pick<AssessmentDeps, 'contents'>,
  { terms: { scoring, standard } }: Pick<Looked, 'terms'>,
  item: string,
): Promise<number | undefined> {
  if (scoring?.way !== 'points' || !standard) return undefined
  return itemsOf(catalogue.parse(await contents.get(standard.digest))).find(({ id }) => id === item)?.weight
}
