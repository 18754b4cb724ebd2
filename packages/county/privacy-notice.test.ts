import { expect, it } from 'vitest'
import { PRIVACY_PATH, privacyNotice, toObjectors, toUsers } from './privacy-notice.ts'
import { USUAL_TERMS } from './retention.ts'

const handling = {
  ...{
    county: '泗县',
    office: '泗县人民政府法制办公室',
    officePhone: '0557-0000000',
    officeEmail: 'fzb@sixian.example',
  },
  retention: { ...USUAL_TERMS, objector: { years: 4, useDays: 90 }, staff: { years: 30 } },
}
const text = (sections: ReturnType<typeof privacyNotice>) => sections.flatMap(({ lines }) => lines).join('\n')

it('says who handles what, what for, how long, and whom to ask', () => {
  const said = text(privacyNotice(handling))
  for (const part of [
    '由泗县人民政府法制办公室处理（电话0557-0000000，电子邮箱fzb@sixian.example）',
    '查阅、复制、更正',
  ])
    expect(said).toContain(part)
  expect(privacyNotice(handling).map(({ title }) => title)).toEqual([
    '由谁处理，依据什么',
    '提出异议的群众',
    '申请单位的联系人和签署人',
    '使用本系统的工作人员',
    '怎样保存和清除',
    '您的权利',
  ])
})

it('has the terms of the county’s own table', () => {
  expect(toObjectors(handling)).toContain('保存4年')
  expect(text(privacyNotice(handling))).toContain('答复满90日后停止使用')
  expect(toUsers(handling).lines.join()).toContain('保存30年')
})

it('names nothing that a county has not written', () => {
  const { officePhone: _phone, officeEmail: _mail, ...silent } = handling
  const said = text(privacyNotice(silent))
  expect(said).not.toMatch(/（）|undefined/)
  expect(said).toContain('由泗县人民政府法制办公室处理。')
})

it('has an address that is nobody’s batch', () => {
  expect(PRIVACY_PATH).toBe('/objections/privacy')
})
