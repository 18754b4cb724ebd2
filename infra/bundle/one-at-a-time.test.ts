import { spawnSync } from 'node:child_process'
import { lstatSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

const folder = mkdtempSync(join(tmpdir(), 'shifan-one-at-a-time-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('lets one do it after the other, and goes on after one that failed', async () => {
  const lock = join(folder, 'not/there/yet')
  const said: string[] = []
  const act = (name: string) => async () => {
    said.push(`${name} begins`)
    await new Promise((later) => setTimeout(later, 20))
    said.push(`${name} ends`)
    if (name === 'a') throw new Error('it failed')
    return name
  }
  const [a, b] = await Promise.allSettled([oneAtATime(lock, act('a')), oneAtATime(lock, act('b'))])
  expect([a.status, b]).toEqual(['rejected', { status: 'fulfilled', value: 'b' }])
  // Who comes first is nobody's to say.
  const turns = ['a', 'b'].toSorted((one, other) => said.indexOf(`${one} begins`) - said.indexOf(`${other} begins`))
  expect(said).toEqual(turns.flatMap((name) => [`${name} begins`, `${name} ends`]))
  expect(lstatSync(lock, { throwIfNoEntry: false })).toBeUndefined()
})

it('takes the turn of whoever was killed in it', async () => {
  const lock = join(folder, 'left')
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  symlinkSync(String(pid), lock)
  expect(await oneAtATime(lock, async () => 'done')).toBe('done')
})
