/** Who may give which command at which step, as a page that the office can read: complete, and made from the permission rows. */
import { PURPOSES } from '#evidence/file-owner.ts'
import { APPOINTMENTS } from './appointments.ts'
import { COMMANDS, commandNames } from './commands.ts'
import { toMermaid } from './diagram.ts'
import type { Permission } from './permission.ts'
import { permissionsOf } from './permissions.ts'
import { type Procedure, titleOf } from './procedure.ts'
import { keyOf } from './procedures.ts'

/** The page's name, below `docs`. */
export const commandTableName = (of: Procedure): string => `commands-${keyOf(of).replace('@', '.')}.md`

/** A procedure's permissions as Markdown: how its steps follow one another, a table of commands and roles for each place a case may stand at, then what belongs to no step. */
export function commandTable(of: Procedure): string {
  const rows = permissionsOf(of)
  const places = [...Object.keys(of.steps), ...Object.keys(of.endings)]
  return [
    `# 谁可以办什么：${of.title} · ${keyOf(of)}`,
    '',
    `依据：${of.source}。本页由程序生成（\`node packages/procedure/write-command-tables.ts\`），不要手改。`,
    '',
    '“本单位”：只办理任职单位的申报件；“他单位”：任职单位的申报件须回避；“提请或交办的”：只限提请其会议审议、交其考核的；空白：不能办理。本表只说岗位，另有三条限制：填写、代录、签署或提交过本件的，不审核本件；拟制、拟办、拟更正的，不由本人签发；在线签署“单位主要负责人意见”的，没有填写过该表。',
    '',
    '```mermaid',
    toMermaid(of).trimEnd(),
    '```',
    ...places.flatMap((place) => section(`${titleOf(of, place)}（${place}）`, atStep(rows, place))),
    ...section(
      '各环节',
      rows.filter(({ steps }) => !steps),
    ),
    '',
  ].join('\n')
}

const atStep = (rows: readonly Permission[], place: string) => rows.filter(({ steps }) => steps?.includes(place))

function section(title: string, rows: readonly Permission[]): string[] {
  if (rows.length === 0) return ['', `## ${title}`, '', '没有本环节特有的操作。']
  const roles = Object.entries(APPOINTMENTS).filter(([name]) => rows.some(({ appointment }) => appointment === name))
  const cell = (command: string, about: string, role: string) => {
    const found = rows.filter(
      (row) => row.command === command && row.appointment === role && filesOf(row).includes(about),
    )
    return [...new Set(found.map(saidRight))].join('、')
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    '',
    `## ${title}`,
    '',
    line(['操作', ...roles.map(([, role]) => role)]),
    line(['---', ...roles.map(() => '---')]),
    ...commandNames.flatMap((command) =>
      [...new Set(rows.filter((row) => row.command === command).flatMap(filesOf))].map((about) =>
        line([`${COMMANDS[command]}（${command}）${about}`, ...roles.map(([role]) => cell(command, about, role))]),
      ),
    ),
  ]
}

const OWNER = { unit: '单位的', office: '法制办的' } as const
/** Whose files it is about, and what they are kept for: a line of the table each. */
export const filesOf = ({ files }: Permission): readonly string[] =>
  files ? files.purposes.map((purpose) => `：${OWNER[files.of]}${PURPOSES[purpose]}`) : ['']

const ONLY = {
  laidBefore: '提请或交办的',
  sent: '本人上传的',
  entering: '代录的',
  issued: '已发出的',
  given: '分给本人的',
  owned: '本单位主管的',
  theirs: '涉及本单位和本单位主管的',
} as const
export const saidRight = ({ within, apartFrom, only }: Permission): string => {
  const where = within ? '本单位' : apartFrom === 'anyUnit' ? '未在单位任职的' : apartFrom ? '他单位' : ''
  return `${where}${only ? ONLY[only] : ''}` || '可以'
}
