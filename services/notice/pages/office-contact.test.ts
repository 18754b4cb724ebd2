import { expect, it } from 'vitest'
import { organs } from '#county/organs.ts'
import { officeContact } from './office-contact.ts'

const sixian = {
  ...{ county: '泗县', government: '泗县人民政府', office: '泗县司法局', leadingGroup: '领导小组' },
  executiveMeeting: '泗县人民政府常务会议',
}
const said = (more: object) => officeContact(organs.parse({ ...sixian, ...more })).text

it('gives telephone, address and mail of the office, each where the county’s file has it', () => {
  expect(said({})).toBe('')
  expect(said({ officePhone: '0557-7000000' })).toBe('，电话<a href="tel:0557-7000000">0557-7000000</a>')
  expect(said({ officeAddress: '泗县花园路1号<b>' })).toBe('，地址：泗县花园路1号&lt;b&gt;')
  expect(said({ officePhone: '0557-7000000', officeAddress: '花园路1号', officeEmail: 'fzb@example.cn' })).toBe(
    '，电话<a href="tel:0557-7000000">0557-7000000</a>，地址：花园路1号，电子邮箱<a href="mailto:fzb@example.cn">fzb@example.cn</a>',
  )
})

it('refuses what is no address of mail', () => {
  expect(organs.safeParse({ ...sixian, officeEmail: '花园路1号' }).success).toBe(false)
})
