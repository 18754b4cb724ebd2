/** What an acceptance from outside cannot see, asked of the engine as the account's owner. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { GetObjectCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { DescribeExecutionCommand, paginateListExecutions, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn'
import { z } from 'zod/mini'
import type { NoticePage } from '#contracts/notice.ts'
import type { County } from '#county/county.ts'
import { machineName } from '../../infra/stacks/machines.ts'
import type { Engine } from './start-engine.ts'

export const owner = ({ endpoint, env }: Engine) => ({
  endpoint,
  region: env.AWS_REGION ?? '',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})

export type Asking = {
  readonly engine: Engine
  readonly python: string
  readonly county: Pick<County, 'name' | 'procedures'>
}

function ask({ engine, python, county }: Asking, what: 'faults' | 'resources' | 'rights'): unknown {
  const args = [join(import.meta.dirname, 'ask.py'), what, county.name]
  return JSON.parse(
    execFileSync(python, args, { encoding: 'utf8', env: { ...process.env, ...engine.env }, maxBuffer: 2 ** 26 }),
  )
}
export const faults = (asking: Asking): string[] => z.array(z.string()).parse(ask(asking, 'faults'))
export const resources = (asking: Asking): Record<string, number> =>
  z.record(z.string(), z.number()).parse(ask(asking, 'resources'))

const OF_THE_LEDGER = new Set(['dynamodb:PartiQLInsert', 'dynamodb:Query', 'dynamodb:Scan'])

/** Roles that may touch the ledger, as the engine has them. @throws Error naming whoever may do more than append and read */
export function ledgerRights(asking: Asking): Record<string, string[]> {
  const rights = z.record(z.string(), z.array(z.string())).parse(ask(asking, 'rights'))
  const touching = Object.fromEntries(Object.entries(rights).filter(([, actions]) => actions.length > 0))
  const wide = Object.entries(touching).filter(([, actions]) => actions.some((action) => !OF_THE_LEDGER.has(action)))
  if (wide.length > 0 || Object.keys(touching).length === 0)
    throw new Error(`these roles may do more with the ledger than append and read: ${JSON.stringify(wide)}`)
  return touching
}

/** Stops the execution of a case as anybody with the console could; answers when another one runs. */
export async function stopExecution({ engine, county }: Asking, batch: string, unit: string): Promise<string> {
  const states = new SFNClient(owner(engine))
  const machines = county.procedures.map(
    (version) => `arn:aws:states:${engine.env.AWS_REGION}:000000000000:stateMachine:${machineName(county, version)}`,
  )
  const running = async () => {
    const found: string[] = []
    for (const stateMachineArn of machines)
      for await (const { executions = [] } of paginateListExecutions(
        { client: states },
        { stateMachineArn, statusFilter: 'RUNNING' },
      ))
        for (const { executionArn = '' } of executions) {
          const { input = '' } = await states.send(new DescribeExecutionCommand({ executionArn }))
          if (input.includes(`case/${batch}/${unit}"`)) found.push(executionArn)
        }
    return found
  }
  const [first, ...more] = await running()
  if (!first || more.length > 0) throw new Error(`${unit} has ${first ? more.length + 1 : 0} executions, not one`)
  await states.send(new StopExecutionCommand({ executionArn: first, cause: 'stopped by hand' }))
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(300)) {
    const [second] = await running()
    if (second && second !== first) return `${nameOf(first)} → ${nameOf(second)}`
  }
  throw new Error(`${nameOf(first)} was stopped, and nothing was started in its place`)
}
const nameOf = (arn: string): string => arn.split(':').at(-1) ?? arn

/** The notice as the bucket has it. @throws Error when the page that the public reads is another one */
export async function pageInBucket({ engine }: Asking, { page }: NoticePage, served: string): Promise<string> {
  const s3 = new S3Client({ ...owner(engine), forcePathStyle: true })
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}))
  const Bucket = Buckets.map(({ Name = '' }) => Name).find((name) => /-site/.test(name))
  const Key = page.replace(/^\//, '')
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
  if ((await Body?.transformToString()) !== served) throw new Error(`${Bucket}/${Key} is not what the public is served`)
  return `${Bucket}/${Key}`
}
