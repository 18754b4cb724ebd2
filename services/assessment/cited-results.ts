/** External results that notes cite: whether they can be, and what each says as it stands now. */
import type { AssessmentItem } from '#contracts/assessment/assessment.ts'
import { citedResult, resultCited, sinceCited, whyNotCited } from '#external-results/cited-result.ts'
import {
  type Results,
  resultsKind,
  resultsStream,
  resultWords,
  versionsOf,
} from '#external-results/external-results.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { AssessmentDeps } from './assessment-deps.ts'

type Books = ReadonlyMap<number, Results>
/** The books of the years that are cited; none is read where nothing is. */
export async function booksOf({ ledger }: Pick<AssessmentDeps, 'ledger'>, cited: readonly string[]): Promise<Books> {
  const years = [...new Set(cited.map((one) => citedResult(one).year))]
  return new Map(
    await Promise.all(
      years.map(async (year) => [year, (await readStream(ledger, resultsKind, resultsStream(year))).state] as const),
    ),
  )
}
const bookOf = (books: Books, cited: string): Results => books.get(citedResult(cited).year) ?? resultsKind.initial

/** @param cited those that the note did not cite before @throws Refused where one of them says nothing of this unit now */
export async function mustBeCitable(
  deps: Pick<AssessmentDeps, 'ledger'>,
  unit: string,
  cited: readonly string[],
): Promise<void> {
  const books = await booksOf(deps, cited)
  const why = cited.map((one) => whyNotCited(bookOf(books, one), one, unit)).find((one) => one !== undefined)
  if (why) throw new Refused('incomplete', '有外部结果不能引用。', { results: why })
}

type Shown = AssessmentItem['notes'][number]['results'][number]
/** Each as it stands now, and what became of it since it was cited. */
export const showCited = async (
  { contents }: Pick<AssessmentDeps, 'contents'>,
  books: Books,
  cited: readonly string[],
): Promise<Shown[]> =>
  (
    await Promise.all(
      cited.map(async (use): Promise<Shown[]> => {
        const result = resultCited(bookOf(books, use), use)
        const held = result && versionsOf(result).at(-1)
        if (!held) return []
        const { on, reference, grade, score, content } = held
        const since = sinceCited(result, use)
        const text = content && resultWords.parse(await contents.get(content)).text
        return [
          {
            ...{ use, year: citedResult(use).year, n: citedResult(use).n, kind: result.kind, on, reference },
            ...{ ...(grade && { grade }), ...(score !== undefined && { score }), ...(text && { text }) },
            ...(since && { since }),
          },
        ]
      }),
    )
  ).flat()
