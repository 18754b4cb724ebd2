import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { DurableMap } from './durable-map.ts'

const folder = mkdtempSync(join(tmpdir(), 'durable-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string) => new DurableMap(join(folder, name), (kept) => z.string().parse(kept))

test('holds what was put and not removed, without being closed', () => {
  const map = read('plain')
  map.put([
    ['a', '甲'],
    ['b', '乙\n'],
  ])
  map.put([['a', '丙']])
  map.put([['c', '']])
  map.remove(['c', 'unknown'])
  expect(read('plain').entries()).toEqual([
    ['a', '丙'],
    ['b', '乙\n'],
  ])
})

test('a line that was broken off never was', () => {
  read('torn').put([['a', '甲']])
  appendFileSync(join(folder, 'torn'), '["b","乙')
  const map = read('torn')
  map.put([['c', '丁']])
  expect(read('torn').entries()).toEqual([
    ['a', '甲'],
    ['c', '丁'],
  ])
})

test('a value of another shape is refused', () => {
  new DurableMap(join(folder, 'shape'), Number).put([['a', 1]])
  expect(() => read('shape')).toThrow()
})

test('is empty on disk when it is empty, and short however often it changes', () => {
  const map = read('short')
  const onDisk = () => readFileSync(join(folder, 'short'), 'utf8')
  map.put([['stays', '']])
  for (let n = 0; n < 5_000; n++) {
    map.put([['changes', String(n)]])
    map.remove(['changes'])
  }
  expect(onDisk().length).toBeLessThan(30_000)
  map.remove(['stays'])
  expect(onDisk()).toBe('')
  map.put([['new', '']])
  expect(onDisk()).toBe('["new",""]\n')
})

test('what is changed after it was closed is as lost as by a kill', () => {
  const map = read('closed')
  map.put([['a', '']])
  map.close()
  map.remove(['a'])
  expect(read('closed').entries()).toEqual([['a', '']])
})
