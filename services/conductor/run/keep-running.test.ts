import { describe, expect, it } from 'vitest'
import { procedureAt } from '#procedure/procedures.ts'
import { memoryWaits } from '../wait/memory-waits.ts'
import { keepRunning } from './keep-running.ts'
import { memoryMachine } from './memory-machine.ts'

const CASE = 'case/2018-2/dazhuang'
const state = { procedure: procedureAt('creation-2018@1')! }
const fresh = () => {
  const deps = { waits: memoryWaits(), machine: memoryMachine() }
  return { ...deps, keep: () => keepRunning(deps)(CASE, state), names: () => [...deps.machine.running.keys()] }
}

describe('keeping the execution of a case running', () => {
  it('starts it, and says so', async () => {
    const { keep, names } = fresh()
    expect(await keep()).toBe(true)
    expect(names()).toEqual(['case-2018-2-dazhuang-g1'])
  })

  it('starts it on the machine of the case’s own version', async () => {
    const { keep, machine } = fresh()
    await keep()
    expect([...machine.versions]).toEqual([['case-2018-2-dazhuang-g1', 'creation-2018@1']])
  })

  it('leaves the one that runs', async () => {
    const { keep, names } = fresh()
    await keep()
    expect(await keep()).toBe(false)
    expect(names()).toEqual(['case-2018-2-dazhuang-g1'])
  })

  it('starts the next generation when one has ended', async () => {
    const { keep, names, machine } = fresh()
    for (const generation of [1, 2, 3]) {
      await keep()
      machine.end(`case-2018-2-dazhuang-g${generation}`)
    }
    expect(await keep()).toBe(true)
    expect(names()).toEqual(['case-2018-2-dazhuang-g4'])
  })

  it('starts one, however many callers find it missing', async () => {
    const { keep, names, machine } = fresh()
    await Promise.all([keep(), keep(), keep()])
    machine.end('case-2018-2-dazhuang-g1')
    await Promise.all([keep(), keep(), keep(), keep()])
    expect(names()).toEqual(['case-2018-2-dazhuang-g2'])
  })

  it('finds its way when the row of generations is lost', async () => {
    const { machine, names } = fresh()
    await machine.start('creation-2018@1', 'case-2018-2-dazhuang-g1', CASE)
    machine.end('case-2018-2-dazhuang-g1')
    await keepRunning({ waits: memoryWaits(), machine })(CASE, state)
    expect(names()).toEqual(['case-2018-2-dazhuang-g2'])
  })
})
