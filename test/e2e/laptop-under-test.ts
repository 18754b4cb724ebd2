/** One county for all refusals: a few units of the roster, a call that is open until 15 May, and an eye on every write. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { County } from '#county/county.ts'
import type { Commit } from '#ledger/ledger.ts'
import { database } from '#local-cloud/dynamo/database.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import { logIn } from '#local-cloud/oidc/login.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'
import { decodeText } from '#roster-file/decode-text.ts'
import { readRoster } from '#roster-file/read-roster.ts'
import { sendRoster } from '#roster-file/send-roster.ts'
import { lookElsewhere } from '#verify/rejudge/elsewhere.ts'
import { rejudge } from '#verify/rejudge/rejudge.ts'
import { synthesize } from '../../infra/synth.ts'
import { accountsOf } from '../../packages/cli/laptop/accounts.ts'
import { bootLaptop, every, readCounty, root } from '../../packages/cli/laptop/laptop.ts'
import { peopleOf } from '../../packages/cli/laptop/people.ts'
import { openCall } from '../../packages/cli/rehearsal/acts.ts'
import { terms } from '../../packages/cli/rehearsal/second-batch.ts'
import type { Stage } from '../../packages/cli/rehearsal/stage.ts'

export const BEGINNING = '2018-05-10T09:00:00+08:00'
export const BATCH = '2018-2'
const UNITS = ['dazhuang', 'caogou', 'changgou', 'pingshan']

export type Sent = { login?: string; token?: string; body?: unknown; key?: string }
export type Answered = { status: number; body: any; text: string }

export type Laptop = Awaited<ReturnType<typeof laptopUnderTest>>

/**
 * @param only which of the roster's units there are
 * @param asks what the county's file says otherwise
 * @param more accounts beside the demonstration's
 */
export async function laptopUnderTest(
  only: readonly string[] = UNITS,
  asks: Partial<County> = {},
  more: readonly Account[] = [],
) {
  const county = { ...readCounty('sixian'), ...asks }
  const [assembly, data] = ['assembly', 'data'].map((what) => mkdtempSync(join(tmpdir(), `shifan-e2e-${what}-`)))
  await synthesize(county, assembly!, { console: 'placeholder' })

  const appended: string[] = []
  const hooks: Pick<Hooks, 'beforeWrite' | 'storeNow' | 'called' | 'skipSchedule'> = {}
  const cloud = await bootLaptop({
    county,
    assembly: assembly!,
    data: data!,
    port: 0,
    beginning: Date.parse(BEGINNING),
    flowing: false,
    accounts: [...accountsOf(county), ...more],
    hooks: {
      skipSchedule: (...firing) => (hooks.skipSchedule ?? every(24))(...firing),
      beforeWrite: (...write) => hooks.beforeWrite?.(...write),
      storeNow: () => hooks.storeNow?.() ?? Date.now(),
      called: (call) => hooks.called?.(call),
      afterWrite: ({ kind, name, key }) => {
        const { stream, number } = unmarshall((kind === 'table' ? key : {}) as Parameters<typeof unmarshall>[0])
        if (name.includes('ledger')) appended.push(`${stream} ${number}`)
      },
    },
  })
  const { origin } = cloud.addresses
  const as = peopleOf(county, () => origin)
  const { roster } = readRoster(decodeText(readFileSync(`${root}counties/${county.name}.roster.csv`)))
  const appointments = roster.appointments.filter(({ body: { unit } }) => unit === undefined || only.includes(unit))
  const known = new Set(appointments.map(({ body }) => body.person))
  const { stopped } = await sendRoster(
    as(county.administratorLogin),
    {
      units: roster.units.filter(({ body }) => only.includes(body.unit)),
      people: roster.people.filter(({ body }) => known.has(body.person)),
      appointments,
    },
    'roster',
  )
  if (stopped) throw new Error(stopped.sentence)
  const stage: Stage = { origin, batch: BATCH, as, settle: () => cloud.settle(), sent: new Map() }
  await openCall(terms)(stage)

  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (account: string): Promise<string> => {
    const { clientId, audience } = county
    const asked = { issuer: `${origin}/oidc`, clientId, redirectUri: `${origin}/console/callback`, audience, account }
    const token = tokens.get(account) ?? logIn(asked).then(({ accessToken }) => accessToken)
    tokens.set(account, token)
    return token
  }

  return {
    county,
    cloud,
    data: data!,
    stage,
    as,
    hooks,
    tokenOf,
    /** Everybody logs in anew: a token lasts as long as its issuer says, whatever the day. */
    forgetTokens: () => tokens.clear(),
    advanceTo: (instant: string) => cloud.advanceTo(Date.parse(instant)),
    /** A request as whoever holds the token sends it, good or not; a body that is no string goes as JSON. */
    async post(path: string, { login, token, body = {}, key = crypto.randomUUID() }: Sent): Promise<Answered> {
      const bearer = token ?? (login && (await tokenOf(login)))
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key && { 'idempotency-key': key }),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const text = await response.text()
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : undefined, text }
    },
    /** Every commit that comes of it, as `<stream> <number>`: the ledger's own table saw no other write. */
    async appendsDuring(act: () => Promise<unknown>): Promise<string[]> {
      await cloud.settle()
      const before = appended.length
      await act()
      await cloud.settle()
      return appended.slice(before)
    },
    /** Ends it, and answers all commits from the disk. */
    async close(): Promise<Map<string, Commit[]>> {
      await cloud.close()
      const { ask, close } = database(join(data!, 'tables'))
      const { TableNames } = await ask('ListTables', {})
      const TableName = (TableNames as string[]).find((name) => name.includes('ledger'))
      const { Items } = await ask('Scan', { TableName })
      await close()
      const commits = (Items as Parameters<typeof unmarshall>[0][]).map((item) => unmarshall(item) as Commit)
      for (const folder of [assembly!, data!]) rmSync(folder, { recursive: true, force: true })
      const streams = Map.groupBy(
        commits.toSorted((a, b) => a.number - b.number),
        ({ stream }) => stream,
      )
      mustBeDecidable(streams)
      return streams
    },
  }
}

/** Whatever a story did: what it has written is found to be decided, as `shifan verify` would. */
function mustBeDecidable(streams: ReadonlyMap<string, readonly Commit[]>): void {
  const elsewhere = lookElsewhere(streams, () => false)
  const found = [...streams].flatMap(([stream, commits]) => rejudge(stream, commits, elsewhere))
  if (found.length > 0) throw new Error(found.map(({ field, sentence }) => `${field} ${sentence}`).join('\n'))
}
