import { expect, it } from 'vitest'
import { whyNoPerson } from './person.ts'

it.each(
  [
    ['张三、李四', '张三,李四', '张三/李四', '张三和李四', '请假：何英', '出席：许建国', '何英（请假）', '何英请假'],
    [
      '同上',
      '待定',
      '无',
      'NULL',
      'N/A',
      '姓名',
      '许建国等',
      '许建国等3人',
      '县长',
      '副县长',
      '县长许建国',
      '许建国县长',
      '县委书记',
      '何英同志',
    ],
    ['县公安局', '王', '王1', '王\ue863', '王■', '王?', '#SPILL!', '#N/A', '=A1', '＝A1', '###', '——'],
  ].flat(),
)('%j is no name of one person, and says why', (name) => {
  expect(whyNoPerson(name)).toContain(`“${name}”`)
})

it.each(
  [
    [
      '王伟',
      '何英',
      '欧阳和平',
      '王和平',
      '买买提·艾力',
      '依布拉音江',
      'John Smith',
      '葛\u{e0100}明',
      '𠮷田',
      '方民长',
    ],
    ['王家长', '王县长', '李副县长', '李及', '张和', '于无', '贾空谷', '王局', '程序', '党卫国', '院长江'],
  ].flat(),
)('%j may be one', (name) => {
  expect(whyNoPerson(name)).toBeUndefined()
})
