import type { Endpoint } from '#contracts/endpoint.ts'
import { fieldErrors } from '#contracts/forms.ts'
import { Refused } from '#ledger/refused.ts'
import { Unreadable } from './errors.ts'
import { mustBeKeepable } from './keepable.ts'

/**
 * The body as the endpoint's schema makes it. No body at all is an empty form.
 * @throws Unreadable when it is not JSON, Refused with every wrong field at once
 */
export function readBody({ body, title }: Endpoint, rawBody: Uint8Array): unknown {
  if (!body) return undefined
  const sent = parseJson(rawBody)
  mustBeKeepable(sent, title)
  const { success, data, error } = body.safeParse(sent)
  if (success) return data
  const fields = fieldErrors(error.issues)
  throw new Refused('incomplete', `“${title}”有${Object.keys(fields).length}处需要修改。`, fields)
}

function parseJson(rawBody: Uint8Array): unknown {
  const text = Buffer.from(rawBody).toString('utf8')
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable('提交内容格式有误；请刷新页面后再试。')
  }
}
