/** What is wrong with the name, the number or the account of something: apart from what an opinion says, since it knows every organ. */
import { isSameName, tidyName } from '../names.ts'
import { isCellError } from './cell-error.ts'
import { isElsewhere, isEmptyTalk, isPrinted, isPrompt } from './empty-talk.ts'
import { isNoOrgan } from './no-organs.ts'
import { FORMULA, HAS_HAN, isFiller, isNone, keyOf, setClose, TEMPLATE } from './says.ts'
import { hasSerial } from './serial.ts'
import { unfilledIn } from './unfilled.ts'

/** What is wrong with a text that is to be the name, the number or the account of something. */
export type Unsaid = 'organ' | 'formula' | 'lost' | 'filler' | 'letters' | 'template' | 'unfilled' | 'digits'
/** `number`: of a document, which has digits. `organ`: what decides, and nobody's name or title. `contact`: digits say something. `facts`: that there is none is an answer. */
export type Of = 'text' | 'organ' | 'number' | 'contact' | 'facts'
/** What is said of what was asked for, and names nothing. */
const OPINION = /^(?:不?同意|不?通过|[已批]?阅|(?:情况)?属实|可以?|好的?|是的?|[否行准]|收到|知悉|照办)$/u
/** 有: as a question of what there may be is answered. */
const ANSWER = /^[有是否]$/u

/**
 * @param of what is asked for
 * @param isLine of one line, in which no box is drawn to be ticked, and no question asked
 */
export function whatIsUnsaid(text: string, of: Of, isLine: boolean): Unsaid | undefined {
  if (isCellError(text) || (isLine && FORMULA.test(text))) return 'formula'
  if (/[\uFFFD]/.test(text)) return 'lost'
  if (TEMPLATE.test(text)) return 'template'
  const hasLetters = (of === 'number' || of === 'contact' ? /[\p{L}\p{N}]/u : /[\p{L}]/u).test(text)
  // A worksheet has a half-width mark for what it lost; in an address of the web it parts what is asked.
  if (isLine && hasLetters && isLost(text)) return 'lost'
  const key = keyOf(text)
  if (!hasLetters || key === '') return 'letters'
  if (of === 'facts' && (isNone(text) || ANSWER.test(key))) return undefined
  if (isFiller(text) || isPrompt(key) || saysNothing(key, of, isLine)) return 'filler'
  if (of !== 'contact' && unfilledIn(text, isLine) !== undefined) return 'unfilled'
  if (of === 'number' && !hasSerial(setClose(text.normalize('NFKC')))) return 'digits'
  return of === 'organ' && isNoOrgan(tidyName(text)) ? 'organ' : undefined
}
/** Digits alone are a number. */
const saysNothing = (key: string, of: Of, isLine: boolean): boolean =>
  of === 'number' || of === 'contact'
    ? isPrinted(key) || (of === 'number' && isFiller(key.replace(/\d{1,2}$/u, '')) && !/^[文编]号/u.test(key))
    : isEmptyTalk(key) ||
      OPINION.test(key) ||
      ([...key].length < 2 && of !== 'facts') ||
      (isLine && isElsewhere(key) && !/\d/.test(key))
const isLost = (text: string): boolean =>
  /[□■▢▯〓◻◼]|(?<=[\p{Script=Han}])\?|\?(?=[\p{Script=Han}])|[?？]{2}/u.test(text) ||
  (/[?？]/.test(text) && HAS_HAN.test(text) && (text.match(/[\p{L}]/gu) ?? []).length < 3)

/** What a form has around the label: 请填写……. */
const AROUND_LABEL =
  /^[\s（(【]*(?:请|点击)?(?:在?此处?|在?这里)?(?:填写|填入|输入|键入|录入|填|写明|说明)?|(?<![\s：:。.！!…）)】])[\s：:。.！!…）)】]+$/gu
/** Whether it is no more than the field's own label, or asks for that. */
export const isPromptOf = (text: string, label: string): boolean => isSameName(text.replace(AROUND_LABEL, ''), label)
