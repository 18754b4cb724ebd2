import { expect, it } from 'vitest'
import { openPack } from '#catalogue/open-packs.ts'
import { refused } from '../rehearsal/judgement-acts.ts'
import { nameOf, namesOfUnits } from './people-of-county.ts'

it('calls people as the roster does, and knows nobody else', () => {
  expect([nameOf('clerk-dazhuang'), nameOf('head-dazhuang')]).toEqual(['蒋思远', '严书琴'])
  expect(() => nameOf('head-acceptance-1')).toThrow('head-acceptance-1')
  expect(namesOfUnits()).toContain('严书琴')
  // Whoever is of no unit has the same login in every county.
  expect(() => nameOf('officer-1')).toThrow('officer-1')
  expect(nameOf('head-tuojiang')).toBe('吴国华')
})

it('a refusal cites the item of the standard that says so', () => {
  const [, number] = /泗县标准第一部分第(\d+)项/.exec(refused.reason) ?? []
  const part = openPack('sixian').catalogue?.parts[0]
  const items = part?.groups?.flatMap((group) => group.items) ?? part?.items ?? []
  expect(part?.number).toBe('一')
  expect(items.find((item) => item.number === Number(number))?.title).toBe('县依法行政年度考核连续两年优秀')
})
