import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Form, forms } from './forms.ts'
import type { Procedure } from './procedure.ts'

/** Words, which may be mended without becoming another version. */
const WORDS: ReadonlySet<string> = new Set(['title', 'label', 'help', 'source', 'checks', 'document', 'from'])
/** How a form or a list stands on paper decides nothing, whatever it says. */
const PAPERS: ReadonlySet<string> = new Set(['printed', 'submission', 'listed'])
const isWording = (key: string, value: unknown): boolean =>
  PAPERS.has(key) || (WORDS.has(key) && typeof value === 'string')

const kept = new WeakMap<Procedure, string>()

/** SHA-256 over what decides in a procedure: everything but its wording, the forms that it names included. */
export function digestOfProcedure(of: Procedure): string {
  const digest = kept.get(of) ?? digestWith(of, forms)
  kept.set(of, digest)
  return digest
}

/** @param known the forms by name */
export function digestWith(of: Procedure, known: Readonly<Record<string, Form>>): string {
  const named = Object.values(of.steps).flatMap((step) => ('form' in step ? [step.form] : []))
  const whole = { ...of, forms: named.toSorted().map((name) => known[name]) }
  const text =
    canonicalize(JSON.parse(JSON.stringify(whole, (key, value) => (isWording(key, value) ? undefined : value)))) ?? ''
  return createHash('sha256').update(text).digest('hex')
}
