/**
 * A permission is a row: appointment × command → allowed when …, with the sentence that a person can read. Most rows
 * follow from a procedure's actors; the few that belong to no step stand in `standing-permissions.ts`.
 */
import type { FileOwner } from '#evidence/file-owner.ts'
import { isReserved } from '#typed/reserved-ids.ts'
import { type Appointment, OF_DEPARTMENT } from './appointments.ts'
import type { Command } from './commands.ts'
import { forms, unitSignOffs } from './forms.ts'
import type { Entry, Step, StepOf } from './kinds.ts'
import { type Permission, row } from './permission.ts'
import { type Procedure, stepOf, targetOf } from './procedure.ts'
import { procedures } from './procedures.ts'
import { standingPermissions } from './standing-permissions.ts'
import { assessedAt } from './ways.ts'

const OWN = { within: 'ownUnit' } as const
const OTHERS = { apartFrom: 'ownUnit' } as const
/** Who enters a unit's paper form 代录; an officer, so that the head can always be the one who decides. */
const ENTERS_PAPER: Appointment = 'officeOfficer'

function ofEntry(procedure: Procedure, name: string, { title, form, fills, submits, outcomes }: Entry): Permission[] {
  const steps = [name]
  const signers = unitSignOffs(forms[form] ?? { name: '', title: '', source: '', fields: [], signOffs: [] })
  const submitted = outcomes[submits]
  // What a judgement has not begun with is taken back; any other step begins at once.
  const recalls = submitted && stepOf(procedure, targetOf(submitted), 'judgement')
  const opens = procedure.start === name
  return [
    ...(opens
      ? [
          row(fills, `为本单位开始“${title}”`, { command: 'open-case', ...OWN }),
          row(ENTERS_PAPER, `为单位开始代录纸质“${title}”`, { command: 'open-case', ...OTHERS }),
        ]
      : []),
    row(fills, `填写本单位“${title}”的表格`, { command: 'save-form', ...OWN, steps }),
    ...signers.flatMap(({ signer, apartFromEditors }) =>
      signer && !apartFromEditors
        ? [row(signer, `修改本单位“${title}”的表格`, { command: 'save-form', ...OWN, steps })]
        : [],
    ),
    row(ENTERS_PAPER, `代录单位“${title}”的纸质表格`, { command: 'save-form', ...OTHERS, steps }),
    row(fills, `录入本单位“${title}”的纸质签署`, { command: 'sign-form', ...OWN, steps }),
    ...signers.flatMap(({ signer, title: box }) =>
      signer
        ? [
            row(signer, `签署本单位“${title}”的“${box}”`, { command: 'sign-form', ...OWN, steps }),
            row(signer, `把本单位“${title}”的表格退回经办人修改`, { command: 'decline-signing', ...OWN, steps }),
          ]
        : [],
    ),
    row(ENTERS_PAPER, `代录单位“${title}”的纸质签署`, { command: 'sign-form', ...OTHERS, steps }),
    row(fills, `提交本单位的“${title}”`, { command: 'submit-form', ...OWN, steps }),
    row(ENTERS_PAPER, `提交代录的“${title}”，此后不再审核该件`, { command: 'submit-form', ...OTHERS, steps }),
    ...ofSelfAssessment(procedure, name, fills),
    ...(recalls
      ? [
          row(fills, `在审核开始前撤回本单位的“${title}”`, {
            command: 'recall-form',
            ...OWN,
            steps: [targetOf(submitted)],
          }),
        ]
      : []),
  ]
}

/** Who writes the self-assessment that an entry holds, and who hands it over to its form. */
function ofSelfAssessment(procedure: Procedure, name: string, fills: Appointment): Permission[] {
  const steps = assessedAt(procedure, name)
  if (steps.length === 0) return []
  const { title } = procedure.steps[name] ?? { title: name }
  return [
    row(fills, '填写本单位自评，引用佐证材料', { command: 'write-dossier', ...OWN, steps: [...steps] }),
    row(OF_DEPARTMENT, '填写或者退回分给本人的自评', {
      command: 'write-dossier',
      ...OWN,
      steps: [...steps],
      only: 'given',
    }),
    row(ENTERS_PAPER, `代录单位“${title}”的纸质自评`, { command: 'write-dossier', ...OTHERS, steps: [name] }),
    row(fills, '分派本单位自评', {
      command: 'spread-dossier',
      ...OWN,
      steps: [...steps],
    }),
    row(fills, `把本单位自评定稿，列入“${title}”`, { command: 'finish-dossier', ...OWN, steps: [name] }),
    row(ENTERS_PAPER, `把代录的自评定稿，列入“${title}”`, { command: 'finish-dossier', ...OTHERS, steps: [name] }),
  ]
}

