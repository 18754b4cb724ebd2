import { dateOf } from '#calendar/deadline.ts'
import { codeOf } from '#title/certificate.ts'
import { whyNotShown } from '#title/decide-experience.ts'
import { standing as standingOf, waitsFor } from '#title/experience.ts'
import { heldSince, proposalOf, type Title, titleStream } from '#title/title.ts'
import { LISTS } from './row.ts'
import type { TitleRow } from './title-row.ts'

type Fields = Omit<TitleRow, 'stream' | 'number' | 'shape'>

/** What the register and worklists know of a title; nothing of a stream in which nobody was ever to hold one. */
export function titleFields(title: Title, [unit = '', batch = '']: readonly string[]): Fields | undefined {
  const { conferred, entered, standing, prepared, returned, dropped, proposed, met, revoked, plaque, happened } = title
  // Of an entry that was dropped a row has told already, and rows stay.
  const first = entered ?? prepared ?? returned?.prepared ?? dropped.at(-1)?.prepared
  const entering = first?.measure.kind === 'enter' ? first : undefined
  const since = heldSince(title) ?? (entering && { on: entering.measure.on, at: entering.at })
  if (!since) return undefined
  const proposal = proposalOf(title)
  const code = codeOf(titleStream(unit, batch), title)
  const certificate = conferred?.certificate ?? entered?.measure.certificate
  const waiting = prepared ?? returned?.prepared
  const endedOn = revoked?.measure.on ?? expiredOn(title)
  const rechecked = Math.max(0, ...happened.flatMap((event) => (event.type === 'rechecked' ? [event.year] : [])))
  return {
    ...{ kind: 'title', list: isAtWork(title) ? LISTS.titlesAtWork : LISTS.register, order: since.on },
    ...{ unit, batch, on: since.on, at: since.at },
    ...(conferred && { act: conferred.act.stream }),
    ...(entered && { document: entered.measure.number }),
    ...(certificate && { certificate }),
    ...(standing && code && { held: { standing, code } }),
    ...(waiting && {
      prepared: {
        ...{ kind: waiting.measure.kind, by: waiting.by, at: (!prepared && returned ? returned : waiting).at },
        ...(!prepared && returned && { returned: returned.reason }),
      },
    }),
    ...(proposal === 'waits' && proposed && { proposed: proposed.at }),
    ...(proposal === 'agreed' && met && { decided: met.at }),
    changedAt: happened.at(-1)?.at ?? since.at,
    ...(endedOn && { endedOn }),
    ...(rechecked && { rechecked }),
    ...(plaque && { plaque: true }),
    ...experienceFields(title),
  }
}

/** While the title is suspended nobody can do anything about what is in hand. */
function experienceFields(title: Title): Pick<Fields, 'experience' | 'published'> {
  const { inHand, published, down } = title.experience
  const last = inHand && (inHand.returned ?? standingOf(inHand))
  const shown = published ?? down?.published
  return {
    ...(inHand &&
      last &&
      whyNotShown(title) === undefined && {
        experience: {
          ...{ waits: waitsFor(inHand), by: last.by, at: last.at },
          ...(inHand.returned && { returned: inHand.returned.reason }),
        },
      }),
    ...(shown && {
      published: { title: shown.title, on: dateOf(shown.at), ...(!published && down && { until: down.on }) },
    }),
  }
}

/** Whether somebody has something to do with it. */
const isAtWork = (title: Title): boolean => {
  const { prepared, returned, revoked, plaque } = title
  const waits = prepared ?? returned ?? proposalOf(title) ?? experienceFields(title).experience
  return Boolean(waits) || (revoked !== undefined && plaque === undefined)
}

function expiredOn({ standing, happened }: Title): string | undefined {
  const last = happened.findLast((event) => event.type === 'measureTaken' && event.measure.kind === 'expire')
  return standing === 'expired' && last?.type === 'measureTaken' ? last.measure.on : undefined
}
