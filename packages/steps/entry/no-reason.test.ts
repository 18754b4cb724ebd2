import { expect, it } from 'vitest'
import { whyNoReason } from './no-reason.ts'

it.each([
  '没有修改',
  '没有修改。',
  '不作修改',
  '本单位没有修改',
  '内容均未修改',
  '无需修改',
  '不需要修改！',
  '未做任何修改',
  '没有改动',
  '没改',
  '不用改',
  '本次没有作任何调整',
  '材料没有变化',
  '确实没有修改过',
  '不作修改的理由',
])('%j is no reason', (said) => {
  expect(whyNoReason(said)).toBe(`“${said}”只说了没有修改，没有写明不作修改的理由；请写明为什么不需要修改`)
})
it.each([
  '与法制办核对，退回的是另一单位的材料。',
  '内容经核对无误，不需要修改。',
  '所退栏目与批准文件一致，没有修改',
  '没有修改，因为数据与年度报告一致。',
  '未修改的原因是材料本来齐全',
])('%j is one', (said) => {
  expect(whyNoReason(said)).toBeUndefined()
})
