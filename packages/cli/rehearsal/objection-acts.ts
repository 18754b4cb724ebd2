/** An objection as a citizen sends it from the public page or tells it by phone, and what the office does with it. */

import { noticeEndpoints } from '#contracts/notice.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { type Do, OFFICE } from './acts.ts'
import { openFile } from './looking-acts.ts'
import { pdf } from './paper.ts'
import { type Stage, upload } from './stage.ts'

const FIRST = '1'
/** Who objected and what they wrote: none of it may ever stand on a public page. */
export const OBJECTORS = {
  page: { name: '刘保国', contact: '13900000000', summary: '该单位去年对同一摊点两次处罚，标准不一，至今没有答复。' },
  phone: { name: '孟庆云', contact: '0557-7029876', summary: '来电反映该镇政务公开栏更新不及时。' },
  letter: { name: '蔡玉华', contact: '县城老街27号', summary: '来信反映该单位对投诉不予答复。' },
} as const

/** Opens the page's form, fills it in and sends it, as a browser without script would. */
export const objectOnPage =
  (unit: string): Do =>
  async ({ origin, batch }) => {
    const address = `${origin}/objections/${batch}/${FIRST}`
    const page = await (await fetch(address)).text()
    if (!page.includes(`value="${unit}"`))
      throw new Error(`the public form does not offer ${unit}: ${page.slice(0, 300)}`)
    // The page brings a key of its own; a rehearsal that is to be compared with another brings the same one.
    const filled = { key: `objection-${batch}-${unit}`, about: unit, identity: 'named', ...OBJECTORS.page }
    const send = async (more: Readonly<Record<string, string | File>>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...filled, ...more })) form.set(name, value)
      const answer = await fetch(address, { method: 'POST', body: form })
      return { status: answer.status, text: await answer.text() }
    }
    const { name, bytes } = pdf('处罚决定书照片.pdf', unit)
    const forgetful = await send({ contact: '', files: new File([bytes], name, { type: 'application/pdf' }) })
    const kept = /name="kept" value="([^"]+)"/.exec(forgetful.text)?.[1]
    if (forgetful.status !== 422 || !kept)
      throw new Error(`the form did not ask for what was forgotten, or lost the file: ${forgetful.status}`)
    // An impatient second click is answered with the same receipt.
    const [first, second] = [await send({ kept }), await send({ kept })].map(({ text }) => codeIn(text))
    if (!first || first !== second) throw new Error(`the objection was not received once: ${first}, ${second}`)
  }

const codeIn = (text: string): string | undefined => /id="code"[^>]*>([^<]+)</.exec(text)?.[1]

/** The objection of the rehearsed notice about a unit. */
async function objectionAbout(stage: Stage, login: string, unit: string) {
  const api = stage.as(login)
  const params = { batch: stage.batch, n: FIRST }
  const { objections } = await api(noticeEndpoints.readNotice, { params })
  const found = objections.find(({ about }) => about === unit)
  if (!found) throw new Error(`the notice shows no objection about ${unit}`)
  return { api, params: { ...params, objection: found.objection } }
}

type Channel = 'phone' | 'letter'
const NOTES: Readonly<Record<Channel, string>> = { phone: '来电记录.pdf', letter: '来信.pdf' }

/** Somebody calls or writes, and the office enters it with a scan of its note or of the letter. `on`: a letter's postmark. */
export const enterObjection =
  (unit: string, channel: Channel, on: string): Do =>
  async (stage) => {
    const scan = await upload(
      stage,
      OFFICE.officer,
      officeFor('objection'),
      pdf(NOTES[channel], `${stage.batch} ${unit}`),
    )
    await stage.as(OFFICE.officer)(noticeEndpoints.enterObjection, {
      params: { batch: stage.batch, n: FIRST },
      body: { about: unit, channel, on, ...OBJECTORS[channel], scan },
      command: `enter-${stage.batch}-${unit}`,
    })
  }

/** Reads what it says and who sent it, and opens every file that came with it. */
export const studyObjection =
  (unit: string, login: string = OFFICE.officer): Do =>
  async (stage) => {
    const { api, params } = await objectionAbout(stage, login, unit)
    const { summary, files } = await api(noticeEndpoints.readObjection, { params })
    if (!summary || files.length === 0) throw new Error(`the objection about ${unit} came without text or file`)
    for (const { url } of files) if (url !== undefined) await openFile(url)
  }

/** By another one than the officer who enters what comes by phone and letter. */
export const admitObjection =
  (unit: string, login: string = OFFICE.head): Do =>
  async (stage) => {
    const { api, params } = await objectionAbout(stage, login, unit)
    await api(noticeEndpoints.admitObjection, { params, body: {}, command: `admit-${stage.batch}-${unit}` })
  }

export const declineObjection =
  (unit: string): Do =>
  async (stage) => {
    const { api, params } = await objectionAbout(stage, OFFICE.head, unit)
    await api(noticeEndpoints.declineObjection, {
      params,
      body: { reason: '所反映的事项不属于创建条件，已转该镇办理。' },
      command: `decline-${stage.batch}-${unit}`,
    })
  }

const FINDINGS = {
  upheld: { reason: '经调取案卷核实，两次处罚裁量标准不一致。', reply: '您反映的情况属实，该单位不列入拟命名名单。' },
  reassess: { reason: '所反映的事项考核时没有查到。', reply: '已决定对该单位重新考核，结果另行公示。' },
  notUpheld: { reason: '经核实，该投诉已在期限内答复。', reply: '您反映的投诉已于规定期限内答复，异议不成立。' },
} as const
export const findObjection =
  (unit: string, result: keyof typeof FINDINGS): Do =>
  async (stage) => {
    const { api, params } = await objectionAbout(stage, OFFICE.head, unit)
    await api(noticeEndpoints.findObjection, {
      params,
      body: { result, ...FINDINGS[result] },
      command: `find-${stage.batch}-${unit}`,
    })
  }
