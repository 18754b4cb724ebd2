/** A unit spreads its self-assessment over its people, and somebody gives back what is not theirs. */
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { clerkOf, type Do, departmentOf } from '../acts.ts'
import { onceSent, type Stage } from '../stage.ts'

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const paramsOf = ({ batch }: Stage, unit: string) => ({ batch, unit })

/** Gives the first part to whoever asks, for a department and by a day. */
export const spreadAssessment =
  (unit: string, due: string, login = clerkOf(unit)): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = paramsOf(stage, unit)
    const command = `spread-${stage.batch}-${unit}`
    const { body } = await onceSent(stage, command, async () => {
      const [{ me, seen }, { parts }] = [
        await api(dossierEndpoints.readSpread, { params }),
        await api(dossierEndpoints.readDossier, { params }),
      ]
      const part = await api(dossierEndpoints.readDossierPart, { params: { ...params, part: parts[0]?.id ?? '' } })
      return { path: '', body: { person: me, seen, items: part.items.map(({ id }) => id) } }
    })
    await api(dossierEndpoints.spreadDossier, {
      params,
      body: {
        ...{ items: textsOf(body.items), person: String(body.person), organ: '法规股', due },
        seen: Number(body.seen),
      },
      command,
    })
  }

/** Gives the first indicators of the second part to the clerk of a department, who writes nothing else. */
export const spreadToDepartment =
  (unit: string, due: string): Do =>
  async (stage) => {
    const [api, department] = [stage.as(clerkOf(unit)), stage.as(departmentOf(unit))]
    const params = paramsOf(stage, unit)
    const command = `spread-${stage.batch}-${unit}-to-department`
    const { body } = await onceSent(stage, command, async () => {
      const [{ person }, { seen }, { parts }] = [
        await department(rosterEndpoints.readMe),
        await api(dossierEndpoints.readSpread, { params }),
        await api(dossierEndpoints.readDossier, { params }),
      ]
      const part = await api(dossierEndpoints.readDossierPart, { params: { ...params, part: parts[1]?.id ?? '' } })
      return { path: '', body: { person, seen, items: part.items.slice(0, 3).map(({ id }) => id) } }
    })
    await api(dossierEndpoints.spreadDossier, {
      params,
      body: {
        ...{ items: textsOf(body.items), person: String(body.person), organ: '法规股', due },
        seen: Number(body.seen),
      },
      command,
    })
  }

/** Gives back the last of what one has, and says why. */
export const giveBackOne =
  (unit: string, reason: string, login = clerkOf(unit)): Do =>
  async (stage) => {
    const api = stage.as(login)
    const params = paramsOf(stage, unit)
    const command = `give-back-${stage.batch}-${login}`
    const { body } = await onceSent(stage, command, async () => {
      const { me, seen, shares } = await api(dossierEndpoints.readSpread, { params })
      const own = shares.flatMap(({ person, items }) => (person === me ? items : []))
      return { path: '', body: { seen, items: own.slice(-1) } }
    })
    await api(dossierEndpoints.giveBackShare, {
      params,
      body: { items: textsOf(body.items), seen: Number(body.seen), reason },
      command,
    })
  }
