import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod/mini'
import type { Place } from '#local-cloud/assembly/resource-attributes.ts'
import type { Permit } from '#local-cloud/permissions/permissions.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { awsJson, type Verify } from '#local-cloud/wire/aws-json.ts'

type Deps = {
  /** Each secret is a file there, under its name; one that is asked for and is not there is made up. */
  folder: string
  place: Place
  permit: Permit
  verify: Verify
  /** Refuses callers that have answered already. */
  attending: (caller: string, operation: string, about: unknown) => void
  answered: Hooks['answered']
}
const Asked = z.object({ SecretId: z.string().check(z.regex(/^[A-Za-z\d_+=.@-]+$/)) })

/** As much of Secrets Manager as functions use, with the role's word. */
export function secretsFront({ folder, place, permit, verify, attending, answered }: Deps): Server {
  return awsJson(verify, answered, async ({ caller, operation, input }) => {
    attending(caller, operation, input)
    if (operation !== 'GetSecretValue')
      throw new AwsError('UnknownOperationException', `the local Secrets Manager does not know ${operation}`)
    const { SecretId: id } = Asked.parse(input)
    const { partition, region, account } = place
    // AWS puts a hyphen and six characters behind every name.
    const arn = `arn:${partition}:secretsmanager:${region}:${account}:secret:${id}-local0`
    permit(caller, `secretsmanager:${operation}`, arn)
    return { ARN: arn, Name: id, SecretString: secretIn(folder, id) }
  })
}

function secretIn(folder: string, id: string): string {
  const file = join(folder, `${id}.secret`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return readFileSync(file, 'utf8').trim()
}