/** Who signs a correction of a meeting's line, which whoever records the meetings drafts: never the same person. */
const SIGNS_LINES: Appointment = 'officeHead'

/** Correction of what a step has decided: its rows name that step, wherever the case stands by then. */
function ofCorrection(name: string, title: string, by: Record<'drafting' | 'signing', readonly Appointment[]>) {
  const steps = [name]
  const { drafting, signing } = by
  return [
    ...drafting.map((one) => row(one, `拟订对“${title}”结论的更正`, { command: 'draft-correction', ...OTHERS, steps })),
    // Whoever drafted one takes it back, or lets it rest when it came back.
    ...[...new Set([...drafting, ...signing])].map((one) =>
      row(one, `退回或者收回对“${title}”结论的更正`, { command: 'return-correction', ...OTHERS, steps }),
    ),
    ...signing.map((one) =>
      row(one, `签发他人拟订的对“${title}”结论的更正`, { command: 'sign-correction', ...OTHERS, steps }),
    ),
  ]
}

function ofJudgement(name: string, { title, drafts, decides }: StepOf<'judgement'>): Permission[] {
  const steps = [name]
  const drafting = [...new Set([...(drafts ? [drafts] : []), ...decides])]
  return [
    ...(drafts ? [row(drafts, `对“${title}”提出拟办意见`, { command: 'draft-decision', ...OTHERS, steps })] : []),
    ...(drafts
      ? decides.map((one) => row(one, `把“${title}”的拟办意见退回`, { command: 'return-draft', ...OTHERS, steps }))
      : []),
    ...decides.map((one) => row(one, `办理“${title}”`, { command: 'decide-step', ...OTHERS, steps })),
    ...ofCorrection(name, title, { drafting, signing: decides }),
  ]
}

function ofNotice(name: string, { title, prepares, approves }: StepOf<'notice'>): Permission[] {
  const steps = [name]
  return [
    row(prepares, `拟制“${title}”`, { command: 'prepare-notice', steps }),
    row(approves, `签发他人拟制的“${title}”`, { command: 'approve-notice', steps }),
    row(prepares, `登记“${title}”的网页截图`, { command: 'record-proof', steps }),
    row(prepares, `核对各渠道后结束“${title}”`, { command: 'close-notice', steps }),
    row(prepares, '录入来电、来信、来访、邮件异议', { command: 'enter-objection', ...OTHERS, steps }),
    // Not by who entered it: where one officer enters and takes everything in, it is the head who admits.
    ...[...new Set([prepares, approves])].map((one) =>
      row(one, '受理他人录入和群众提交的异议', { command: 'admit-objection', ...OTHERS, steps }),
    ),
    row(approves, '决定不予受理异议', { command: 'decline-objection', ...OTHERS, steps }),
    row(approves, '认定异议是否成立并答复', { command: 'find-objection', ...OTHERS, steps }),
    ...[...new Set([prepares, approves])].map((one) =>
      row(one, '查看异议内容，查看有记录', { command: 'read-objection', ...OTHERS, steps }),
    ),
  ]
}

