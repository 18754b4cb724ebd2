/** What the office tells all units of a batch, and that they have read it. */
import { mustNotBeCancelled } from '#batch/approve-change.ts'
import { bulletinsKind, bulletinsStream, issueBulletin as issuing } from '#batch/bulletins/bulletins.ts'
import { readBulletin, receivedKind, receivedStream } from '#batch/bulletins/received.ts'
import type { bulletinEndpoints } from '#contracts/work/bulletins.ts'
import type { UseCase } from '#edge/use-case.ts'
import { doneBy, execute } from '#ledger/ledger.ts'
import { mustBeKept } from './kept-files.ts'
import { BULLETIN_FILES, lookAtBulletins, showBulletins } from './look-at-bulletins.ts'
import type { WorkDeps } from './work-deps.ts'

export const readBulletins =
  (deps: WorkDeps): UseCase<typeof bulletinEndpoints.readBulletins> =>
  async ({ params: { batch }, caller }) =>
    showBulletins(deps, batch, caller, await lookAtBulletins(deps, batch, caller))

export const issueBulletin =
  (deps: WorkDeps): UseCase<typeof bulletinEndpoints.issueBulletin> =>
  async ({ params: { batch }, body, caller, received, command }) => {
    const looked = await lookAtBulletins(deps, batch, caller)
    const { files = [], corrects, ...content } = body
    const by = caller.person
    if (!doneBy(looked.bulletins.commits, { command, by })) {
      mustNotBeCancelled(looked.terms)
      await mustBeKept(deps, BULLETIN_FILES, files)
    }
    const answer = await execute(deps.ledger, bulletinsKind, {
      ...{ stream: bulletinsStream(batch), command, by, first: looked.bulletins },
      decide: issuing({ ...content, files, ...(corrects !== undefined && { corrects }) }, { by, received }),
    })
    return showBulletins(deps, batch, caller, { ...looked, bulletins: { ...looked.bulletins, ...answer } })
  }

/** For every unit of the caller's that is in the batch. */
export const noteBulletin =
  (deps: WorkDeps): UseCase<typeof bulletinEndpoints.noteBulletin> =>
  async ({ params: { batch, n }, caller, received, command }) => {
    const looked = await lookAtBulletins(deps, batch, caller)
    const by = caller.person
    const issued = looked.bulletins.state.all.length
    const own = await Promise.all(
      looked.own.map(async ({ unit, read }) => {
        const answer = await execute(deps.ledger, receivedKind, {
          ...{ stream: receivedStream(batch, unit), command, by, first: read },
          decide: readBulletin({ n: Number(n), issued }, { by, received }),
        })
        return { unit, read: { ...read, ...answer } }
      }),
    )
    return showBulletins(deps, batch, caller, { ...looked, own })
  }
