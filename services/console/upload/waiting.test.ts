import { describe, expect, it } from 'vitest'
import { saidCount, saidLate, saidNotAdded, signedMeanwhile, together, waitingOf, whyWait } from './waiting.ts'

describe('files on their way', () => {
  it('are counted apart from those that failed', () => {
    expect(waitingOf([{}, { error: '上传未成功' }, {}])).toEqual({ coming: 2, failed: 1 })
    expect(waitingOf([])).toEqual({ coming: 0, failed: 0 })
    expect(
      together([
        { coming: 1, failed: 0 },
        { coming: 2, failed: 3 },
      ]),
    ).toEqual({ coming: 3, failed: 3 })
  })
  it('hold up whatever binds the form, and say what to do', () => {
    expect(whyWait({ coming: 1, failed: 1 }, '签署')).toBe('还有1个文件正在上传，传完后再签署')
    expect(whyWait({ coming: 0, failed: 2 }, '提交')).toBe('有2个文件未能上传，重试或者取消后再提交')
    expect(whyWait({ coming: 0, failed: 0 }, '提交')).toBeUndefined()
  })
  it('that failed are not still to come', () => {
    expect(saidCount(6, { coming: 0, failed: 1 })).toBe('已上传6个，1个未能上传')
    expect(saidCount(4, { coming: 2, failed: 1 })).toBe('已上传4个，还有2个，1个未能上传')
    expect(saidCount(4, { coming: 2, failed: 0 })).toBe('已上传4个，还有2个')
    expect(saidCount(7, { coming: 0, failed: 0 })).toBe('共7个文件')
  })
})

describe('a file that came late', () => {
  const head = { name: 'head', title: '单位主要负责人意见' }
  const legal = { name: 'legal', title: '法制员意见' }
  const signed = { ...head, on: '2018-05-04', by: '张三' }
  it('finds what was signed since it was chosen, also once more', () => {
    expect(signedMeanwhile([head, legal], [signed, legal])).toEqual(['单位主要负责人意见'])
    expect(signedMeanwhile([signed], [{ ...signed, on: '2018-05-05' }])).toEqual(['单位主要负责人意见'])
  })
  it('may be added where nothing was signed, or only what its chooser knew of', () => {
    expect(signedMeanwhile([head], [head])).toEqual([])
    expect(signedMeanwhile([signed, legal], [signed, legal])).toEqual([])
    expect(signedMeanwhile([signed], [head])).toEqual([])
  })
  it('is said to be left out, and how to add it', () => {
    expect(saidLate('甲.pdf', ['单位主要负责人意见'], '创建申请表')).toBe(
      '“甲.pdf”传完时，创建申请表已有“单位主要负责人意见”，所以没有加入；确要加入的，请点“修改创建申请表”，再从已上传的材料中选，并重新签署。',
    )
  })
})

it('says how many a full field has not taken', () => {
  expect(saidNotAdded('照片和扫描件', 20, 5)).toBe('照片和扫描件最多20个，其余5个没有加入。')
  expect(saidNotAdded('照片和扫描件', 20, 0)).toBeUndefined()
})
