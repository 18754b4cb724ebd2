/** Every kind of stream, with the schema of its events. A new kind is added here; a test counts the schemas. */
import type { z } from 'zod/mini'
import { batchEvent, batchKind } from '#batch/batch.ts'
import { bulletinsEvent, bulletinsKind } from '#batch/bulletins/bulletins.ts'
import { receivedEvent, receivedKind } from '#batch/bulletins/received.ts'
import { remindersEvent, remindersKind } from '#batch/remind-units.ts'
import { caseKind } from '#case/case.ts'
import { caseEvent } from '#case/case-events.ts'
import { catalogueEvent, catalogueKind } from '#catalogue/edition/publish-version.ts'
import { consultationEvent, consultationKind } from '#consultation/consultation.ts'
import { holidaysEvent, holidaysKind } from '#county/enter-holidays.ts'
import { dossierEvent, dossierKind } from '#dossier/answer.ts'
import { spreadEvent, spreadKind } from '#dossier/spread/spread.ts'
import { copiesEvent, copiesKind } from '#evidence/copies/copies.ts'
import { evidenceEvent, evidenceKind } from '#evidence/evidence.ts'
import { openedEvent, openedKind } from '#evidence/opened.ts'
import { resultsEvent, resultsKind } from '#external-results/external-results.ts'
import { remindedEvent, remindedKind } from '#reminders/due-reminders.ts'
import { retentionEvent, retentionKind } from '#retention/erasure.ts'
import { keepersEvent, keepersKind } from '#roster/keepers.ts'
import { loginEvent, loginKind } from '#roster/login.ts'
import { personEvent, personKind } from '#roster/person.ts'
import { unitEvent, unitKind } from '#roster/unit.ts'
import { announcementEvent, announcementKind } from '#steps/announcement/announcement.ts'
import { panelEvent, panelKind } from '#steps/inquiry/panel.ts'
import { sheetEvent, sheetKind } from '#steps/inquiry/sheet.ts'
import { noticeKind } from '#steps/notice/notice.ts'
import { noticeEvent } from '#steps/notice/notice-events.ts'
import { objectionEvent, objectionKind } from '#steps/notice/objection.ts'
import { resolutionEvent, resolutionKind } from '#steps/resolution/resolution.ts'
import { dutyEvent, dutyKind } from '#steps/work/duty.ts'
import { inspectionEvent, inspectionKind } from '#steps/work/inspection.ts'
import { titleKind } from '#title/title.ts'
import { titleEvent } from '#title/title-events.ts'

type Listed = { readonly schema: z.core.$ZodType; readonly parse: (stored: unknown) => unknown }

export const eventKinds: Readonly<Record<string, Listed>> = {
  announcement: { schema: announcementEvent, parse: announcementKind.parse },
  batch: { schema: batchEvent, parse: batchKind.parse },
  bulletins: { schema: bulletinsEvent, parse: bulletinsKind.parse },
  case: { schema: caseEvent, parse: caseKind.parse },
  catalogue: { schema: catalogueEvent, parse: catalogueKind.parse },
  consultation: { schema: consultationEvent, parse: consultationKind.parse },
  dossier: { schema: dossierEvent, parse: dossierKind.parse },
  duty: { schema: dutyEvent, parse: dutyKind.parse },
  copies: { schema: copiesEvent, parse: copiesKind.parse },
  evidence: { schema: evidenceEvent, parse: evidenceKind.parse },
  holidays: { schema: holidaysEvent, parse: holidaysKind.parse },
  inspection: { schema: inspectionEvent, parse: inspectionKind.parse },
  keepers: { schema: keepersEvent, parse: keepersKind.parse },
  login: { schema: loginEvent, parse: loginKind.parse },
  notice: { schema: noticeEvent, parse: noticeKind.parse },
  objection: { schema: objectionEvent, parse: objectionKind.parse },
  opened: { schema: openedEvent, parse: openedKind.parse },
  panel: { schema: panelEvent, parse: panelKind.parse },
  person: { schema: personEvent, parse: personKind.parse },
  received: { schema: receivedEvent, parse: receivedKind.parse },
  reminded: { schema: remindedEvent, parse: remindedKind.parse },
  reminders: { schema: remindersEvent, parse: remindersKind.parse },
  resolution: { schema: resolutionEvent, parse: resolutionKind.parse },
  results: { schema: resultsEvent, parse: resultsKind.parse },
  retention: { schema: retentionEvent, parse: retentionKind.parse },
  sheet: { schema: sheetEvent, parse: sheetKind.parse },
  spread: { schema: spreadEvent, parse: spreadKind.parse },
  title: { schema: titleEvent, parse: titleKind.parse },
  unit: { schema: unitEvent, parse: unitKind.parse },
}

export type Field = { readonly path: string; readonly optional: boolean }

/**
 * Every field of a schema, by its path (`decided.act.stream`; a union's member by its `type`, list items as `[]`).
 * @throws Error on a kind of schema that is not known here: a field must not hide in one
 */
export function fieldsOf(schema: z.core.$ZodType, path = ''): Field[] {
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypes['_zod']['def'] }
  switch (def.type) {
    case 'object': {
      const { type } = def.shape as Record<string, z.core.$ZodType>
      const name = type ? literalOf(type) : undefined
      const at = name === undefined || path.endsWith(`${name}.`) ? path : `${path}${name}.`
      return Object.entries(def.shape).flatMap(([key, one]) => [
        { path: `${at}${key}`, optional: one._zod.def.type === 'optional' },
        ...fieldsOf(one, `${at}${key}.`),
      ])
    }
    case 'union':
      return def.options.flatMap((one) => fieldsOf(one, path))
    case 'optional':
      return fieldsOf(def.innerType, path)
    case 'array':
      return fieldsOf(def.element, `${path.slice(0, -1)}[].`)
    case 'record':
      return fieldsOf(def.valueType, `${path}*.`)
    case 'string':
    case 'number':
    case 'boolean':
    case 'literal':
    case 'enum':
      return []
    default:
      throw new Error(`${path} is a ${def.type}, which nobody looks into; teach fieldsOf to`)
  }
}

/** The value of a literal schema. */
const literalOf = (schema: z.core.$ZodType): string | undefined => {
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypes['_zod']['def'] }
  return def.type === 'literal' ? String(def.values[0]) : undefined
}
