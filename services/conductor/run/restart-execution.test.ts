import { describe, expect, it } from 'vitest'
import { conducted } from '../fixtures/conducted.ts'
import { keepRunning } from './keep-running.ts'
import { restartExecution } from './restart-execution.ts'

const CASE = 'case/2018-2/dazhuang'
async function ended(status: string, livedMs: number, leave = false) {
  const county = conducted()
  await county.open('dazhuang')
  if (leave) await county.withdraw('dazhuang')
  const { machine } = county.deps
  await keepRunning(county.deps)(CASE, await county.caseOf('dazhuang'))
  machine.end('case-2018-2-dazhuang-g1')
  const started = await restartExecution(county.deps)({ status, case: CASE, livedMs })
  return { started, running: [...machine.running.keys()] }
}
const NEXT = { started: true, running: ['case-2018-2-dazhuang-g2'] }
const NONE = { started: false, running: [] }

describe('an execution that ended', () => {
  it.each(['ABORTED', 'TIMED_OUT', 'SUCCEEDED'])('%s starts again while its case is open', async (status) => {
    expect(await ended(status, 5)).toEqual(NEXT)
  })

  it('FAILED after a while starts again', async () => expect(await ended('FAILED', 60_000)).toEqual(NEXT))

  it('FAILED at once is left to the hourly look, so that it does not fail for ever', async () =>
    expect(await ended('FAILED', 59_999)).toEqual(NONE))

  it('stays ended when its case has ended', async () => expect(await ended('SUCCEEDED', 1e9, true)).toEqual(NONE))
})
