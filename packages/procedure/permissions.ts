import type { Appointment } from './procedure.ts'

/**
 * A permission is a row: appointment × command → allowed when …, with the sentence that a person can read.
 * `within: 'ownUnit'`: only for the unit of the appointment. `apartFrom: 'ownUnit'`: never for a unit one holds an
 * appointment in (nobody decides on their own unit). `steps`: where the command is offered; the decider guards it.
 */
export type Permission = {
  readonly command: string
  readonly appointment: Appointment
  readonly within?: 'ownUnit'
  readonly apartFrom?: 'ownUnit'
  readonly steps?: readonly string[] | 'any'
  readonly sentence: string
}

const own = { within: 'ownUnit' } as const
const others = { apartFrom: 'ownUnit' } as const

export const permissions = [
  // 单位
  { command: 'open-case', appointment: 'unitClerk', ...own, sentence: '单位经办人为本单位开始创建申请。' },
  {
    command: 'save-application',
    appointment: 'unitClerk',
    ...own,
    steps: ['application'],
    sentence: '单位经办人填写本单位的申请表。',
  },
  {
    command: 'save-application',
    appointment: 'unitLegalOfficer',
    ...own,
    steps: ['application'],
    sentence: '单位法制机构负责人修改本单位的申请表。',
  },
  {
    command: 'sign-application',
    appointment: 'unitClerk',
    ...own,
    steps: ['application'],
    sentence: '单位经办人录入本单位的纸质签署。',
  },
  {
    command: 'sign-application',
    appointment: 'unitLegalOfficer',
    ...own,
    steps: ['application'],
    sentence: '单位法制机构负责人签署本单位的申请表。',
  },
  {
    command: 'sign-application',
    appointment: 'unitHead',
    ...own,
    steps: ['application'],
    sentence: '单位主要负责人签署本单位的申请表。',
  },
  {
    command: 'submit-application',
    appointment: 'unitClerk',
    ...own,
    steps: ['application'],
    sentence: '单位经办人提交本单位的申请。',
  },
  { command: 'withdraw', appointment: 'unitClerk', ...own, steps: 'any', sentence: '单位经办人办理本单位退出。' },
  { command: 'withdraw', appointment: 'unitHead', ...own, steps: 'any', sentence: '单位主要负责人决定本单位退出。' },
  // 法制办
  { command: 'open-call', appointment: 'officeHead', sentence: '法制办负责人发布创建通知。' },
  // 代录 is the officer's, so that the head can always be the one who reviews it.
  {
    command: 'open-case',
    appointment: 'officeOfficer',
    ...others,
    sentence: '法制办经办人为单位开始代录纸质申请；任职单位除外。',
  },
  {
    command: 'save-application',
    appointment: 'officeOfficer',
    ...others,
    steps: ['application'],
    sentence: '法制办经办人代录单位的纸质申请表；任职单位除外。',
  },
  {
    command: 'sign-application',
    appointment: 'officeOfficer',
    ...others,
    steps: ['application'],
    sentence: '法制办经办人代录单位的纸质签署；任职单位除外。',
  },
  {
    command: 'submit-application',
    appointment: 'officeOfficer',
    ...others,
    steps: ['application'],
    sentence: '法制办经办人提交代录的申请，此后不再审核该件；任职单位除外。',
  },
  { command: 'remind-units', appointment: 'officeOfficer', sentence: '法制办经办人提醒还没有提交申请的单位。' },
  { command: 'remind-units', appointment: 'officeHead', sentence: '法制办负责人提醒还没有提交申请的单位。' },
  {
    command: 'decide-review',
    appointment: 'officeOfficer',
    ...others,
    steps: ['review'],
    sentence: '法制办经办人初审申请；本单位的申请除外。',
  },
  {
    command: 'decide-review',
    appointment: 'officeHead',
    ...others,
    steps: ['review'],
    sentence: '法制办负责人初审申请；本单位的申请除外。',
  },
  {
    command: 'correct-review',
    appointment: 'officeOfficer',
    ...others,
    steps: ['application', 'notice', 'refused'],
    sentence: '法制办经办人在列入公示或单位再次提交前，更正他人作出的初审结论；本单位的申请除外。',
  },
  {
    command: 'correct-review',
    appointment: 'officeHead',
    ...others,
    steps: ['application', 'notice', 'refused'],
    sentence: '法制办负责人在列入公示或单位再次提交前，更正他人作出的初审结论；本单位的申请除外。',
  },
  {
    command: 'raise-veto',
    appointment: 'officeOfficer',
    ...others,
    steps: 'any',
    sentence: '法制办经办人提出一票否决；本单位除外。',
  },
  {
    command: 'raise-veto',
    appointment: 'officeHead',
    ...others,
    steps: 'any',
    sentence: '法制办负责人提出一票否决；本单位除外。',
  },
  {
    command: 'confirm-veto',
    appointment: 'officeHead',
    ...others,
    steps: 'any',
    sentence: '法制办负责人确认他人提出的一票否决；本单位除外。',
  },
  {
    command: 'dismiss-veto',
    appointment: 'officeHead',
    ...others,
    steps: 'any',
    sentence: '法制办负责人不予确认他人提出的一票否决；本单位除外。',
  },
  { command: 'publish-notice', appointment: 'officeOfficer', sentence: '法制办经办人发布公示。' },
  { command: 'record-proof', appointment: 'officeOfficer', sentence: '法制办经办人登记公示的网页截图。' },
  { command: 'close-notice', appointment: 'officeOfficer', sentence: '法制办经办人结束公示。' },
  {
    command: 'enter-objection',
    appointment: 'officeOfficer',
    sentence: '法制办经办人录入来电、来信、来访、邮件异议。',
  },
  {
    command: 'admit-objection',
    appointment: 'officeOfficer',
    ...others,
    sentence: '法制办经办人受理异议；涉及本单位的除外。',
  },
  {
    command: 'decline-objection',
    appointment: 'officeHead',
    ...others,
    sentence: '法制办负责人决定不予受理异议；涉及本单位的除外。',
  },
  {
    command: 'find-objection',
    appointment: 'officeHead',
    ...others,
    sentence: '法制办负责人认定异议是否成立并答复；涉及本单位的除外。',
  },
  { command: 'read-objection', appointment: 'officeOfficer', sentence: '法制办经办人查看异议内容，查看有记录。' },
  { command: 'read-objection', appointment: 'officeHead', sentence: '法制办负责人查看异议内容，查看有记录。' },
  { command: 'read-contact', appointment: 'officeOfficer', sentence: '法制办经办人查看单位联系人，查看有记录。' },
  { command: 'read-contact', appointment: 'officeHead', sentence: '法制办负责人查看单位联系人，查看有记录。' },
  // 标准
  { command: 'publish-catalogue', appointment: 'officeHead', sentence: '法制办负责人发布标准和方案。' },
  // 常务会议
  {
    command: 'record-resolution',
    appointment: 'meetingSecretary',
    steps: ['executiveMeeting'],
    sentence: '会议秘书登记会议决定。',
  },
  // 名册
  { command: 'keep-roster', appointment: 'administrator', sentence: '系统管理员维护单位、人员和岗位。' },
  // 看
  { command: 'read-case', appointment: 'unitClerk', ...own, sentence: '单位经办人查看本单位申报件。' },
  { command: 'read-case', appointment: 'unitLegalOfficer', ...own, sentence: '单位法制机构负责人查看本单位申报件。' },
  { command: 'read-case', appointment: 'unitHead', ...own, sentence: '单位主要负责人查看本单位申报件。' },
  { command: 'read-case', appointment: 'officeOfficer', sentence: '法制办经办人查看各单位申报件。' },
  { command: 'read-case', appointment: 'officeHead', sentence: '法制办负责人查看各单位申报件。' },
  { command: 'read-case', appointment: 'meetingSecretary', sentence: '会议秘书查看提请会议审议的申报件。' },
  { command: 'read-board', appointment: 'officeOfficer', sentence: '法制办经办人查看批次进展。' },
  { command: 'read-board', appointment: 'officeHead', sentence: '法制办负责人查看批次进展。' },
  { command: 'read-board', appointment: 'meetingSecretary', sentence: '会议秘书查看批次进展。' },
  { command: 'read-catalogue', appointment: 'unitClerk', sentence: '单位经办人查看已发布的标准和方案。' },
  {
    command: 'read-catalogue',
    appointment: 'unitLegalOfficer',
    sentence: '单位法制机构负责人查看已发布的标准和方案。',
  },
  { command: 'read-catalogue', appointment: 'unitHead', sentence: '单位主要负责人查看已发布的标准和方案。' },
  { command: 'read-catalogue', appointment: 'officeOfficer', sentence: '法制办经办人查看已发布的标准和方案。' },
  { command: 'read-catalogue', appointment: 'officeHead', sentence: '法制办负责人查看已发布的标准和方案。' },
  { command: 'read-catalogue', appointment: 'meetingSecretary', sentence: '会议秘书查看已发布的标准和方案。' },
  { command: 'upload-evidence', appointment: 'unitClerk', ...own, sentence: '单位经办人上传本单位材料。' },
  {
    command: 'upload-evidence',
    appointment: 'unitLegalOfficer',
    ...own,
    sentence: '单位法制机构负责人上传本单位材料。',
  },
  {
    command: 'upload-evidence',
    appointment: 'officeOfficer',
    sentence: '法制办经办人上传扫描件和截图，代录时上传单位的材料。',
  },
  { command: 'upload-evidence', appointment: 'officeHead', sentence: '法制办负责人上传扫描件。' },
  { command: 'upload-evidence', appointment: 'meetingSecretary', sentence: '会议秘书上传会议纪要扫描件。' },
  { command: 'read-evidence', appointment: 'unitClerk', ...own, sentence: '单位经办人查看本单位材料。' },
  { command: 'read-evidence', appointment: 'unitLegalOfficer', ...own, sentence: '单位法制机构负责人查看本单位材料。' },
  { command: 'read-evidence', appointment: 'unitHead', ...own, sentence: '单位主要负责人查看本单位材料。' },
  { command: 'read-evidence', appointment: 'officeOfficer', sentence: '法制办经办人查看各单位材料。' },
  { command: 'read-evidence', appointment: 'officeHead', sentence: '法制办负责人查看各单位材料。' },
  { command: 'read-evidence', appointment: 'meetingSecretary', sentence: '会议秘书查看提请会议审议的材料。' },
] as const satisfies readonly Permission[]

export type Command = (typeof permissions)[number]['command']

/** One appointment somebody holds today. */
export type Holding = { readonly appointment: string; readonly unit?: string | undefined }

/**
 * The row that allows `command` to somebody with these appointments; undefined when there is none.
 * @param unit the unit the command is about, when it is about one
 */
export function permissionFor(
  command: Command,
  holdings: readonly Holding[],
  { unit, step }: { unit?: string | undefined; step?: string | undefined } = {},
): Permission | undefined {
  const rows: readonly Permission[] = permissions
  return rows.find(
    (row) =>
      row.command === command &&
      holdings.some(
        (held) =>
          held.appointment === row.appointment &&
          (row.within !== 'ownUnit' || (unit !== undefined && held.unit === unit)),
      ) &&
      !(row.apartFrom === 'ownUnit' && unit !== undefined && holdings.some((held) => held.unit === unit)) &&
      (step === undefined || row.steps === undefined || row.steps === 'any' || row.steps.includes(step)),
  )
}
