import { expect, it } from 'vitest'
import { saidLocal } from './said-local.ts'

const saved = { saving: { is: 'saved' }, wrong: {}, collisions: [], apart: [] } as const

it('says nothing where the server has everything', () => expect(saidLocal(saved)).toBe(''))
it('says of what is wrong and written down that this browser keeps it', () =>
  expect(saidLocal({ ...saved, wrong: { project: '最多100字' } })).toBe('（有1项待处理，暂存本机）'))
it('says of what is personal and wrong that nobody keeps it', () =>
  expect(saidLocal({ ...saved, wrong: { contact: '不是姓名' }, apart: ['contact'] })).toBe(
    '（有1项待处理，没有保存，只在本页，离开后须重新填写）',
  ))
it('tells both apart, and counts a field once', () => {
  const collision = { field: 'project', mine: '一', theirs: '二', by: '李' }
  const wrong = { contact: '不是姓名', project: '最多100字' }
  expect(saidLocal({ ...saved, wrong, collisions: [collision], apart: ['contact'] })).toBe(
    '（有1项待处理，暂存本机；1项待处理，没有保存，只在本页，离开后须重新填写）',
  )
})
it.each(['offline', 'unanswered', 'loggedOut'] as const)(
  'says of what is personal while %s that it is on this page alone',
  (is) =>
    expect(saidLocal({ ...saved, saving: { is }, apart: ['phone'] })).toBe(
      '（有1项没有保存，只在本页，离开后须重新填写）',
    ),
)
it('says nothing of what is on its way', () =>
  expect(saidLocal({ ...saved, saving: { is: 'saving' }, apart: ['phone'] })).toBe(''))
