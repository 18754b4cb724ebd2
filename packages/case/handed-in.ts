import type { CaseEvent } from './case-events.ts'

/** `manifest`: what the form that was handed in pins of its self-assessment; `at`: when it was. */
export type HandedIn = { readonly manifest: string; readonly at: string }

/** The self-assessment that was handed in last and not taken back. */
export function assessmentHandedIn(events: readonly CaseEvent[]): HandedIn | undefined {
  const handed: HandedIn[] = []
  for (const event of events) {
    if (event.type === 'decided' && event.manifest) handed.push({ manifest: event.manifest, at: event.at })
    if (event.type === 'recalled') handed.pop()
  }
  return handed.at(-1)
}
