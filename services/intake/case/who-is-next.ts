import type { CaseFacts } from '#case/facts.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { titlesOf, waitsFor } from '#steps/waits-for.ts'
import { readingOf } from '../allow.ts'
import type { CaseCall } from '../intake-deps.ts'
import { todoFrameOf } from '../offers/todo-frame.ts'
import type { Looked } from './look-at-case.ts'

/** Whom an open case waits for, as appointments, as far as this caller may know what waits. */
export function whoIsNext(call: CaseCall, looked: Looked, facts: CaseFacts): Pick<CasePage, 'next'> {
  const { terms } = looked
  if (facts.visit === 0 || facts.ended || terms.cancelled) return {}
  const { vetoes } = readingOf(call, looked)
  // While a veto is pending nobody confirms that the unit leaves, and the unit does not learn of either from here.
  const known = vetoes || !facts.veto ? facts : { ...facts, veto: undefined, withdrawal: undefined }
  return { next: [...titlesOf(waitsFor(known, todoFrameOf(looked, false), call.received))] }
}
