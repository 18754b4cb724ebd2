import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { listen, unlisten } from '#local-cloud/wire/listen.ts'
import { secretsFront } from './secrets-front.ts'

const folder = mkdtempSync(join(tmpdir(), 'shifan-secrets-'))
const asked: string[] = []
let server: Server
let address: string
beforeAll(async () => {
  server = secretsFront({
    folder: join(folder, 'secrets'),
    place: { partition: 'aws-cn', region: 'cn-north-1', account: '111122223333', urlSuffix: 'amazonaws.com.cn' },
    permit: (caller, action, resource) => {
      asked.push(`${caller} ${action} ${resource}`)
      if (!resource.includes(':secret:mine-')) throw new AwsError('AccessDeniedException', 'no')
    },
    verify: () => 'send-reminders',
    attending: () => {},
    answered: undefined,
  })
  address = await listen(server, 0)
})
afterAll(async () => {
  await unlisten(server)
  rmSync(folder, { recursive: true })
})
const ask = async (SecretId: string, operation = 'GetSecretValue') => {
  const headers = { 'x-amz-target': `secretsmanager.${operation}` }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ SecretId }) })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

it('makes a secret up once, keeps it, and asks the role about it as AWS names it', async () => {
  const { body } = await ask('mine')
  expect(body.SecretString).toMatch(/^[0-9a-f]{64}$/)
  expect((await ask('mine')).body).toEqual(body)
  expect(readFileSync(join(folder, 'secrets/mine.secret'), 'utf8')).toBe(body.SecretString)
  expect(asked[0]).toBe(
    'send-reminders secretsmanager:GetSecretValue arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:mine-local0',
  )
})
it('gives no other one, knows no other operation, and leaves its folder for no name', async () => {
  expect(await ask('other')).toMatchObject({ status: 400, body: { __type: 'AccessDeniedException' } })
  expect(await ask('mine', 'PutSecretValue')).toMatchObject({
    status: 400,
    body: { __type: 'UnknownOperationException' },
  })
  for (const name of ['../secret', 'mine/../../x', '']) expect((await ask(name)).status).toBe(500)
})
