import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { publishedDates } from '#batch/published-dates.ts'
import { saidEntry } from '#calendar/said.ts'
import { CameBack } from '#case/as-seen.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { CaseEvent } from '#case/case-events.ts'
import { changedAnswers } from '#case/paper.ts'
import { deciding } from '#case/reschedule.ts'
import type { Deciding } from '#case/standing.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Command } from '#procedure/commands.ts'
import { forms, labelOf } from '#procedure/forms.ts'
import { stepOf } from '#procedure/procedure.ts'
import { allowed, readingOf } from '../allow.ts'
import type { Fresh } from '../form/show-papers.ts'
import { askedBy, type CaseClick, type IntakeDeps } from '../intake-deps.ts'
import { nameThose, namingOthers } from '../name-people.ts'
import { byNewestDates } from './by-newest-dates.ts'
import { caseTimeline } from './case-timeline.ts'
import { asKnown, isDone, type Looked, lookAtCase, peopleIn } from './look-at-case.ts'
import { eventsOf, lookBesideAfter } from './look-beside.ts'
import { showCase } from './show-case.ts'

/** `fresh`: what was put a moment ago and need not be read back. `command`: what the case follows, where it is not the click itself. */
export type Prepared = { readonly decide: Deciding; readonly fresh?: Fresh; readonly command?: string }

/** Whether a decision would be refused, or have nothing to do, as the case was read. @throws Refused */
export type Trying = (decide: Deciding) => readonly CaseEvent[]

type Deed = {
  readonly command: Command
  /** The step whose decision it is about, where that is not the one at which the case stands. */
  readonly about?: string
  /** Digests of the files that the request brings along. */
  readonly files?: readonly string[]
  /** What has to be looked at and kept before the decision; `trying` first what is decided, so that a refusal leaves nothing behind. */
  readonly prepare: (looked: Looked, trying: Trying) => Prepared | Promise<Prepared>
}

/** Takes one decision on a case and answers with its new page. Whoever comes second learns who was first. */
export async function decideCase(
  deps: IntakeDeps,
  click: CaseClick,
  { command, about, files, prepare }: Deed,
): Promise<CasePage> {
  const looked = await lookAtCase(deps, click, { files })
  const { read, procedure } = looked
  // Asked again because the answer was lost: everything was done then.
  const { by } = askedBy(click)
  if (isDone(looked, { command: click.command, by })) return showCase(deps, click, looked)
  mustNotBeCancelled(looked.terms)
  const asking = { command, about, call: click, procedure }
  try {
    return await namingOthers(deps, () =>
      byNewestDates(deps, click.params.batch, looked.terms, async (terms) => {
        const amendments = publishedDates(terms.amendments)
        const byDates = (decision: Deciding) => allowed(asking, deciding(decision, amendments))
        const known = { ...looked, terms }
        const {
          decide,
          fresh,
          command: followed = click.command,
        } = await prepare(known, (trial) => byDates(trial)(read.state))
        const answer = await execute(deps.ledger, caseKind, {
          stream: caseStream(click.params.batch, click.params.unit),
          command: followed,
          by,
          decide: byDates(decide),
          first: read,
        })
        const after = asKnown({ ...read, ...answer }, terms)
        const beside = await lookBesideAfter(deps.ledger, click, looked, after)
        return showCase(deps, click, { ...known, read: after, ...beside }, fresh)
      }),
    )
  } catch (error) {
    if (error instanceof Refused && error.code === 'elsewhere') throw await namingTheFirst(deps, click, error)
    throw error
  }
}

/** The same refusal, with who did what last and when. */
export async function namingTheFirst(deps: IntakeDeps, click: CaseClick, refused: Refused): Promise<Refused> {
  const looked = await lookAtCase(deps, click)
  const { read, known, terms, procedure } = looked
  const events = eventsOf(read)
  const { unit } = click.params
  const naming = await nameThose(deps, unit, { events, people: peopleIn(events) }, known)
  const showing = { unit, terms, naming, known, ...readingOf(click, { procedure, read }) }
  const last = (await caseTimeline(deps.ledger, events, showing)).at(-1)?.entry
  if (!last) return refused
  const first = `最近一次办理：${last.by}于${saidEntry(last)}办理“${last.step}·${last.event}”。`
  const { code, message, fields } =
    refused instanceof CameBack ? refused.with(changedSince(looked, refused.visit)) : refused
  return new Refused(code, `${message}${first}`, fields)
}

/** The questions of the form that is judged whose answers are others than a visit saw, as the end of a clause. */
function changedSince({ read, procedure }: Looked, visit: number): string {
  let then = caseKind.initial
  for (const event of eventsOf(read)) {
    const next = caseKind.evolve(then, event)
    if (next.visit > visit) break
    then = next
  }
  const form = forms[stepOf(procedure, read.state.step, 'judgement')?.form ?? '']
  const now = form && read.state.papers[form.name]?.form
  const changed = now ? changedAnswers(then.papers[form.name]?.form, now) : []
  return form && changed.length > 0 ? `，其间修改了${changed.map((one) => `“${labelOf(form, one)}”`).join('、')}` : ''
}
