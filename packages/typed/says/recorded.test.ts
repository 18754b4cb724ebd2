import { expect, it } from 'vitest'
import { unfilledInRecord } from './recorded.ts'

it.each([
  ['请填写列入培育的情况', '请填写列入培育的情况'],
  ['请填写纪要原文。', '请填写纪要原文'],
  ['（请写明会议怎样决定）', '（请写明会议怎样决定）'],
  ['写明会议纪要第几项、怎样写的', '写明会议纪要第几项、怎样写的'],
  ['纪要第几项：列入培育', '第几项'],
  ['第二项：（单位名称）列入培育', '（单位名称）'],
  ['第二项：列入培育，同意（票数）票', '（票数）'],
  ['第 项：大庄镇列入培育', '第 项'],
])('%s still asks for something', (typed, found) => expect(unfilledInRecord(typed)).toBe(found))

it.each([
  '第二项：泗县国家税务局列入培育，同意5票。',
  '填写了申请表的12个单位中，大庄镇列入培育。',
  '请示所列名单审议通过，大庄镇在内。',
  '会议要求大庄镇写明整改时限，同意命名。',
  '第二项“请填写意见”一栏：同意。',
  '大庄镇（单位一栏第三行）列入培育，同意3票，反对0票。',
])('%s says what was decided', (typed) => expect(unfilledInRecord(typed)).toBeUndefined())
