/** What everybody may read names nobody's number: the same for every text that reaches a public page. */
import { Refused } from '#ledger/refused.ts'

/** A mobile number or an identity number, as people set them: neither belongs into an event. */
const PERSONAL = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/

/** Full-width digits are digits, and blanks or hyphens between digits set a number apart in groups. An office's landline is nobody's. */
export const namesSomebody = (text: string): boolean => PERSONAL.test(joined(text.normalize('NFKC')))
const joined = (text: string): string => text.replace(/(?<=\d)[\s\-\u2010-\u2015·.]+(?=[\dXx])/g, '')

/** With its area in whatever way it is set apart; within the county people write the seven digits alone. */
const LANDLINE = /(?<![\dA-Za-z])0\d{2,3}[2-9]\d{6,7}(?![\dA-Za-z])/
const LOCAL = /(?<![\dA-Za-z-])[2-9]\d{2}[ -]?\d{4}(?![\dA-Za-z-])/
const MAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/
/** Whether somebody can be reached or known by what stands there: also by a landline, which may be at home, or by e-mail. */
export function reachesSomebody(text: string): boolean {
  const plain = text.normalize('NFKC')
  return (
    namesSomebody(text) || LANDLINE.test(joined(plain.replace(/[()]/g, ' '))) || LOCAL.test(plain) || MAIL.test(plain)
  )
}

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
