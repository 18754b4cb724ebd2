/** What a call may choose among. */
import { beforeEach, expect, it } from 'vitest'
import { county, openWholeCounty } from '../fixtures/whole-county.ts'

beforeEach(() => openWholeCounty())

it('lists the county’s procedures with what a call has to say for each', async () => {
  const answer = await county.get('officer', 'procedures')
  expect(answer.body).toMatchObject({
    procedures: [
      {
        key: 'creation-short@1',
        dates: [{ step: 'application', title: '创建申请' }],
        limited: true,
        forms: [{ form: 'creation-application', signOffs: [{ name: 'legalOffice' }, { name: 'unitHead' }] }],
      },
      {
        key: 'creation-2018@1',
        dates: [{ step: 'application' }, { step: 'implementation' }, { step: 'declaration' }],
        forms: [{ form: 'creation-application' }, { form: 'creation-declaration', signOffs: [{ name: 'unitHead' }] }],
      },
    ],
  })
  expect((await county.get('office-head', 'procedures')).status).toBe(403)
})
