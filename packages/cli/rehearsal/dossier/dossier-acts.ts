/** What a unit does with its self-assessment: answers each indicator, lists what it has written, mends what came back. */

import { z } from 'zod/mini'
import { ApiError } from '#contracts/client.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { clerkOf, type Do } from '../acts.ts'
import { DECLARATION } from '../form-acts.ts'
import { pdf } from '../paper.ts'
import { give, onceSent, type Stage, upload } from '../stage.ts'

const paramsOf = ({ batch }: Stage, unit: string) => ({ batch, unit })

const lacking = z.array(z.object({ id: z.string(), number: z.int() }))
/** Every indicator of which something is lacking, in the standard's order. */
async function lackingOf(stage: Stage, login: string, unit: string) {
  const api = stage.as(login)
  const params = paramsOf(stage, unit)
  const { parts } = await api(dossierEndpoints.readDossier, { params })
  const found: z.infer<typeof lacking> = []
  for (const { id } of parts) {
    const { items } = await api(dossierEndpoints.readDossierPart, { params: { ...params, part: id } })
    found.push(...items.flatMap((one) => (one.missing ? [{ id: one.id, number: one.number }] : [])))
  }
  return found
}

/** Answers each indicator that they see and nobody has answered, and cites one paper at the first three of them. */
export const assess =
  (unit: string, login = clerkOf(unit)): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = paramsOf(stage, unit)
    const who = login === clerkOf(unit) ? unit : login
    // A second try after a crash finds less lacking, and does what the first one did.
    const { body } = await onceSent(stage, `assess-${stage.batch}-${who}`, async () => ({
      path: '',
      body: { items: await lackingOf(stage, login, unit) },
    }))
    const items = lacking.parse(body.items)
    for (const { id: item, number } of items)
      await api(dossierEndpoints.saveDossierItem, {
        params: { ...params, item },
        body: { result: 'reached', text: '已经落实，有文件和记录可查。', number },
        command: `assess-${stage.batch}-${who}-${item}`,
      })
    if (items.length === 0) return
    const file = await upload(stage, login, unit, pdf('领导小组文件.pdf', `${stage.batch} ${who} 自评`))
    await api(dossierEndpoints.citeInDossier, {
      params,
      body: { items: items.slice(0, 3).map(({ id: item }) => ({ item, files: [file] })) },
      command: `cite-${stage.batch}-${who}`,
    })
  }

/** Lists what is written, and has the form take it in. `time`: which list this is. */
export const finishAssessment =
  (unit: string, time = 1, login = clerkOf(unit)): Do =>
  async (stage) => {
    const command = `finish-${stage.batch}-${unit}-${time}`
    const { body } = await onceSent(stage, command, async () => {
      const sent = { params: paramsOf(stage, unit), body: {}, command }
      const { manifest } = await stage.as(login)(dossierEndpoints.finishDossier, sent)
      return { path: '', body: { manifest } }
    })
    await give(stage, login, unit, { name: 'save-form', form: DECLARATION }, body, `pin-${unit}-${time}`)
  }

/** Writes an indicator anew that a return has named. */
export const mendAssessment =
  (unit: string, item: string): Do =>
  async (stage) => {
    const login = clerkOf(unit)
    const api = stage.as(login)
    const params = { ...paramsOf(stage, unit), item }
    const command = `reassess-${stage.batch}-${unit}-${item}`
    const { body } = await onceSent(stage, command, async () => {
      const { number, files } = await api(dossierEndpoints.readDossierItem, { params })
      return { path: '', body: { number, files } }
    })
    await api(dossierEndpoints.saveDossierItem, {
      params,
      body: {
        ...{ result: 'notReached', text: '年初没有安排，下半年补上，已与申报报告核对一致。' },
        ...{
          number: Number(body.number),
          ...(Array.isArray(body.files) && body.files.length > 0 && { files: body.files }),
        },
      },
      command,
    })
  }

/** Whoever judges reads what was handed in, an indicator of it too; before that there is nothing to read. */
export const lookAtAssessment =
  (login: string, unit: string): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = paramsOf(stage, unit)
    try {
      const { parts } = await api(dossierEndpoints.readDossier, { params })
      const part = await api(dossierEndpoints.readDossierPart, { params: { ...params, part: parts[0]?.id ?? '' } })
      await api(dossierEndpoints.readDossierItem, { params: { ...params, item: part.items[0]?.id ?? '' } })
      await api(dossierEndpoints.readReportPart, { params: { ...params, part: part.id } })
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 403) throw error
    }
  }

/** Whoever assesses opens a paper that the first indicator cites. */
export const openCited =
  (login: string, unit: string): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = paramsOf(stage, unit)
    const { parts } = await api(dossierEndpoints.readDossier, { params })
    const { items } = await api(dossierEndpoints.readDossierPart, { params: { ...params, part: parts[0]?.id ?? '' } })
    const item = await api(dossierEndpoints.readDossierItem, { params: { ...params, item: items[0]?.id ?? '' } })
    const [file] = item.references
    if (!file) throw new Error(`the first indicator of ${unit} cites nothing`)
    await api(evidenceEndpoints.linkEvidence, { params: { owner: file.owner, sha256: file.sha256 } })
  }
