/** What the team does on the assessment's own page: notes single indicators, records methods, and ends them. */
import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { officeOn } from '#evidence/file-owner.ts'
import { type Do, OFFICE } from '../acts.ts'
import { pdf } from '../paper.ts'
import { give, onceSent, type Stage, upload } from '../stage.ts'

type Seen = { readonly on: string; readonly place?: string; readonly files?: readonly string[] }

const paramsOf = ({ batch }: Stage, unit: string) => ({ batch, unit })

/** Says of the first indicator that it is so. @param click which look at it this is */
export const noteFirst =
  (login: string, unit: string, method: string, click: string): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = paramsOf(stage, unit)
    const command = `note-${stage.batch}-${unit}-${method}-${click}`
    const { body } = await onceSent(stage, command, async () => {
      const { dossier, visit } = await api(assessmentEndpoints.readAssessment, { params })
      if (!dossier) return { path: '', body: {} }
      const { parts } = await api(dossierEndpoints.readDossier, { params })
      const { items } = await api(dossierEndpoints.readDossierPart, { params: { ...params, part: parts[0]?.id ?? '' } })
      const item = items[0]?.id ?? ''
      const { versions } = await api(assessmentEndpoints.readAssessmentItem, { params: { ...params, item } })
      return { path: '', body: { item, visit, number: versions.find((one) => one.method === method)?.number } }
    })
    if (body.item === undefined) return
    await api(assessmentEndpoints.noteIndicator, {
      params: { ...params, method, item: String(body.item) },
      body: {
        finding: 'reached',
        text: '经核对，与自评相符。',
        number: Number(body.number),
        visit: Number(body.visit),
      },
      command,
    })
  }

/** What is measured as a whole where the batch counts points of it. */
const MEASURED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mark: { mark: '88.5' },
  marks: { invited: '12', passMark: '60', marks: '92 88 85.5 90 79 83 95 66 71 58 87' },
  answers: { answers: '办事是否一次告知 30 28\n执法是否出示证件 30 29' },
}

/** Records what one method has found, with whoever records it and what they have noted. */
export const recordOne =
  (login: string, unit: string, method: string, { on, place, files = [] }: Seen, click: string): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = { ...paramsOf(stage, unit), method }
    const command = `${stage.batch}-${click}`
    const { body } = await onceSent(stage, command, async () => {
      const { visit, me, methods } = await api(assessmentEndpoints.readAssessment, { params })
      const { sheet, finds, counts } = methods.find(({ name }) => name === method) ?? {}
      const measured = counts && finds ? MEASURED[finds] : {}
      return { path: '', body: { visit, me, sheet, ...measured } }
    })
    await api(assessmentEndpoints.recordMethod, {
      params,
      body: {
        ...{ on, findings: '经核对未发现不符，记录完整。', people: [String(body.me)] },
        ...(place && { place }),
        ...(files.length > 0 && { files: [...files] }),
        ...{ visit: Number(body.visit), sheet: Number(body.sheet) },
        ...Object.fromEntries(
          Object.values(MEASURED).flatMap((all) =>
            Object.keys(all).flatMap((one) => (body[one] === undefined ? [] : [[one, String(body[one])]])),
          ),
        ),
      },
      command,
    })
  }

/** Whoever settles looks at what the methods have found together. */
export const readTally =
  (login: string, unit: string): Do =>
  async (stage) => {
    await stage.as(login)(assessmentEndpoints.readTally, { params: paramsOf(stage, unit) })
  }

const METHODS = ['hearing', 'documents', 'siteVisit', 'lawTest', 'interviews'] as const
/** Two scorers divide the five methods, record what they find, and end each. `visit`: which assessment this is. */
export const inquire =
  (unit: string, on: string, visit = 1): Do =>
  async (stage) => {
    for (const [i, method] of METHODS.entries()) {
      const login = i % 2 === 0 ? OFFICE.scorer : OFFICE.secondScorer
      const seen = pdf('现场照片.pdf', `${stage.batch} ${unit} ${visit}`)
      const files = method === 'siteVisit' ? [await upload(stage, login, officeOn(unit), seen)] : []
      if (method === 'documents') await noteFirst(login, unit, method, `${visit}`)(stage)
      const record = { on, ...(files.length > 0 && { place: '办公场所', files }) }
      await recordOne(login, unit, method, record, `${method}-${unit}-${visit}`)(stage)
      await give(stage, login, unit, { name: 'end-method', method }, {}, `end-${method}-${unit}-${visit}`)
    }
  }
