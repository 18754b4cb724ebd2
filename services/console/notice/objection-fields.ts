import { saidDay } from '#calendar/said.ts'
import { type FieldDefinition, isDay } from '#contracts/forms.ts'
import type { NoticePage } from '#contracts/notice.ts'

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export const CHANNELS: Readonly<Record<string, string>> = {
  page: '网上',
  phone: '来电',
  letter: '来信',
  visit: '来访',
  email: '电子邮件',
}
const { page: _online, ...entered } = CHANNELS

/** Not answered yet. */
export const isOpen = ({ status }: { readonly status: string }): boolean =>
  status === 'received' || status === 'admitted'

/** What is read at once: the only one, and every one that waits for this person. */
export const openedAtFirst = (objections: NoticePage['objections']): string[] =>
  objections.filter(({ commands }) => objections.length === 1 || commands.length > 0).map(({ objection }) => objection)

/** What the county would say of the day on which it was received, before anybody is asked whether to enter it. */
export function whyNotReceivedOn(on: unknown, published: string, today: string): string | undefined {
  if (typeof on !== 'string' || !isDay(on)) return undefined
  if (on > today) return '收到日期不能晚于今天'
  return on < published ? `收到日期不能早于公示发布之日（${saidDay(published)}）` : undefined
}

const READ_BY_UNIT = '所涉单位可能看到，不要写异议人的姓名和联系方式'
export const DECLINING: readonly FieldDefinition[] = [
  {
    name: 'reason',
    label: '不予受理的理由',
    kind: 'longText',
    required: true,
    max: 1000,
    says: 'sentence',
    help: READ_BY_UNIT,
  },
]
/** Where the procedure has another assessment, an objection may be found to need one. */
export const finding = ({ reassesses }: Pick<NoticePage, 'reassesses'>): readonly FieldDefinition[] => [
  {
    name: 'result',
    label: '认定结果',
    kind: 'choice',
    required: true,
    choices: choicesOf({
      upheld: '异议成立',
      ...(reassesses && { reassess: '需要重新考核' }),
      notUpheld: '异议不成立',
    }),
  },
  {
    name: 'reason',
    label: '调查情况和认定理由',
    kind: 'longText',
    required: true,
    max: 2000,
    says: 'sentence',
    help: READ_BY_UNIT,
  },
  { name: 'reply', label: '答复内容', kind: 'longText', required: true, max: 2000, says: 'sentence' },
]
export const entering = ({ lines }: Pick<NoticePage, 'lines'>): readonly FieldDefinition[] => [
  {
    name: 'about',
    label: '涉及单位',
    kind: 'choice',
    required: true,
    choices: lines.map(({ unit, name }) => ({ value: unit, label: name })),
  },
  { name: 'channel', label: '收到方式', kind: 'choice', required: true, choices: choicesOf(entered) },
  {
    name: 'on',
    label: '收到日期（来信为邮戳日期）',
    kind: 'date',
    required: true,
    help: '期内收到的，期满或公示结束后也要录入；录入后所涉单位暂停办理，等异议办结',
  },
  { name: 'summary', label: '异议内容摘要', kind: 'longText', required: true, max: 3000, says: 'account' },
  {
    name: 'name',
    label: '异议人姓名',
    kind: 'text',
    required: false,
    max: 30,
    format: 'name',
    help: '匿名的不填',
    personal: true,
  },
  { name: 'contact', label: '联系方式', kind: 'text', required: false, max: 60, personal: true, says: 'contact' },
  { name: 'scan', label: '材料扫描件', kind: 'file', required: false, help: '来信、电子邮件，或者来电、来访的记录' },
]
