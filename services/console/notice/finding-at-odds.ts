/** A finding on an objection whose own words conclude otherwise: said where it is asked about. */
import type { Values } from '../forms/kept-values.ts'

const GROUNDLESS = /(?:异议|反映|情况|问题)(?:均|都|并)?(?:不成立|不属实)$/
const UPHELD = /(?:异议|反映|情况|问题)(?:均|都)?(?:成立|属实)$/

/** What the reason or the answer says otherwise than the result that is chosen. */
export function findingAtOdds({ result, ...texts }: Values): string | undefined {
  const said = [texts.reason, texts.reply].map((text) => (typeof text === 'string' ? text : '')).join('\n')
  const concludes = (is: RegExp) => said.split(/[，,。.；;！!、\s]+/u).some((clause) => is.test(clause))
  const [groundless, upheld] = [concludes(GROUNDLESS), concludes(UPHELD)]
  if (groundless === upheld) return undefined
  if (result === 'notUpheld') return upheld ? '所写的是异议成立，认定结果却是“异议不成立”，请核对。' : undefined
  return groundless ? '所写的是异议不成立，认定结果却不是“异议不成立”，请核对。' : undefined
}
