import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Reminded } from './due-reminders.ts'
import { idOutside, messageId, messageOf, signatureOf, signed } from './message.ts'

const line: Reminded = {
  ...{ kind: 'form', step: 'application', title: '“创建申请”', lateFrom: '2018-05-15T16:00:00.000Z', days: 1 },
}
const id = messageId('reminded/2018-2/dazhuang', 1, 1, 'wang')
const about = { id, unit: '大庄镇人民政府', link: 'https://shifan.sixian.example/console', phone: '13955571234' }

it('says what is due, of which unit and until when, and of the person the number alone', () => {
  expect(messageOf(line, about)).toEqual({
    ...about,
    ...{ kind: 'form', title: '“创建申请”', due: '2018-05-15', late: false },
    text: '“创建申请”的截止时间是2018年5月15日24时，请按时提交。',
  })
  const { days: _passed, ...late } = line
  expect(messageOf(late, about)).toMatchObject({ late: true })
})

it('has an id that is the same whenever it is sent, another for each line and person, and names nobody', () => {
  expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(messageId('reminded/2018-2/dazhuang', 1, 1, 'wang')).toBe(id)
  const others = [
    messageId('reminded/2018-2/dazhuang', 2, 1, 'wang'),
    messageId('reminded/2018-2/dazhuang', 1, 2, 'wang'),
    messageId('reminded/2018-2/dazhuang', 1, 1, 'li'),
  ]
  expect(new Set([id, ...others]).size).toBe(4)
})

it('is called otherwise outside, by the secret: the same each time, and none that could be guessed', () => {
  expect(idOutside('geheim', id)).toMatch(/^[0-9a-f]{32}$/)
  expect(idOutside('geheim', id)).toBe(idOutside('geheim', id))
  expect(new Set([id, idOutside('geheim', id), idOutside('other', id), idOutside('geheim', `${id}0`)]).size).toBe(4)
})

it('is signed over timestamp and body, as the example in README.zh-CN.md has it', () => {
  const { body, headers } = signed(messageOf(line, about), 'geheim', new Date('2018-05-14T00:00:00.500Z'))
  expect(headers).toMatchObject({ 'x-shifan-id': id, 'x-shifan-timestamp': '1526256000' })
  const wanted = createHmac('sha256', 'geheim').update(`1526256000.${body}`).digest('hex')
  expect(headers['x-shifan-signature']).toBe(`v1=${wanted}`)
  // Known from without: openssl dgst -sha256 -hmac.
  expect(signatureOf('geheim', '1526256000', '{"a":1}')).toBe(
    'v1=278cfe746f7cb14b4b70fe08482b82373a6982bbdceec66a3588d97a899b7c98',
  )
  expect(signatureOf('geheim', '1526256001', body)).not.toBe(headers['x-shifan-signature'])
})

it('is found good by the code that README.zh-CN.md gives to receivers, and nothing else is', async () => {
  const readme = readFileSync('README.zh-CN.md', 'utf8').split('## 到期提醒的消息接口')[1] ?? ''
  const [, code = ''] = /```js\n(.*?)```/s.exec(readme) ?? []
  const { isFromShifan } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const at = new Date('2018-05-14T00:00:00.000Z')
  const { body, headers } = signed(messageOf(line, about), 'geheim', at)
  const now = at.getTime() / 1000
  expect(isFromShifan(headers, body, 'geheim', now + 299)).toBe(true)
  expect(isFromShifan(headers, body, 'geheim', now + 301)).toBe(false)
  expect(isFromShifan(headers, `${body} `, 'geheim', now)).toBe(false)
  expect(isFromShifan(headers, body, 'other', now)).toBe(false)
  expect(isFromShifan({ ...headers, 'x-shifan-timestamp': String(now + 1) }, body, 'geheim', now)).toBe(false)
  expect(isFromShifan({}, body, 'geheim', now)).toBe(false)
})
