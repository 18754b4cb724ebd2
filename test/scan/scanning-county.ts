/** A county on this machine whose file asks for a malware scanner, with such a machine in its roster. */
import type { Client } from '#contracts/client.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { type Paper, sha256Of } from '../../packages/cli/rehearsal/paper.ts'
import { type Laptop, laptopUnderTest } from '../e2e/laptop-under-test.ts'

export const SCANNER = 'scanner'
export const UNIT = 'dazhuang'
export const CLERK = `clerk-${UNIT}`

export const account = { id: SCANNER, name: '查毒程序', role: '查毒程序' }

export async function scanningCounty(): Promise<Laptop> {
  const laptop = await laptopUnderTest([UNIT], { malwareScan: true }, [account])
  await enterScanner(laptop.as)
  return laptop
}

/** The machine in the roster, with the one appointment that it has, by two administrators. */
export async function enterScanner(as: (login: string) => Client): Promise<void> {
  const administrator = as('admin')
  const machine = { person: SCANNER, name: '查毒程序', login: SCANNER }
  await administrator(rosterEndpoints.registerPerson, { body: machine, command: 'register-scanner' })
  await administrator(rosterEndpoints.appoint, {
    body: { person: SCANNER, appointment: 'malwareScanner', from: '2018-01-01' },
    command: 'appoint-scanner',
  })
  const proposals = [1, 2].map((proposal) => ({ person: SCANNER, proposal }))
  await as('security')(rosterEndpoints.approveChanges, { body: { proposals }, command: 'approve-scanner' })
}

/** Sends a file as the unit's clerk does; the store's event then has it verified. Answers where it stands. */
export async function bring({ as, cloud }: Laptop, { name, bytes }: Paper): Promise<string> {
  const clerk = as(CLERK)
  const sha256 = sha256Of({ name, bytes })
  const files = [{ sha256, name, size: bytes.length, contentType: 'application/octet-stream' }]
  const asked = { params: { owner: UNIT }, body: { files }, command: `bring-${sha256.slice(0, 32)}` }
  const [ticket] = (await clerk(evidenceEndpoints.askTickets, asked)).tickets
  if (ticket?.status !== 'put') throw new Error(`no ticket for ${name}: ${JSON.stringify(ticket)}`)
  const answer = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: bytes })
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  await cloud.settle()
  return (await seen(clerk, sha256)).status
}

export const seen = (clerk: Client, sha256: string) =>
  clerk(evidenceEndpoints.readEvidence, { params: { owner: UNIT, sha256 } })
