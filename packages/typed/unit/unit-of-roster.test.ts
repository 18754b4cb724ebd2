import { expect, it } from 'vitest'
import { whyNotOneUnit } from '../no-units.ts'

it.each(['×镇人民政府', '泗县某镇', '**局', '张三', '王伟'])('%s is no unit of a roster', (name) => {
  expect(whyNotOneUnit(name)).toMatch(/请填写单位全称$/)
})
it.each(['大庄镇人民政府', '县财政局', '县妇联', '安徽泗县经济开发区管理委员会', '高新办', '泗县供电公司', '县人大'])(
  '%s is one',
  (name) => expect(whyNotOneUnit(name)).toBeUndefined(),
)
