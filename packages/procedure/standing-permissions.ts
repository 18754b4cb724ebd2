import { type Appointment, OF_DEPARTMENT } from './appointments.ts'
import type { Command } from './commands.ts'
import { filePermissions } from './file-permissions.ts'
import { type Permission, row } from './permission.ts'

const own = { within: 'ownUnit' } as const
const others = { apartFrom: 'ownUnit' } as const
/** A letter asks about many units at once, and whoever works for one reads nothing of any. */
const ofNoUnit = { apartFrom: 'anyUnit' } as const
/** Nobody writes of their own unit, whoever owns what is written. */
const owned = { apartFrom: 'ownUnit', only: 'owned' } as const

const rows = (
  command: Command,
  appointments: readonly Appointment[],
  what: string,
  more: Pick<Permission, 'within' | 'apartFrom' | 'files' | 'only'> = {},
): readonly Permission[] => appointments.map((appointment) => row(appointment, what, { command, ...more }))

const UNIT = ['unitClerk', 'unitLegalOfficer', 'unitHead'] as const
const OFFICE = ['officeOfficer', 'officeHead'] as const
/** Who writes for the organ that a unit is: whoever fills in its forms. */
const ORGAN = ['unitClerk', 'unitLegalOfficer'] as const
const ASSESS = ['assessmentLeader', 'scorer'] as const
/** Who decides on lists that rest on what organs replied. */
const CONSULTING = ['leadingGroupSecretary', 'assessmentLeader', 'meetingSecretary'] as const
const BODIES = ['leadingGroupSecretary', ...ASSESS, 'meetingSecretary'] as const

