/** An objection as a citizen sends it from the public page, and what the office does with it. */
import { noticeEndpoints } from '#contracts/notice.ts'
import { type Do, OFFICE } from './acts.ts'
import type { Stage } from './stage.ts'

const FIRST = '1'

/** Opens the page's form, fills it in and sends it, as a browser without script would. */
export const objectOnPage =
  (unit: string): Do =>
  async ({ origin, batch }) => {
    const address = `${origin}/objections/${batch}/${FIRST}`
    const page = await (await fetch(address)).text()
    if (!page.includes(`value="${unit}"`))
      throw new Error(`the public form does not offer ${unit}: ${page.slice(0, 300)}`)
    const form = new FormData()
    const filled = {
      // The page brings a key of its own; a rehearsal that is to be compared with another brings the same one.
      key: `objection-${batch}-${unit}`,
      about: unit,
      identity: 'named',
      name: '刘保国',
      contact: '13900000000',
      summary: '该单位去年对同一摊点两次处罚,标准不一,至今没有答复。',
    }
    for (const [name, value] of Object.entries(filled)) form.set(name, value)
    const answer = await fetch(address, { method: 'POST', body: form })
    const text = await answer.text()
    if (!answer.ok || !text.includes('id="code"'))
      throw new Error(`the objection was not received: ${answer.status} ${text}`)
  }

/** The only objection of the rehearsed notice. */
async function onlyObjection(stage: Stage, login: string) {
  const api = stage.as(login)
  const params = { batch: stage.batch, n: FIRST }
  const { objections } = await api(noticeEndpoints.readNotice, { params })
  const [only] = objections
  if (!only) throw new Error('the notice shows no objection')
  return { api, params: { ...params, objection: only.objection } }
}

export const admitObjection: Do = async (stage) => {
  const { api, params } = await onlyObjection(stage, OFFICE.officer)
  await api(noticeEndpoints.admitObjection, { params, body: {}, command: `admit-${stage.batch}-1` })
}

export const findObjection =
  (upheld: boolean): Do =>
  async (stage) => {
    const { api, params } = await onlyObjection(stage, OFFICE.head)
    await api(noticeEndpoints.findObjection, {
      params,
      body: {
        upheld,
        reason: '经调取案卷核实,两次处罚裁量标准不一致。',
        reply: '您反映的情况属实,该单位不列入拟命名名单。',
      },
      command: `find-${stage.batch}-1`,
    })
  }
