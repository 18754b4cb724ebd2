/** What a unit does with its self-assessment: answers each indicator, lists what it has written, mends what came back. */

import { ApiError } from '#contracts/client.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { clerkOf, type Do } from '../acts.ts'
import { DECLARATION } from '../form-acts.ts'
import { pdf } from '../paper.ts'
import { give, onceSent, type Stage, upload } from '../stage.ts'

const paramsOf = ({ batch }: Stage, unit: string) => ({ batch, unit })

/** The indicators of the standard in its order, answered or not: a second try after a crash does what the first did. */
async function indicatorsOf(stage: Stage, login: string, unit: string): Promise<readonly string[]> {
  const api = stage.as(login)
  const params = paramsOf(stage, unit)
  const { parts } = await api(dossierEndpoints.readDossier, { params })
  const indicators: string[] = []
  for (const { id } of parts) {
    const { items } = await api(dossierEndpoints.readDossierPart, { params: { ...params, part: id } })
    indicators.push(...items.map((one) => one.id))
  }
  return indicators
}

/** Answers each indicator of a dossier in which nothing is written, and cites one paper at the first three. */
export const assess =
  (unit: string, login = clerkOf(unit)): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = paramsOf(stage, unit)
    const indicators = await indicatorsOf(stage, login, unit)
    for (const item of indicators)
      await api(dossierEndpoints.saveDossierItem, {
        params: { ...params, item },
        body: { result: 'reached', text: '已经落实，有文件和记录可查。', number: 0 },
        command: `assess-${stage.batch}-${unit}-${item}`,
      })
    const file = await upload(stage, login, unit, pdf('领导小组文件.pdf', `${stage.batch} ${unit} 自评`))
    await api(dossierEndpoints.citeInDossier, {
      params,
      body: { items: indicators.slice(0, 3).map((item) => ({ item, files: [file] })) },
      command: `cite-${stage.batch}-${unit}`,
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
