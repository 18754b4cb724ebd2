import { expect, it } from 'vitest'
import type { ResultShown } from '#contracts/results/results.ts'
import { type Citable, citable, saidCited, saidSince, saidUse, usesIn } from './cited.ts'

const shown = (n: number, more: Partial<ResultShown> = {}): ResultShown => ({
  ...{ year: 2018, n, unit: 'guotu', name: '县国土资源局', kind: 'caseFiles', version: 1 },
  versions: [
    { at: '', by: '', organ: '', on: '2018-12-14', reference: `泗案评〔2018〕${n}号`, grade: 'qualified', score: 82 },
  ],
  ...more,
})
const cited = (use: string, more: Partial<Citable> = {}): Citable => ({
  ...{ use, year: 2018, n: 1, kind: 'lostSuit', on: '2018-05-20', reference: '（2018）皖1324行初3号' },
  ...more,
})

it('offers what stands of the unit, and before it what is cited otherwise as long as it is chosen', () => {
  const withdrawn = shown(3, { withdrawn: { at: '', by: '', reason: '' } })
  const results = [shown(1, { version: 3 }), shown(2, { unit: 'sicheng' }), withdrawn]
  expect(citable(results, 'guotu', [], []).map(({ use }) => use)).toEqual(['2018/1/3'])
  const before = [cited('2018/1/2', { since: 'corrected' }), cited('2018/3/1', { since: 'takenBack' })]
  expect(citable(results, 'guotu', before, ['2018/1/2', '2018/3/1']).map(({ use }) => use)).toEqual([
    '2018/1/2',
    '2018/3/1',
    '2018/1/3',
  ])
  expect(citable(results, 'guotu', before, ['2018/1/3']).map(({ use }) => use)).toEqual(['2018/1/3'])
  expect(citable(results, 'guotu', [cited('2018/1/3')], ['2018/1/3'])).toHaveLength(1)
})

it('says what a result is, and what became of it', () => {
  const [one] = citable([shown(1)], 'guotu', [], [])
  expect(one && saidCited(one)).toBe('案卷评查：合格，82分（泗案评〔2018〕1号，2018年12月14日）')
  expect([saidSince('corrected'), saidSince('takenBack')]).toEqual(['引用后已更正', '已撤销'])
  expect(saidUse('2018/3/1')).toBe('引用外部结果：2018年第3号')
})

it('takes what was kept only where it is a list of words', () => {
  expect([usesIn(undefined), usesIn('2018/1/1'), usesIn(['2018/1/1', 3])]).toEqual([[], [], ['2018/1/1']])
})
