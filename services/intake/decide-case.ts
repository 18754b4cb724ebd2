import { said } from '#calendar/said.ts'
import { caseKind, caseStream } from '#case/case.ts'
import type { Deciding } from '#case/standing.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { caseTimeline } from './case-timeline.ts'
import { askedBy, type CaseClick, type IntakeDeps } from './intake-deps.ts'
import { nameThose } from './name-people.ts'
import { showCase } from './show-case.ts'

/** Takes one decision on a case and answers with its new page. Whoever comes second learns who was first. */
export async function decideCase(deps: IntakeDeps, click: CaseClick, decide: Deciding): Promise<CasePage> {
  const { params, command } = click
  const stream = caseStream(params.batch, params.unit)
  try {
    return await showCase(
      deps,
      click,
      await execute(deps.ledger, caseKind, { stream, command, by: askedBy(click).by, decide }),
    )
  } catch (error) {
    if (error instanceof Refused && error.code === 'elsewhere') throw await namingTheFirst(deps, click, stream, error)
    throw error
  }
}

/** The same refusal, with who did what last and when. */
async function namingTheFirst(
  deps: IntakeDeps,
  { params }: CaseClick,
  stream: string,
  refused: Refused,
): Promise<Refused> {
  const events = (await readStream(deps.ledger, caseKind, stream)).commits.flatMap((commit) => commit.events)
  const timeline = await caseTimeline(deps.ledger, params.unit, events, await nameThose(deps, params.unit, events))
  const last = timeline.at(-1)
  if (!last) return refused
  const first = `最近一次办理：${last.by}于${said(last.at)}办理“${last.step}·${last.event}”。`
  return new Refused(refused.code, `${refused.message}${first}`, refused.fields)
}
