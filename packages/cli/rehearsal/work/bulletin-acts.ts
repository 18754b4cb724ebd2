/** What the office tells all units of a batch, and that they have read it. */
import { bulletinEndpoints } from '#contracts/work/bulletins.ts'
import { clerkOf, type Do, OFFICE } from '../acts.ts'
import { onceSent } from '../stage.ts'

type Bulletin = { readonly title: string; readonly text: string; readonly corrects?: number }

/** @param n its number */
export const issueBulletin =
  (n: number, bulletin: Bulletin): Do =>
  async (stage) => {
    const api = stage.as(OFFICE.officer)
    const params = { batch: stage.batch }
    const command = `bulletin-${stage.batch}-${n}`
    const { body } = await onceSent(stage, command, async () => {
      const { seen } = await api(bulletinEndpoints.readBulletins, { params })
      return { path: '', body: { seen } }
    })
    await api(bulletinEndpoints.issueBulletin, { params, body: { ...bulletin, seen: Number(body.seen) }, command })
  }

/** @param n its number */
export const noteBulletin =
  (unit: string, n: number): Do =>
  async ({ as, batch }) => {
    const params = { batch, n: String(n) }
    await as(clerkOf(unit))(bulletinEndpoints.noteBulletin, { params, body: {}, command: `note-${batch}-${unit}-${n}` })
  }
