/** What is sent of a form, and what a form begins with. */
import type { ResultVersion } from '#contracts/results/results.ts'
import { resultGrades } from '#external-results/kinds-of-results.ts'
import type { Values } from '../forms/kept-values.ts'

export function factsIn({ on, reference, grade, score, text, scan }: Values) {
  const said = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const chosen = resultGrades.find((one) => one === grade)
  const [words, file] = [said(text), said(scan)]
  return {
    ...{ on: said(on) ?? '', reference: said(reference) ?? '' },
    ...{ ...(chosen && { grade: chosen }), ...(typeof score === 'number' && { score }) },
    ...{ ...(words && { text: words }), ...(file && { scan: file }) },
  }
}

/** @param owner where a scan is sent now: one that lies elsewhere is sent once more */
export const valuesOf = ({ on, reference, grade, score, text, scan, use }: ResultVersion, owner: string): Values => ({
  ...{ on, reference, ...(grade && { grade }), ...(score !== undefined && { score }), ...(text && { text }) },
  ...(use && scan?.owner === owner && { scan: use }),
})
