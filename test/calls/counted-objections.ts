/** Many objections to one notice, so that a page or a command that asked for each of them would be counted so. */
import { noticeEndpoints } from '#contracts/notice.ts'
import { type Do, OFFICE } from '../../packages/cli/rehearsal/acts.ts'

/** How many are open at once. */
const MANY = 12
/** Somebody visits with one thing after the other, all of it about one unit. */
export const objectOften =
  (about: string, on: string): Do =>
  async ({ as, batch }) => {
    for (let i = 1; i <= MANY; i++)
      await as(OFFICE.officer)(noticeEndpoints.enterObjection, {
        params: { batch, n: '1' },
        body: { about, channel: 'visit', on, summary: `来访反映的第${i}件事。` },
        command: `enter-${batch}-${about}-${i}`,
      })
  }
/** The office looks at all that are open; the head takes up two together and answers them together. */
export const answerTwoTogether =
  (unit: string): Do =>
  async ({ as, batch }) => {
    const params = { batch, n: '1' }
    const head = as(OFFICE.head)
    const { objections: open } = await head(noticeEndpoints.readObjectionQueue)
    const objections = open.filter(({ about }) => about === unit).map(({ objection }) => objection)
    const [two, one] = [objections.slice(0, 2), objections.slice(2, 3)]
    await head(noticeEndpoints.admitObjections, { params, body: { objections: two }, command: `admit-two-${batch}` })
    const words = { reason: '经核查，均已在期限内答复。', reply: '您反映的事项已在期限内答复。' }
    const { done, left } = await head(noticeEndpoints.findObjections, {
      params,
      body: { objections: two, result: 'notUpheld', ...words },
      command: `find-two-${batch}`,
    })
    if (done.length < 2 || left.length > 0) throw new Error(`${left.map(({ why }) => why).join()}`)
    await head(noticeEndpoints.declineObjections, {
      params,
      body: { objections: one, reason: '不属于创建条件。' },
      command: `decline-one-${batch}`,
    })
  }
/** One of those is read, and all are declined one after the other. */
export const declineThose =
  (unit: string): Do =>
  async ({ as, batch }) => {
    const params = { batch, n: '1' }
    const head = as(OFFICE.head)
    const { objections } = await head(noticeEndpoints.readNotice, { params })
    const those = objections.filter(({ about, status }) => about === unit && status === 'received')
    for (const { objection } of those.slice(0, 1))
      await head(noticeEndpoints.readObjection, { params: { ...params, objection } })
    for (const { objection } of those) {
      const page = await head(noticeEndpoints.declineObjection, {
        params: { ...params, objection },
        body: { reason: '不属于创建条件。' },
        command: `decline-${objection}`,
      })
      const { status } = page.objections.find((one) => one.objection === objection) ?? {}
      if (status !== 'declined') throw new Error(`${objection} was declined and its page says ${status}`)
    }
  }
