/** Executions aborted wherever a case may stand: another takes over, and the story is the same. */
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { mend, signAndSubmit } from '../../packages/cli/rehearsal/form-acts.ts'
import { review } from '../../packages/cli/rehearsal/judgement-acts.ts'
import { BATCH } from '../../packages/cli/rehearsal/second-batch.ts'
import { type Running, runCounty, storiesOf } from './running-county.ts'
import { applied, call, closed, named, on, published } from './small-year.ts'

const UNIT = 'dazhuang'
const returned = review(UNIT, {
  outcome: 'returned',
  reason: '工作计划缺少时间安排。',
  reopens: ['project', 'workPlan'],
})
const acts = [
  call(),
  ...applied(UNIT),
  on('2018-05-04T10:00', returned),
  on('2018-05-05T09:00', mend(UNIT, UNIT)),
  on('2018-05-05T15:00', signAndSubmit(UNIT, '2018-05-05', { time: 2 })),
  on('2018-05-10T10:00', review(UNIT, { outcome: 'accepted', reason: '符合基本条件。' }, 2)),
  published(UNIT),
  closed,
  named(UNIT),
]

const running = async (county: Running) =>
  (await county.executionsOf(UNIT)).filter(({ status }) => status === 'RUNNING').map(({ arn }) => arn)
const statuses = async (county: Running) =>
  Object.entries(Object.groupBy(await county.executionsOf(UNIT), ({ status }) => status)).map(
    ([status, all]) => `${all?.length} ${status}`,
  )

describe('an aborted execution', () => {
  let story: ReturnType<typeof storiesOf>
  beforeAll(async () => {
    await using calm = await runCounty(inject('rostered'))
    await calm.play(...acts)
    expect(await calm.stepOf(UNIT)).toBe('named')
    expect(await statuses(calm)).toEqual(['1 SUCCEEDED'])
    story = storiesOf((await calm.end()).ledger)
    expect(story[`title/${UNIT}/${BATCH}`]).toHaveLength(1)
  })

  it('is followed by another at every step at which the case waits', async () => {
    await using county = await runCounty(inject('rostered'))
    const stoppedAt: string[] = []
    for (const act of acts) {
      await county.play(act)
      for (const executionArn of await running(county)) {
        stoppedAt.push(...county.waitsAt(UNIT))
        await county.cloud.stopExecution({ executionArn, cause: 'somebody stopped it' })
        await county.cloud.settle()
        expect(await running(county)).toHaveLength(1)
        expect(await running(county)).not.toContain(executionArn)
      }
    }
    expect(stoppedAt).toEqual([
      ...['application', 'review', 'application', 'application', 'review'],
      ...['notice', 'notice', 'executiveMeeting'],
    ])
    expect(await statuses(county)).toEqual(['1 SUCCEEDED', '8 ABORTED'])
    expect(storiesOf((await county.end()).ledger)).toEqual(story)
  })

  // An execution calls three times until it waits: every fourth call is the most that lets it get anywhere.
  it.each([0, 1, 2, 3])('is followed by another in the middle of a call, every fourth from %i on', async (first) => {
    let calls = 0
    let cloud: Running['cloud'] | undefined
    const stop = async () => {
      for (const { arn, status } of (await cloud?.executions()) ?? [])
        if (status === 'RUNNING') await cloud?.stopExecution({ executionArn: arn })
    }
    await using county = await runCounty(inject('rostered'), {
      delayMs: (name) => {
        if (!/-(arrive|await)$/.test(name) || calls++ % 4 !== first) return 0
        void stop()
        return 20
      },
    })
    cloud = county.cloud
    for (const act of acts) {
      await county.play(act)
      const open = act !== acts[0] && act !== acts.at(-1)
      expect(await running(county)).toHaveLength(open ? 1 : 0)
    }
    expect((await county.executionsOf(UNIT)).filter(({ status }) => status === 'ABORTED').length).toBeGreaterThan(5)
    expect(await county.stepOf(UNIT)).toBe('named')
    expect(storiesOf((await county.end()).ledger)).toEqual(story)
  })
})
