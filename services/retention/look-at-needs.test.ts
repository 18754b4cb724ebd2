import { beforeEach, expect, it } from 'vitest'
import { sha } from '../../test/given/cases.ts'
import { type KeptCounty, keptCounty } from './fixtures/kept-county.ts'
import { lookAtNeeds } from './look-at-needs.ts'

let county: KeptCounty
const NOTICE = 'notice/2018-2/1'
const at = '2018-05-02T01:00:00.000Z'
const WHO = { id: 'objector/1', digest: sha('6') }
beforeEach(async () => {
  county = await keptCounty()
  await county.write(
    NOTICE,
    {
      ...{ type: 'objectionReceived', v: 1, at, by: 'public', objection: '2018-2-1-a', about: 'dazhuang' },
      ...{ channel: 'page', on: '2018-05-02', anonymous: false, content: sha('a'), code: sha('b'), objector: WHO },
    },
    { type: 'objectionSettled', v: 1, at, objection: '2018-2-1-a', result: 'notUpheld' },
  )
})
const needed = async () => (await lookAtNeeds(county.deps, [NOTICE])).retained.get(WHO.id)

it('needs whoever objected while the notice is open, and no longer where its batch was cancelled', async () => {
  expect(await needed()).toMatchObject({ because: 'inUse' })
  await county.write('batch/2018-2', {
    ...{ type: 'batchCancelled', v: 1, at: '2018-05-11T01:00:00.000Z', by: 'head', reason: '上级暂停创建活动。' },
    ...{ number: '泗法办〔2018〕3号', preparedBy: 'officer', preparedAt: at },
  })
  expect(await needed()).toMatchObject({ because: 'answered', due: expect.stringMatching(/^20\d\d-05-1\d$/) })
})
