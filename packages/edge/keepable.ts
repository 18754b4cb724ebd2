/** What can be kept as it was sent: no half characters, no endless numbers, no name that JavaScript takes for something else, no abyss. */
import { Refused } from '#ledger/refused.ts'
import { BROKEN, isBuiltIn, whyNotKept, withoutUnseen } from '#typed/unseen.ts'
import { Unreadable } from './errors.ts'

const ENDLESS = '数字过大，无法保存；请核对后重新填写'
/** Levels of lists within lists; the deepest thing that anybody sends, a catalogue, has fewer than twenty. */
const DEEPEST = 64

/**
 * A text with half a surrogate pair comes back from no database as it was, and has no digest. What else a text may
 * not hold, its field's rule says (`contracts/rules.ts`).
 * @param sent as `JSON.parse` made it
 * @throws Refused naming each text or number that cannot be kept, or the name that cannot; Unreadable when it is nested too deeply
 */
export function mustBeKeepable(sent: unknown, title: string): void {
  const fields = new Map<string, string>()
  const endless = new Map<string, string>()
  const left: Place[] = [{ value: sent, path: [] }]
  // A list of its own instead of calls within calls: what is sent must not end the stack.
  for (let place = left.pop(); place; place = left.pop()) {
    const { value, path } = place
    if (path.length > DEEPEST) throw new Unreadable(`提交内容的层级超过${DEEPEST}层，格式有误；请刷新页面后再试。`)
    if (typeof value === 'string' && !value.isWellFormed()) fields.set(path.join('.'), BROKEN)
    // `1e999` is JSON, and no number that can be written again.
    if (typeof value === 'number' && !Number.isFinite(value)) endless.set(path.join('.'), ENDLESS)
    if (typeof value !== 'object' || value === null) continue
    for (const [key, one] of Object.entries(value)) {
      if (isBuiltIn(key) || whyNotKept(key))
        throw new Refused(
          'incomplete',
          `“${title}”没有“${withoutUnseen(key.toWellFormed(), '□')}”这一填写栏；请刷新页面后再试。`,
        )
      left.push({ value: one, path: [...path, key] })
    }
  }
  if (endless.size > 0)
    throw new Refused(
      'incomplete',
      `“${title}”有${endless.size}处${ENDLESS}。`,
      Object.fromEntries([...endless, ...fields]),
    )
  if (fields.size > 0)
    throw new Refused('incomplete', `“${title}”有${fields.size}处文字${BROKEN}。`, Object.fromEntries(fields))
}
type Place = { readonly value: unknown; readonly path: readonly string[] }
