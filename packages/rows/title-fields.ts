import { codeOf } from '#title/certificate.ts'
import { type Title, titleStream } from '#title/title.ts'
import { LISTS } from './row.ts'
import type { TitleRow } from './title-row.ts'

type Fields = Omit<TitleRow, 'stream' | 'number' | 'shape'>

/** What the register and worklists know of a title; nothing of a stream in which nobody was ever to hold one. */
export function titleFields(title: Title, [unit = '', batch = '']: readonly string[]): Fields | undefined {
  const { conferred, entered, standing, prepared, returned, proposed, met, revoked, plaque, happened } = title
  const first = entered ?? prepared ?? returned?.prepared
  const entering = first?.measure.kind === 'enter' ? first : undefined
  const since = conferred ?? (entering && { on: entering.measure.on, at: entering.at })
  if (!since) return undefined
  const code = codeOf(titleStream(unit, batch), title)
  const certificate = conferred?.certificate ?? entered?.measure.certificate
  const waiting = prepared ?? returned?.prepared
  const endedOn = revoked?.measure.on ?? expiredOn(title)
  const rechecked = happened.findLast((event) => event.type === 'rechecked')?.year
  return {
    ...{ kind: 'title', list: isAtWork(title) ? LISTS.titlesAtWork : LISTS.register, order: since.on },
    ...{ unit, batch, on: since.on, at: since.at },
    ...(conferred && { act: conferred.act.stream }),
    ...(entered && { document: entered.measure.number }),
    ...(certificate && { certificate }),
    ...(standing && code && { held: { standing, code } }),
    ...(waiting && {
      prepared: {
        ...{ kind: waiting.measure.kind, by: waiting.by, at: waiting.at },
        ...(!prepared && returned && { returned: returned.reason }),
      },
    }),
    ...(proposed && !met && { proposed: proposed.at }),
    ...(met?.revokes && !revoked && { decided: met.at }),
    changedAt: happened.at(-1)?.at ?? since.at,
    ...(endedOn && { endedOn }),
    ...(rechecked && { rechecked }),
    ...(plaque && { plaque: true }),
  }
}

/** Whether somebody has something to do with it. */
const isAtWork = ({ prepared, returned, proposed, revoked, plaque }: Title): boolean =>
  prepared !== undefined || returned !== undefined || (revoked ? plaque === undefined : proposed !== undefined)

function expiredOn({ standing, happened }: Title): string | undefined {
  const last = happened.findLast((event) => event.type === 'measureTaken' && event.measure.kind === 'expire')
  return standing === 'expired' && last?.type === 'measureTaken' ? last.measure.on : undefined
}