function ofStep(procedure: Procedure, name: string, step: Step): readonly Permission[] {
  const { title } = step
  const steps = [name]
  switch (step.kind) {
    case 'entry':
      return ofEntry(procedure, name, step)
    case 'judgement':
      return ofJudgement(name, step)
    case 'resolution':
      return [
        ...(step.prepares ? [row(step.prepares, `提请审议“${title}”`, { command: 'prepare-list', steps })] : []),
        row(step.records, `登记“${title}”的决定`, { command: 'record-resolution', steps }),
        ...ofCorrection(name, title, { drafting: [step.records], signing: [SIGNS_LINES] }),
      ]
    case 'notice':
      return ofNotice(name, step)
    case 'work':
      return [
        row(step.does, `报送本单位“${title}”的进展`, { command: 'report-progress', ...OWN, steps }),
        row(step.guides, `记录对单位“${title}”的指导`, { command: 'guide-unit', ...OTHERS, steps }),
      ]
    case 'inquiry':
      return [
        row(step.records, `记录“${title}”中指标的情况`, { command: 'note-indicator', ...OTHERS, steps }),
        row(step.records, `记录“${title}”各种方式的情况`, { command: 'record-method', ...OTHERS, steps }),
        row(step.records, `结束“${title}”的一种方式`, { command: 'end-method', ...OTHERS, steps }),
        row(step.settles, `确定“${title}”的结果`, { command: 'settle-inquiry', ...OTHERS, steps }),
      ]
    case 'announcement':
      return [
        row(step.prepares, `拟制“${step.document}”`, { command: 'prepare-announcement', steps }),
        row(step.approves, `签发他人拟制的“${step.document}”`, { command: 'approve-announcement', steps }),
      ]
  }
}

const kept = new WeakMap<Procedure, readonly Permission[]>()

/** Every row that holds in a procedure. */
export function permissionsOf(procedure: Procedure): readonly Permission[] {
  const known = kept.get(procedure)
  if (known) return known
  const rows = [
    ...Object.entries(procedure.steps).flatMap(([name, step]) => ofStep(procedure, name, step)),
    ...standingPermissions,
  ]
  kept.set(procedure, rows)
  return rows
}

/** The rows of every listed procedure: who may ask at all, before it is known about which case. */
export const permissions: readonly Permission[] = procedures.flatMap(permissionsOf)

/** One appointment somebody holds today. */
export type Holding = { readonly appointment: string; readonly unit?: string | undefined }

/** What a command is about: a unit, and the step of a procedure that the case or the act stands at. */
type About = {
  readonly unit?: string | undefined
  readonly procedure?: Procedure
  readonly step?: string | undefined
  /** The file that it is about, where the command is about one. */
  readonly file?: FileOwner | undefined
}

/** The row that allows `command` to somebody with these appointments; undefined when there is none. */
export const permissionFor = (
  command: Command,
  holdings: readonly Holding[],
  { procedure, ...about }: About = {},
): Permission | undefined => rowsOf(procedure).find((one) => allows(one, command, holdings, about))

/** Every row that allows it; each may ask for more, of what only the ledger knows. */
export const permissionsFor = (
  command: Command,
  holdings: readonly Holding[],
  { procedure, ...about }: About = {},
): readonly Permission[] => rowsOf(procedure).filter((one) => allows(one, command, holdings, about))

/** Whether it is allowed, and only for indicators that the person was given. */
export function isOnlyOfGiven(command: Command, holdings: readonly Holding[], about: About): boolean {
  const rows = permissionsFor(command, holdings, about)
  return rows.length > 0 && rows.every(({ only }) => only === 'given')
}

const rowsOf = (procedure: Procedure | undefined) => (procedure ? permissionsOf(procedure) : permissions)

/** Whether a row is about files like this one. */
export const isAbout = ({ files }: Permission, file: FileOwner | undefined): boolean =>
  files === undefined || file === undefined || (files.of === file.of && files.purposes.includes(file.purpose))

const allows = (
  one: Permission,
  command: Command,
  holdings: readonly Holding[],
  { unit, step, file }: Omit<About, 'procedure'>,
): boolean =>
  one.command === command &&
  isAbout(one, file) &&
  holdings.some(
    (held) =>
      held.appointment === one.appointment &&
      // Under an id that means something by itself no unit owns anything, whoever registered it when.
      (one.within !== 'ownUnit' || (unit !== undefined && held.unit === unit && !isReserved(unit))),
  ) &&
  !(one.apartFrom === 'ownUnit' && unit !== undefined && holdings.some((held) => held.unit === unit)) &&
  !(one.apartFrom === 'anyUnit' && holdings.some((held) => held.unit !== undefined)) &&
  (step === undefined || one.steps === undefined || one.steps.includes(step))
