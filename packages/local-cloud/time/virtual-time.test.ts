import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { VirtualTime } from './virtual-time.ts'
import { VirtualTimers } from './virtual-timers.ts'
import { Work } from './work.ts'

function clock(file = join(mkdtempSync(join(tmpdir(), 'time-')), 'instant')) {
  const work = new Work()
  const time = new VirtualTime(file, 1000, work)
  const timers = new VirtualTimers()
  time.add(timers)
  return { work, time, timers, file }
}

test('each timer fires at its own instant, which is on disk before', async () => {
  const { time, timers, file } = clock()
  const seen: [number, string][] = []
  for (const due of [3000, 2000, 9000]) timers.at(due, () => seen.push([time.now, readFileSync(file, 'utf8')]))
  await time.advanceTo(5000)
  expect(seen).toEqual([
    [2000, '2000'],
    [3000, '3000'],
  ])
  expect([time.now, await time.settle()]).toEqual([5000, 9000])
})

test('time stands still while anything runs, also what a timer began', async () => {
  const { work, time, timers } = clock()
  const ended: number[] = []
  const slow = () =>
    work.during('slow', async () => {
      await sleep(20)
      ended.push(time.now)
    })
  void slow()
  timers.at(2000, () => void slow())
  await time.advanceTo(3000)
  expect(ended).toEqual([1000, 2000])
})

test('what begins while a thread is asked for its timers is waited for', async () => {
  const { work, time } = clock()
  let asked = 0
  let ended = 0
  time.add({
    nextDue: async () => {
      if (++asked === 1)
        void work.during('called by the machine', async () => {
          await sleep(10)
          ended = time.now
        })
      return asked === 1 ? Number.POSITIVE_INFINITY : 1500
    },
    tick: () => {},
  })
  expect(await time.settle()).toBe(1500)
  expect(ended).toBe(1000)
})

test('time only grows, also across a restart', async () => {
  const { time, file } = clock()
  await time.advanceTo(5000)
  await expect(time.advanceTo(4000)).rejects.toThrow('时间只能向前')
  expect(clock(file).time.now).toBe(5000)
})

test('what hangs is named', async () => {
  const { work } = clock()
  void work.during('a call that never ends', () => new Promise(() => {}))
  await expect(work.idle(20)).rejects.toThrow('a call that never ends')
})
