import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { forms } from './forms.ts'
import type { Procedure } from './procedure.ts'

/** Words, which may be mended without becoming another version. */
const WORDS: ReadonlySet<string> = new Set(['title', 'label', 'help', 'source', 'checks', 'document'])

const kept = new WeakMap<Procedure, string>()

/** SHA-256 over what decides in a procedure: everything but its wording, the forms that it names included. */
export function digestOfProcedure(of: Procedure): string {
  const known = kept.get(of)
  if (known) return known
  const named = Object.values(of.steps).flatMap((step) => ('form' in step ? [step.form] : []))
  const whole = { ...of, forms: named.toSorted().map((name) => forms[name]) }
  const text =
    canonicalize(
      JSON.parse(
        JSON.stringify(whole, (key, value) => (WORDS.has(key) && typeof value === 'string' ? undefined : value)),
      ),
    ) ?? ''
  const digest = createHash('sha256').update(text).digest('hex')
  kept.set(of, digest)
  return digest
}
