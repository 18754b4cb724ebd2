import { expect, it } from 'vitest'
import { whyBarred } from './barred.ts'

it('keeps a unit out for as many years as the county says, from its last revocation', () => {
  const revoked = [{ endedOn: '2015-03-18' }, { endedOn: '2019-03-18' }]
  expect(whyBarred(revoked, 5, '2024-03-17')).toContain('2024年3月18日起可以申报')
  expect(whyBarred(revoked, 5, '2024-03-18')).toBeUndefined()
  expect(whyBarred([{ endedOn: '2016-02-29' }], 1, '2017-02-27')).toContain('2017年2月28日起')
  expect(whyBarred([], 5, '2019-03-19')).toBeUndefined()
})
