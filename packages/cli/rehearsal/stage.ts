/** The stage a rehearsal plays on: a running county, seen from outside through its addresses only. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod/mini'
import type { CasePage, OfferedCommand } from '#contracts/case-page.ts'
import { casePage } from '#contracts/case-page.ts'
import type { Client } from '#contracts/client.ts'
import type { Endpoint } from '#contracts/endpoint.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { type Paper, sha256Of } from './paper.ts'

export type Stage = {
  /** Where the county lives, without a slash at the end. */
  readonly origin: string
  readonly batch: string
  /** The API as one person of the roster, by login. */
  readonly as: (login: string) => Client
  /** Waits until nothing runs. */
  readonly settle: () => Promise<void>
  /** Seconds to wait for what follows an act where nobody can say that nothing runs any more; none when left out. */
  readonly patience?: number
  /** What was sent under each command: after a crash it is sent again, byte by byte. */
  readonly sent: Map<string, Sent>
}
/** Where something was sent, and what. */
export type Sent = { readonly path: string; readonly body: Readonly<Record<string, unknown>> }

/**
 * Sends one file straight to the store and waits until it is kept. Sent again, it is found there.
 * @throws Error when the store refuses it
 */
export async function upload(stage: Stage, login: string, owner: string, paper: Paper): Promise<string> {
  const api = stage.as(login)
  const sha256 = sha256Of(paper)
  const { tickets } = await api(evidenceEndpoints.askTickets, {
    params: { owner },
    body: { files: [{ sha256, name: paper.name, size: paper.bytes.length, contentType: 'application/pdf' }] },
    command: `ticket-${owner}-${sha256.slice(0, 16)}`,
  })
  for (const ticket of tickets) {
    if (ticket.status === 'refused') throw new Error(ticket.reason)
    if (ticket.status !== 'put') continue
    const answer = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: paper.bytes })
    const said = await answer.text()
    if (!answer.ok && answer.status !== 412)
      throw new Error(`“${paper.name}”上传未成功：${answer.status} ${said.slice(0, 500)}`)
  }
  await stage.settle()
  const look = () => api(evidenceEndpoints.readEvidence, { params: { owner, sha256 } })
  const { status, reason } = await eventually(stage, look, (seen) => seen.status !== 'promised')
  if (status !== 'kept') throw new Error(`“${paper.name}”没有保存：${reason ?? status}`)
  return sha256
}

/** Looks again and again, until what was seen is what was waited for or patience ends; answers what was seen last. */
export async function eventually<Seen>(
  { patience = 0 }: Stage,
  look: () => Promise<Seen>,
  there: (seen: Seen) => boolean,
): Promise<Seen> {
  const end = performance.now() + patience * 1000
  for (;;) {
    const seen = await look()
    if (there(seen) || performance.now() >= end) return seen
    await sleep(LOOK_AGAIN_MS)
  }
}
const LOOK_AGAIN_MS = 400

export const readCase = (stage: Stage, login: string, unit: string): Promise<CasePage> =>
  stage.as(login)(intakeEndpoints.readCase, { params: { batch: stage.batch, unit } })

/** One of the things that a case page offers; form, sign-off, method and period where there are several of a name. */
type Offer = Pick<OfferedCommand, 'name'> & Partial<Pick<OfferedCommand, 'form' | 'signOff' | 'method' | 'period'>>
type Values = Readonly<Record<string, unknown>>
const anything = z.record(z.string(), z.unknown())

/**
 * Does what the case page offers this person, as the console would: the offered values, and their own.
 * Given again under the same command it is answered again, even when it is no longer offered.
 * @throws Error when it is not offered
 */
export async function give(
  stage: Stage,
  login: string,
  unit: string,
  what: OfferedCommand['name'] | Offer,
  values: Values | ((offered: OfferedCommand) => Values),
  command: string,
): Promise<void> {
  const { path, body } = await onceSent(stage, `${stage.batch}-${command}`, async () => {
    const wanted = typeof what === 'string' ? { name: what } : what
    const page = await readCase(stage, login, unit)
    const offered = page.commands.find(
      ({ name, form, signOff, method, period }) =>
        name === wanted.name &&
        [form, signOff, method, period].every((one, i) => {
          const asked = [wanted.form, wanted.signOff, wanted.method, wanted.period][i]
          return asked === undefined || asked === one
        }),
    )
    if (!offered) throw new Error(`${login} is not offered ${JSON.stringify(what)} on ${unit} at ${page.step}`)
    return {
      path: offered.path,
      body: { ...offered.values, ...(typeof values === 'function' ? values(offered) : values) },
    }
  })
  const endpoint = {
    method: 'POST',
    path: `/${path.slice(1)}`,
    access: 'signedIn',
    title: '',
    body: anything,
    response: casePage,
  } satisfies Endpoint
  await stage.as(login)(endpoint, { body, command: `${stage.batch}-${command}` })
}

/** What was sent under a command the first time, so that it is sent again whatever the county says by now. */
export async function onceSent(stage: Stage, command: string, make: () => Promise<Sent>): Promise<Sent> {
  const sent = stage.sent.get(command) ?? (await make())
  stage.sent.set(command, sent)
  return sent
}
