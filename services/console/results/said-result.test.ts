import { expect, it } from 'vitest'
import { saidOrgan, saidResult } from './said-result.ts'

const said = { at: '', by: '钱经办', organ: '县档案局', on: '2018-12-14', reference: '泗案评〔2018〕2号' }

it('says what was found, by which paper', () => {
  expect(saidResult({ ...said, score: 82 })).toBe('82分（泗案评〔2018〕2号，2018年12月14日）')
  expect(saidResult({ ...said, grade: 'unqualified', score: 0 })).toBe(
    '不合格，0分（泗案评〔2018〕2号，2018年12月14日）',
  )
  expect(saidResult(said)).toBe('泗案评〔2018〕2号，2018年12月14日')
})

it('says for whom the office has entered it', () => {
  expect(saidOrgan(said)).toBe('县档案局登记（钱经办）')
  expect(saidOrgan({ ...said, byOffice: true })).toBe('县档案局主管，由法制办代录（钱经办）')
})