/** Rows that hold in every procedure and belong to no step of it. */
export const standingPermissions: readonly Permission[] = [
  ...rows('prepare-call', ['officeOfficer'], '拟制创建通知'),
  ...rows('open-call', ['officeHead'], '签发或退回他人拟制的创建通知'),
  ...rows('read-call', [...UNIT, OF_DEPARTMENT, ...BODIES], '查看已发布的创建通知'),
  ...rows('read-call', OFFICE, '查看创建通知，拟制中的也在内'),
  ...rows('prepare-amendment', ['officeOfficer'], '拟制变更期限的通知'),
  ...rows('approve-amendment', ['officeHead'], '签发或退回他人拟制的变更通知'),
  ...rows('prepare-cancelling', ['officeOfficer'], '提出取消批次并说明理由'),
  ...rows('approve-cancelling', ['officeHead'], '签发或退回他人拟制的取消决定'),
  ...rows('remind-units', OFFICE, '提醒还没有提交表格、报送进展的单位'),
  ...rows('issue-bulletin', OFFICE, '发出情况交流'),
  ...rows('read-bulletins', [...UNIT, ...OFFICE], '查看情况交流，单位查看所参加批次的'),
  ...rows('note-bulletin', UNIT, '阅知情况交流'),
  ...rows('record-visit', OFFICE, '登记对单位的监督检查', others),
  ...rows('answer-finding', ['unitClerk'], '报送本单位对监督检查所发现问题的整改情况', own),
  ...rows('settle-finding', OFFICE, '确认整改或者退回继续整改', others),
  ...rows('read-inspection', UNIT, '查看对本单位的监督检查', own),
  ...rows('read-inspection', OFFICE, '查看对各单位的监督检查'),
  ...rows('send-consultation', OFFICE, '登记向各机关发出的函询', ofNoUnit),
  ...rows('chase-consultation', OFFICE, '登记对没有复函的机关的催办', ofNoUnit),
  ...rows('enter-reply', OFFICE, '登记各机关的复函', ofNoUnit),
  ...rows('correct-reply', OFFICE, '更正登记有误的复函并说明理由', ofNoUnit),
  ...rows('withdraw-reply', OFFICE, '撤销误登记的复函', ofNoUnit),
  ...rows('withdraw-consultation', OFFICE, '撤销误登记、没有复函的函询', ofNoUnit),
  ...rows('read-consultations', [...OFFICE, ...CONSULTING], '查看函询和复函', ofNoUnit),
  ...rows('enter-result', ORGAN, '登记本单位主管的外部结果', owned),
  ...rows('enter-result', OFFICE, '登记法制办主管的外部结果，代录没有经办人的机关的外部结果', others),
  ...rows('correct-result', ORGAN, '更正本单位主管的外部结果并说明理由', owned),
  ...rows('correct-result', OFFICE, '更正法制办主管和代录的外部结果并说明理由', others),
  ...rows('withdraw-result', ORGAN, '撤销本单位主管的外部结果并说明理由', owned),
  ...rows('withdraw-result', OFFICE, '撤销法制办主管和代录的外部结果并说明理由', others),
  ...rows('read-results', UNIT, '查看涉及本单位和本单位主管的外部结果', { only: 'theirs' }),
  ...rows('read-results', [...OFFICE, ...BODIES], '查看各单位的外部结果'),
  ...rows('enter-withdrawal', ['unitClerk'], '录入本单位的退出申请', own),
  ...rows('confirm-withdrawal', ['unitHead'], '确认本单位退出', own),
  ...rows('cancel-withdrawal', ['unitClerk', 'unitHead'], '撤销还没有确认的退出申请', own),
  // A withdrawal that nobody confirms keeps a case out of every list.
  ...rows('cancel-withdrawal', ['officeHead'], '撤销单位长期没有确认的退出申请', others),
  // Only the head confirms a veto, and nobody their own: raised by a county's one head it could never be decided.
  ...rows('raise-veto', ['officeOfficer'], '提出一票否决', others),
  ...rows('confirm-veto', ['officeHead'], '确认他人提出的一票否决', others),
  ...rows('dismiss-veto', ['officeHead'], '不予确认他人提出的一票否决', others),
  ...rows('extend-case', ['officeHead'], '为一个单位延长期限', others),
  ...rows('read-contact', OFFICE, '查看单位联系人，查看有记录'),
  ...rows('enter-holidays', ['officeHead'], '按国务院办公厅的通知录入一年的节假日安排'),
  ...rows('publish-catalogue', ['officeHead'], '发布标准和方案'),
  ...rows('keep-roster', ['administrator'], '维护单位、人员，登记账号，账号经安全管理员批准后生效'),
  ...rows('enter-appointment', ['administrator', 'securityAdministrator'], '登记岗位，经另一名管理员批准后生效'),
  ...rows('approve-roster', ['securityAdministrator'], '批准或退回他人登记的岗位和账号'),
  ...rows('approve-roster', ['administrator'], '批准或退回安全管理员登记的岗位'),
  ...rows('read-roster', ['administrator', 'securityAdministrator', 'auditor', 'officeHead'], '查看名册和变动记录'),
  ...rows('note-roster', ['officeHead'], '阅知名册的变动'),
  ...rows('read-case', UNIT, '查看本单位申报件', own),
  ...rows('read-case', OFFICE, '查看各单位申报件，填写中的也在内'),
  ...rows('read-case', BODIES, '查看提请其审议、交其考核的申报件，单位填写中的除外', { only: 'laidBefore' }),
  ...rows('read-dossier', UNIT, '查看本单位自评', own),
  ...rows('read-dossier', [OF_DEPARTMENT], '查看分给本人的自评', { ...own, only: 'given' }),
  ...rows('read-dossier', OFFICE, '查看各单位随表提交的自评，以提交时的版本为准'),
  ...rows('read-dossier', ASSESS, '查看交其考核的单位随表提交的自评，以提交时的版本为准', {
    ...others,
    only: 'laidBefore',
  }),
  ...rows('read-assessment', OFFICE, '查看各单位的考核情况', others),
  ...rows('read-assessment', ASSESS, '查看交其考核的单位的考核情况', { ...others, only: 'laidBefore' }),
  ...rows('read-board', [...OFFICE, ...BODIES], '查看批次进展'),
  ...rows('read-catalogue', [...UNIT, OF_DEPARTMENT, ...OFFICE, ...BODIES], '查看已发布的标准和方案'),
  ...filePermissions,
  ...rows('record-scan', ['malwareScanner'], '登记查毒结果'),
  ...rows('read-scans', ['malwareScanner'], '领取等待查毒的文件'),
  ...rows('read-scans', OFFICE, '查看等待查毒和查出病毒的文件'),
  ...rows('list-objections', OFFICE, '查看各批次的待办异议，涉及本人任职单位的除外'),
  ...rows('read-retention', [...OFFICE, 'auditor'], '查看到期应当清除的个人信息的编号、种类和依据'),
  ...rows('propose-erasure', ['officeOfficer'], '提请清除到期的个人信息'),
  ...rows('approve-erasure', ['officeHead'], '批准或退回他人提请的清除，批准后不能恢复'),
  ...rows('read-title', UNIT, '查看本单位的称号', own),
  ...rows('read-title', [...OFFICE, 'leadingGroupSecretary', 'meetingSecretary', 'auditor'], '查看各单位的称号'),
  ...rows('prepare-measure', ['officeOfficer'], '补录称号，拟制警示、暂停、解除、失效，提请取消和拟制取消决定', others),
  ...rows('approve-measure', ['officeHead'], '签发或退回他人拟制的称号办理稿', others),
  ...rows('record-title-meeting', ['meetingSecretary'], '登记会议对取消称号的决定', others),
  ...rows('recheck-title', OFFICE, '登记称号的年度复查', others),
  ...rows('record-plaque', OFFICE, '登记收回被取消称号的牌匾', others),
  ...rows('draft-experience', ['unitClerk'], '起草本单位的经验材料', own),
  ...rows('consent-experience', ['unitHead'], '同意公开他人起草的本单位经验材料，或者退回', own),
  ...rows('propose-experience', ['officeOfficer'], '提请公开单位已经同意的经验材料，或者退回单位', others),
  ...rows('publish-experience', ['officeHead'], '签发他人提请公开的经验材料，或者退回', others),
  ...rows('withdraw-experience', ['unitClerk', 'unitHead'], '撤回本单位的经验材料并说明理由', own),
  ...rows('take-experience-down', OFFICE, '撤下已经公开的经验材料并说明理由', others),
  ...rows('read-openings', ['officeHead', 'auditor'], '查看谁在何时查阅过哪份材料、哪个单位的联系人'),
]
