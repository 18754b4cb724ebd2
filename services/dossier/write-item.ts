import type { DossierItem, dossierEndpoints } from '#contracts/dossier/dossier.ts'
import * as deciders from '#dossier/answer.ts'
import { type Answer, type Answered, answerStream, ChangedMeanwhile, contentAt, dossierKind } from '#dossier/answer.ts'
import { mayChange } from '#dossier/reopened.ts'
import type { Call, UseCase } from '#edge/use-case.ts'
import type { Decision } from '#ledger/kind.ts'
import { execute } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import { namesOfPeople } from '#rows/looked-up/names-of-people.ts'
import type { DossierDeps } from './dossier-deps.ts'
import { whyNotTheirs } from './given/own-files.ts'
import { filesOfUnit } from './kept-files.ts'
import { indicatorNamed, type Looked, lookAtDossier, mustWrite, reopenedOf, whyNotGiven } from './look-at-dossier.ts'
import { showItem } from './show-item.ts'
import { someAtOnce } from './some-at-once.ts'

/** Keeps one answer as it stands, complete or not. */
export const saveDossierItem =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.saveDossierItem> =>
  async (call: Call<typeof dossierEndpoints.saveDossierItem>): Promise<DossierItem> => {
    const { params, body, command } = call
    const { number, files = [], result, text } = body
    const looked = await lookAtDossier(deps, call)
    mustWrite(call, looked, 'write-dossier')
    mustBeOpen(looked, params.item)
    const uses = await keptUses(deps, call, looked, { item: params.item, files })
    if (typeof uses === 'string') throw new Refused('incomplete', '有佐证材料还不能使用。', { files: uses })
    const content = { files: uses, ...(result && { result }), ...(text && { text }) }
    const answer = await write(deps, call, looked, params.item, {
      command,
      decide: deciders.saveAnswer(content, number, askedBy(call, looked)),
    })
    return showItem(deps, call, looked, answer)
  }

/** Cites files at several indicators at once; of each it is said what became of it. */
export const citeInDossier =
  (deps: DossierDeps): UseCase<typeof dossierEndpoints.citeInDossier> =>
  async (call) => {
    const { body, command } = call
    const looked = await lookAtDossier(deps, call)
    mustWrite(call, looked, 'write-dossier')
    for (const { item } of body.items) indicatorNamed(looked, item)
    // Each in a stream of its own, so that what cannot be taken holds up nothing else.
    const items = await someAtOnce(body.items, async ({ item, files }) => {
      try {
        mustBeOpen(looked, item)
        const uses = await keptUses(deps, call, looked, { item, files })
        if (typeof uses === 'string') return { item, files: 0, error: uses }
        const decide = deciders.citeFiles(uses, askedBy(call, looked))
        const answer = await write(deps, call, looked, item, { command, decide })
        return { item, files: contentAt(answer).files.length }
      } catch (error) {
        // A click's id that was used for something else is nobody's answer.
        if (error instanceof Refused && error.code !== 'conflict') return { item, files: 0, error: error.message }
        throw error
      }
    })
    return { items }
  }

type Writing = Pick<Call<typeof dossierEndpoints.citeInDossier>, 'params' | 'caller' | 'received'>
const askedBy = ({ caller, received }: Writing, { byOffice }: Looked) => ({
  by: caller.person,
  received,
  ...(byOffice && { byOffice: true as const }),
})

function mustBeOpen(looked: Looked, item: string): void {
  indicatorNamed(looked, item)
  const notTheirs = whyNotGiven(looked, item)
  if (notTheirs) throw new Refused('forbidden', notTheirs)
  if (!mayChange(reopenedOf(looked), item))
    throw new Refused('elsewhere', '此项没有退回，不能修改；退回补正时只修改列明的指标。')
}

/** The uses under their names, or why one of them cannot be cited. */
async function keptUses(
  deps: DossierDeps,
  call: Writing,
  looked: Looked,
  { item, files: uses }: { readonly item: string; readonly files: readonly string[] },
): Promise<string[] | string> {
  const notTheirs = await whyNotTheirs(deps, call, looked, item, uses)
  if (notTheirs) return notTheirs
  const files = await filesOfUnit(deps, call.params.unit, uses, true)
  return files.find(({ wrong }) => wrong)?.wrong ?? files.map(({ used }) => used)
}

/** @throws Refused naming whoever has saved meanwhile */
async function write(
  deps: DossierDeps,
  { params: { batch, unit }, caller }: Writing,
  { known }: Looked,
  item: string,
  { command, decide }: { readonly command: string; readonly decide: Decision<Answered, Answer> },
): Promise<Answer> {
  try {
    const stream = answerStream(batch, unit, item)
    return (await execute(deps.ledger, dossierKind, { stream, command, by: caller.person, decide })).state
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error
    if (error.by === caller.person) throw error.named('您在别处')
    throw error.named((await namesOfPeople(deps, [error.by], known))(error.by))
  }
}
