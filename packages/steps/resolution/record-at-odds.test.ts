import { expect, it } from 'vitest'
import { recordedOtherwise, whyRecordedOtherwise } from './record-at-odds.ts'

const TITLES = ['列入培育', '未列入培育']
const MEETING = ['命名', '暂缓审议', '不予通过']

it('finds another outcome than the chosen one', () => {
  expect(recordedOtherwise('列入培育', TITLES, '第二项：大庄镇未列入培育。')).toBe('未列入培育')
  expect(recordedOtherwise('未列入培育', TITLES, '第二项：大庄镇列入培育，同意3票。')).toBe('列入培育')
  expect(recordedOtherwise('列入培育', TITLES, '大庄镇不列入 培育')).toBe('不列入培育')
  expect(recordedOtherwise('命名', MEETING, '大庄镇暂缓审议')).toBe('暂缓审议')
  expect(recordedOtherwise('命名', MEETING, '大庄镇不予命名')).toBe('不予命名')
  expect(whyRecordedOtherwise('会议纪要的记载', '命名', MEETING, '大庄镇不予通过')).toBe(
    '会议纪要的记载中写的是“不予通过”，结论却是“命名”',
  )
})

it('asks nothing where the chosen one is named too, or none is', () => {
  expect(recordedOtherwise('列入培育', TITLES, '原登记未列入培育有误，大庄镇列入培育。')).toBeUndefined()
  expect(recordedOtherwise('列入培育', TITLES, '第二项：同意，3票。')).toBeUndefined()
  expect(whyRecordedOtherwise('会议纪要', '列入培育', TITLES, '第二项：同意。')).toBeUndefined()
})
