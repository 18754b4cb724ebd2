import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Endpoint } from '#contracts/endpoint.ts'
import { permissions, permissionsOf } from '#procedure/permissions.ts'
import { procedures } from '#procedure/procedures.ts'

const folder = new URL('../contracts/', import.meta.url)

/** Every endpoint of every file of contracts, so that a new file cannot be forgotten. */
async function allEndpoints(): Promise<[string, Endpoint][]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)))
  return modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('ndpoints'))
      .flatMap(([, endpoints]) => Object.entries(endpoints as Record<string, Endpoint>)),
  )
}
const commandsOf = (endpoints: [string, Endpoint][]) =>
  endpoints.flatMap(([, { access }]) => (typeof access === 'object' ? [access.command] : []))

it('has a row for the command of every endpoint', async () => {
  const endpoints = await allEndpoints()
  expect(endpoints.length).toBeGreaterThan(30)
  const rows = new Set<string>(permissions.map(({ command }) => command))
  expect(commandsOf(endpoints).filter((command) => !rows.has(command))).toEqual([])
})

it('has an endpoint for the command of every row', async () => {
  const commands = new Set<string>(commandsOf(await allEndpoints()))
  expect(permissions.filter(({ command }) => !commands.has(command))).toEqual([])
})

it.each(procedures)('says every row of $name@$version in a sentence of its own', (procedure) => {
  const sentences = permissionsOf(procedure).map(({ sentence }) => sentence)
  for (const sentence of sentences) expect(sentence).toMatch(/^.{6,}。$/)
  expect(sentences.filter((one, i) => sentences.indexOf(one) !== i)).toEqual([])
})

/** These read in a way of their own, and why. */
const READS: Readonly<Record<string, { method: string; why: string }>> = {
  readObjectionQueue: { method: 'GET', why: 'what it asks for is the list, which decides nothing' },
  listProcedures: { method: 'GET', why: 'it fills in the form of the command, for whoever may give that' },
  previewNotice: { method: 'POST', why: 'it takes a draft along, and whoever approves it looks as well' },
}

it('changes nothing by reading: every POST asks for a command, and every command that decides is a POST', async () => {
  for (const [name, { method, access }] of await allEndpoints()) {
    if (typeof access !== 'object' || READS[name]?.method === method) continue
    expect([name, method]).toEqual([name, access.command.startsWith('read-') ? 'GET' : 'POST'])
  }
})
