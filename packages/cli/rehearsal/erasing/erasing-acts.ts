/** What two people of the office do with personal data whose time has come. */
import { type RetentionPage, retentionEndpoints } from '#contracts/personal/retention.ts'
import { type Do, OFFICE } from '../acts.ts'
import { onceSent, type Stage } from '../stage.ts'

export const readRetention = ({ as }: Pick<Stage, 'as'>, login: string): Promise<RetentionPage> =>
  as(login)(retentionEndpoints.readRetention)

/** An officer proposes all that the newest list has. */
export const proposeErasure: Do = async (stage) => {
  const command = `propose-erasure-${stage.batch}`
  const { path: day, body } = await onceSent(stage, command, async () => {
    const { newest } = await readRetention(stage, OFFICE.officer)
    if (!newest || newest.lines.length === 0) throw new Error('nothing is due to be erased')
    return { path: newest.day, body: { ids: newest.lines.map(({ id }) => id) } }
  })
  const ids = Array.isArray(body.ids) ? body.ids.map(String) : []
  await stage.as(OFFICE.officer)(retentionEndpoints.proposeErasure, { params: { day }, body: { ids }, command })
}

/** The head approves what waits. */
export const approveErasure: Do = async (stage) => {
  const command = `approve-erasure-${stage.batch}`
  const { path: day, body } = await onceSent(stage, command, async () => {
    const { newest, waiting } = await readRetention(stage, OFFICE.head)
    const [one] = [...waiting, ...(newest ? [newest] : [])].filter(({ state }) => state === 'prepared')
    if (!one) throw new Error('no proposal waits')
    return { path: one.day, body: { prepared: one.prepared } }
  })
  const prepared = String(body.prepared)
  await stage.as(OFFICE.head)(retentionEndpoints.approveErasure, { params: { day }, body: { prepared }, command })
}
