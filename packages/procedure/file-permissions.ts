/** Who sends and who opens files: a row says whose they are and what they are kept for, and reading asks both. */
import { OF_MEETINGS, officeFor, type Purpose } from '#evidence/file-owner.ts'
import { type Appointment, OF_DEPARTMENT } from './appointments.ts'
import type { Command } from './commands.ts'
import { type Permission, row } from './permission.ts'

type More = Pick<Permission, 'within' | 'apartFrom' | 'only'>
const rows = (
  command: Command,
  appointments: readonly Appointment[],
  what: string,
  files: NonNullable<Permission['files']>,
  more: More = {},
): readonly Permission[] => appointments.map((appointment) => row(appointment, what, { command, files, ...more }))

const UNIT = ['unitClerk', 'unitLegalOfficer', 'unitHead'] as const
const OFFICE = ['officeOfficer', 'officeHead'] as const
const MEET = ['leadingGroupSecretary', 'assessmentLeader', 'meetingSecretary'] as const
const ASSESS = ['assessmentLeader', 'scorer'] as const
const MINUTES_OF = {
  leadingGroupSecretary: 'groupMinutes',
  assessmentLeader: 'assessmentMinutes',
  meetingSecretary: 'executiveMinutes',
} as const satisfies Readonly<Record<(typeof MEET)[number], Purpose>>
const BODIES = [...MEET, 'scorer'] as const

const ofUnit = { of: 'unit', purposes: ['case'] } as const
const ofOffice = (...purposes: Purpose[]) => ({ of: 'office', purposes }) as const
const own = { within: 'ownUnit' } as const
const others = { apartFrom: 'ownUnit' } as const

/**
 * What came with an objection is opened where the objection is read, by whoever may, and nowhere else: here it is only
 * found again by whoever sent it.
 */
export const filePermissions: readonly Permission[] = [
  ...rows('upload-evidence', ['unitClerk', 'unitLegalOfficer'], '上传本单位材料', ofUnit, own),
  ...rows('upload-evidence', [OF_DEPARTMENT], '上传分给本人的自评的材料', ofUnit, { ...own, only: 'given' }),
  ...rows('upload-evidence', ['officeOfficer'], '代录纸质表格时上传该单位材料', ofUnit, {
    ...others,
    only: 'entering',
  }),
  ...rows('upload-evidence', OFFICE, '上传办理各单位申报件的材料', ofOffice('case'), others),
  ...rows('upload-evidence', OFFICE, '上传会议材料和公示证明', ofOffice('minutes', 'proof')),
  ...rows('upload-evidence', OFFICE, '上传情况交流的附件', ofOffice('bulletin')),
  ...rows('upload-evidence', OFFICE, '上传各机关的复函', ofOffice('consultation'), { apartFrom: 'anyUnit' }),
  ...rows('upload-evidence', OFFICE, '上传外部结果的文书', ofOffice('results')),
  ...rows('upload-evidence', OFFICE, '上传通知附件', ofOffice('call')),
  ...rows('upload-evidence', ['officeOfficer'], '上传来信、来访等异议材料', ofOffice('objection'), {
    // The answer tells whether these bytes are kept, and so whether a letter was sent in; about whom it is nobody knows yet.
    apartFrom: 'anyUnit',
  }),
  ...MEET.flatMap((body) => rows('upload-evidence', [body], '上传其会议的材料', ofOffice(MINUTES_OF[body]))),
  ...rows('upload-evidence', ASSESS, '上传考核记录', ofOffice('case'), { ...others, only: 'laidBefore' }),
  ...rows('upload-evidence', ['administrator'], '上传名册依据', ofOffice('roster')),
  ...rows('read-evidence', UNIT, '查看本单位材料', ofUnit, own),
  ...rows('read-evidence', [OF_DEPARTMENT], '查看分给本人的自评和本人上传的材料', ofUnit, {
    ...own,
    only: 'given',
  }),
  ...rows('read-evidence', OFFICE, '查看各单位材料', ofUnit),
  ...rows('read-evidence', OFFICE, '查看办理各单位申报件的材料', ofOffice('case'), others),
  ...rows('read-evidence', OFFICE, '查看会议材料和公示证明', ofOffice(...OF_MEETINGS, 'proof')),
  ...rows('read-evidence', OFFICE, '查看情况交流的附件', ofOffice('bulletin')),
  ...rows('read-evidence', [...OFFICE, ...MEET], '查看各机关的复函', ofOffice('consultation'), {
    apartFrom: 'anyUnit',
  }),
  ...rows('read-evidence', [...OFFICE, ...BODIES], '查看外部结果的文书', ofOffice('results')),
  ...rows('read-evidence', OFFICE, '查看通知附件', ofOffice('call')),
  ...rows('read-evidence', UNIT, '查看所参加批次已发出的情况交流的附件', ofOffice('bulletin'), { only: 'issued' }),
  ...rows('read-evidence', ['officeOfficer'], '查看本人上传的异议材料', ofOffice('objection'), { only: 'sent' }),
  ...rows('read-evidence', BODIES, '查看提请其审议、交其考核的申报件所附的材料', ofUnit, { only: 'laidBefore' }),
  ...rows('read-evidence', MEET, '查看其会议的材料', ofOffice(...OF_MEETINGS), { only: 'laidBefore' }),
  ...rows('read-evidence', ASSESS, '查看交其考核的申报件的考核记录', ofOffice('case'), {
    ...others,
    only: 'laidBefore',
  }),
  ...rows('read-evidence', ['administrator'], '查看名册依据', ofOffice('roster')),
  // It may have come with an objection, and about whom it is nobody knows.
  ...rows('read-evidence', OFFICE, '查看以前没有写明用途的文件', ofOffice('unsaid'), { apartFrom: 'anyUnit' }),
]

/** Where whoever records a meeting sends its minutes: the office to its own, each body's secretary to theirs. */
export function minutesOwnerFor(holdings: readonly { readonly appointment: string }[]): string {
  const holds = (one: string) => holdings.some(({ appointment }) => appointment === one)
  const body = OFFICE.some(holds) ? undefined : MEET.find(holds)
  return officeFor(body ? MINUTES_OF[body] : 'minutes')
}
