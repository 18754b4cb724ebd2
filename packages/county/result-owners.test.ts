import { expect, it } from 'vitest'
import { parseResultOwners, resultOwners, USUAL_OWNERS } from './result-owners.ts'

it('takes the office for every kind that a county leaves out', () => {
  expect(USUAL_OWNERS.lostSuit).toBe('office')
  expect(resultOwners.parse({ caseFiles: 'dangan' })).toEqual({ ...USUAL_OWNERS, caseFiles: 'dangan' })
  expect(parseResultOwners(JSON.stringify({ ...USUAL_OWNERS, annual: 'dangan' })).annual).toBe('dangan')
})

it('says what is wrong with a kind that there is none of, and with an owner that no unit can be', () => {
  const said = (given: object) =>
    resultOwners
      .safeParse(given)
      .error?.issues.map(({ message }) => message)
      .join()
  expect(said({ taxes: 'office' })).toContain('caseFiles（案卷评查）')
  expect(said({ caseFiles: '县档案局' })).toContain('应是名册中的单位编号，或者“office”（法制办）')
})
