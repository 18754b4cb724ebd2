/** Whatever text of a request reaches a public page has nobody's number, and says so at its own field. */
import { describe, expect, it } from 'vitest'
import type { z } from 'zod/mini'
import { announcementBody } from './announcement.ts'
import { callBody } from './call.ts'
import { amendmentBody, cancellingBody } from './change.ts'
import { fieldErrors } from './forms.ts'
import { holidaysBody } from './holidays.ts'
import { resolutionBody } from './meeting.ts'
import { noticeBody } from './notice.ts'
import { declineForm, findingForm } from './objections.ts'
import { remindBody } from './reminders.ts'
import { unitBody } from './roster.ts'

const nested = (path: string, value: string): unknown =>
  path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, name) => ({ [name]: inner }), value)
const saidAt = (body: z.ZodMiniType, path: string, value: string): string | undefined => {
  const { error } = body.safeParse(nested(path, value))
  return error ? fieldErrors(error.issues)[path] : undefined
}

const OPEN: readonly [string, z.ZodMiniType, string][] = [
  ...['title', 'text', 'publication.place'].map((path): [string, z.ZodMiniType, string] => [
    'notice',
    noticeBody,
    path,
  ]),
  ...['title', 'number', 'text'].map((path): [string, z.ZodMiniType, string] => ['decision', announcementBody, path]),
  ...['title', 'approval.reference', 'approval.by'].map((path): [string, z.ZodMiniType, string] => [
    'call',
    callBody,
    path,
  ]),
  ...['reason', 'number'].flatMap((path): [string, z.ZodMiniType, string][] => [
    ['amendment', amendmentBody, path],
    ['cancelling', cancellingBody, path],
  ]),
  ...['meeting', 'number'].map((path): [string, z.ZodMiniType, string] => ['meeting', resolutionBody, path]),
  ['holidays', holidaysBody, 'source'],
  ['unit', unitBody, 'name'],
  ['answer', declineForm, 'reason'],
  ['answer', findingForm, 'reason'],
  ['answer', findingForm, 'reply'],
  ['reminder', remindBody, 'text'],
]

describe.each(OPEN)('%s', (_, body, path) => {
  it.each([
    ['a mobile number', '联系13955571234'],
    ['one in groups', '联系１３９ ５５５７ １２３４'],
    ['one beside the office’s', '电话0557-7021234 13955571234'],
    ['one with its country', '询+8613955571234'],
    ['one with what nobody sees', '联系139\u200b5557\u20601234'],
    ['an identity number', '身份证34222119800101123x'],
  ])(`refuses ${path} with %s`, (_kind, value) => expect(saidAt(body, path, value)).toBe('请去掉手机号码、身份证号'))
  // A unit's name is nothing but that.
  if (path === 'name') return
  const office = path === 'approval.by' ? '泗县人民政府（0557-7021234）' : '电话0557-7021234'
  it(`takes ${path} with the office’s telephone`, () => expect(saidAt(body, path, office)).toBeUndefined())
})
