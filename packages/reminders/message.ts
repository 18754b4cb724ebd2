/**
 * What the county's own address is sent of a reminder, one message for each thing and person, and how it is signed. Of
 * the person it says the telephone number and nothing else.
 */
import { createHash, createHmac } from 'node:crypto'
import { dayBeforeLate } from '#calendar/deadline.ts'
import { type Reminded, saidReminder } from './due-reminders.ts'

export type Message = {
  /** The same whenever it is sent again. */
  readonly id: string
  readonly kind: Reminded['kind']
  readonly unit: string
  /** What is due. */
  readonly title: string
  /** The last day, in Asia/Shanghai. */
  readonly due: string
  readonly late: boolean
  readonly text: string
  readonly link: string
  readonly phone: string
}

/** Of one line of one reminder to one person, as the record calls it; whoever knows all of them can tell it. */
export const messageId = (stream: string, n: number, line: number, person: string): string =>
  createHash('sha256').update(`${stream}|${n}|${line}|${person}`).digest('hex').slice(0, 32)

/**
 * The same as it is called outside: whoever has not the secret cannot guess one that is still to come, and a message that
 * comes again comes under the same.
 */
export const idOutside = (secret: string, id: string): string =>
  createHmac('sha256', secret).update(`id|${id}`).digest('hex').slice(0, 32)

export const messageOf = (
  line: Reminded,
  { id, unit, link, phone }: Pick<Message, 'id' | 'unit' | 'link' | 'phone'>,
): Message => ({
  ...{ id, kind: line.kind, unit, title: line.title, due: dayBeforeLate(line.lateFrom) },
  ...{ late: line.days === undefined, text: saidReminder([line]), link, phone },
})

/** @param timestamp seconds since 1970, as in the header */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/** Body and headers of one request. @param now when it is sent, an instant */
export function signed(message: Message, secret: string, now: Date) {
  const body = JSON.stringify(message)
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-shifan-id': message.id,
      'x-shifan-timestamp': timestamp,
      'x-shifan-signature': signatureOf(secret, timestamp, body),
    },
  }
}
