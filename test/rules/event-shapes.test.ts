import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventKinds, fieldsOf } from './event-kinds.ts'

const folder = join(import.meta.dirname, 'events')
const fixtures = readdirSync(folder).map((file) => {
  const [, kind, version] = /^(\w+)\.v(\d+)\.json$/.exec(file) ?? []
  const events: Record<string, unknown>[] = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return { file, kind: String(kind), version: Number(version), events }
})

/** Paths that occur in a value, in the words of `fieldsOf`. */
function pathsIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, `${path}[]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => [`${path}.${key}`, ...pathsIn(one, `${path}.${key}`)])
}

describe.each(fixtures)('$file', ({ kind, version, events }) => {
  it('is still read, every shape of it, with nothing lost', () => {
    for (const event of events) {
      expect(event.v).toBe(version)
      expect(eventKinds[kind]?.parse(event)).toEqual(event)
    }
  })
})

describe.each(Object.entries(eventKinds))('the events of %s', (kind, { schema, parse }) => {
  const kept = fixtures.filter((fixture) => fixture.kind === kind).flatMap(({ events }) => events)

  it('all stand in a fixture, with every field that may be there', () => {
    const shown = new Set(kept.flatMap((event) => pathsIn(event, String(event.type))))
    const missing = fieldsOf(schema).filter(({ path }) => !path.includes('*') && !shown.has(path))
    expect(missing).toEqual([])
  })
  it('stand in a fixture without the fields that may lack', () => {
    const optional = fieldsOf(schema).filter((field) => field.optional)
    for (const { path } of optional) {
      const [type] = path.split('.')
      const parent = path.slice(0, path.lastIndexOf('.'))
      const without = kept.filter((event) => {
        const paths = pathsIn(event, String(event.type))
        return (
          event.type === type &&
          (parent === type || paths.includes(parent.replace(/\[\]$/, ''))) &&
          !paths.includes(path)
        )
      })
      expect(without.length, `${kind}: ${path} is optional, and always there`).toBeGreaterThan(0)
    }
  })
  it('are refused in a shape that nobody knows', () => {
    expect(() => parse({ ...kept[0], v: 99 })).toThrow()
    expect(() => parse({ ...kept[0], type: 'unheardOf' })).toThrow()
    expect(() => parse(null)).toThrow()
  })
})

it('misses no kind of stream', () => {
  const root = join(import.meta.dirname, '../..')
  const declared = globSync('packages/{*,*/*}/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/^export const (\w+)Kind: Kind</gm)])
    .map(([, name]) => name)
  expect(declared.toSorted()).toEqual(Object.keys(eventKinds).toSorted())
})
