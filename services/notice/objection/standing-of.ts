import type { Line } from '#case/list-act.ts'
import type { Notice } from '#steps/notice/notice-events.ts'
import { lineOf, openObjections } from '#steps/notice/notice-lines.ts'

/** What a notice has come to for one case. */
export type Standing = {
  /** The line that it has, unless that was set aside. */
  readonly line?: Line
  /** Why it could not take its line; `final`: it gets no other one. */
  readonly aside?: { readonly reason: string; readonly final: boolean }
  /** Objections about it that are not settled. */
  readonly open: readonly string[]
}

export function standingOf(notice: Notice, unit: string): Standing {
  const open = openObjections(notice).flatMap(({ about, objection }) => (about === unit ? [objection] : []))
  const asides = notice.setAside.filter((one) => one.case === unit)
  const final = asides.find(({ waits }) => !waits)
  if (final) return { aside: { reason: final.reason, final: true }, open }
  const line = lineOf(notice, unit)
  if (line) return { line, open }
  const last = asides.at(-1)
  return { ...(last && { aside: { reason: last.reason, final: false } }), open }
}
