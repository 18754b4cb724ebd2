/** What everybody may read names nobody's number: the same for every text that reaches a public page. */
import { Refused } from '#ledger/refused.ts'
import { namesSomebody } from '#typed/personal-numbers.ts'

/** What is said at a field whose text does. */
export const NAMES_SOMEBODY = '请去掉手机号码、身份证号'

/**
 * @param what the texts, and who reads them
 * @param texts by field; what is left out names nobody
 * @throws Refused at every field that does
 */
export function mustNameNobody(what: string, texts: Readonly<Record<string, string | undefined>>): void {
  const naming = Object.entries(texts).filter(([, text]) => text !== undefined && namesSomebody(text))
  if (naming.length > 0)
    throw new Refused(
      'incomplete',
      `${what}，其中有手机号码或身份证号；请改写，需要时留办公电话。`,
      Object.fromEntries(naming.map(([field]) => [field, NAMES_SOMEBODY])),
    )
}
