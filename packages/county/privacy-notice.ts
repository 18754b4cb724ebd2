/** What people are told of their data 个人信息告知 (个人信息保护法第十七条): by whom, what for, which, how long, and their rights. */
import type { Organs } from './organs.ts'
import type { Retention } from './retention.ts'

export type Handling = Pick<Organs, 'county' | 'office' | 'officePhone' | 'officeAddress' | 'officeEmail'> & {
  readonly retention: Retention
}
export type Section = { readonly title: string; readonly lines: readonly string[] }

export const PRIVACY_TITLE = '个人信息告知'
/** Where whoever wants to can read all of it, without a login. */
export const PRIVACY_PATH = '/objections/privacy'

const reached = ({ officePhone, officeAddress, officeEmail }: Handling): string =>
  [
    officePhone && `电话${officePhone}`,
    officeAddress && `地址：${officeAddress}`,
    officeEmail && `电子邮箱${officeEmail}`,
  ]
    .filter(Boolean)
    .join('，')

/** Stands beside the fields in which somebody who objects may say who they are. */
export const toObjectors = ({ office, retention: { objector } }: Handling): string =>
  `姓名和联系方式由${office}处理，只用于核实情况、反馈结果，不公开；异议答复、公示结束后保存${objector.years}年，期满清除。匿名的，不收集姓名和联系方式。`

/** What whoever logs in is told. */
export function toUsers({
  office,
  retention: { staff, login },
}: Pick<Handling, 'office'> & {
  readonly retention: Pick<Retention, 'staff'> & { readonly login: Retention['staff'] }
}): Section {
  return {
    title: '使用本系统的工作人员',
    lines: [
      `${office}处理您的姓名、办公电话、岗位和账号名称，用于登录、确定办理权限、提醒办理期限，并在办理记录中注明办理人。`,
      '系统记录您的办理操作、查阅材料的情况和登录使用的网络地址，用于监督、核对和追查差错。',
      `姓名、电话自最后一个岗位结束之日起保存${staff.years}年，账号名称自停用之日起保存${login.years}年，期满清除；运行日志保存13个月。`,
    ],
  }
}

export function privacyNotice(handling: Handling): readonly Section[] {
  const { county, office, retention } = handling
  const { contact, signer, objector } = retention
  const at = reached(handling)
  return [
    {
      title: '由谁处理，依据什么',
      lines: [
        `${county}依法行政示范单位创建中的个人信息，由${office}处理${at && `（${at}）`}。`,
        '处理个人信息是为办理申请、审核、公示、异议和命名，属于履行法定职责所必需（《中华人民共和国个人信息保护法》第十三条、第三十四条）；不用于其他目的，不向无关的单位和个人提供。',
      ],
    },
    {
      title: '提出异议的群众',
      lines: [toObjectors(handling), `答复满${objector.useDays}日后停止使用，只作保存。`],
    },
    {
      title: '申请单位的联系人和签署人',
      lines: [
        '处理表格中填写的联系人、法定代表人的姓名、电话、电子邮箱，用于联系和核对；处理在纸质表格上签署的人员的姓名，用于证明签署。',
        `联系人的信息自办结之日起保存${contact.years}年，满${contact.useDays}日后停止使用；签署人的姓名自办结之日起保存${signer.years}年。填写后又被代替、没有作为签署和提交依据的，即行清除。`,
      ],
    },
    toUsers(handling),
    {
      title: '怎样保存和清除',
      lines: [
        '个人信息与办理记录分开存放，查阅有记录。保存期满的，经一人提请、另一人批准后由系统清除，不能恢复；办理记录只留编号和摘要，不能据以得知是谁。',
        '系统不要求填写身份证号码；正文和附件中请不要写与办理无关的个人信息。',
      ],
    },
    {
      title: '您的权利',
      lines: [
        `您可以向${office}查阅、复制、更正、补充本人的信息，要求删除或者说明处理规则${at && `（${at}）`}；不同意办理的，会说明理由。法律、行政法规规定的保存期限没有届满的，停止使用，期满清除。`,
        '认为处理违法的，可以向履行个人信息保护职责的部门投诉、举报，也可以依法向人民法院起诉。',
      ],
    },
  ]
}
