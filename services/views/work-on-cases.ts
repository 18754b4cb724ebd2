import type { WorkItem } from '#contracts/views.ts'
import { procedureNamed } from '#procedure/procedures.ts'
import type { BatchRow, CaseRow } from '#rows/row.ts'
import { holds, holdsIn, isOfUnit, type Looking, workItem } from './work.ts'

const SIGNED_BY = { legalOffice: 'unitLegalOfficer', unitHead: 'unitHead' } as const
const SIGN_OFF_TITLES = { legalOffice: '法制机构意见', unitHead: '主要负责人意见' } as const
type SignOff = keyof typeof SIGNED_BY
const SIGN_OFFS = ['legalOffice', 'unitHead'] as const

/** What waits for this person at the steps that are decided case by case, and vetoes to confirm. */
export const workOnCases = (looking: Looking, batch: BatchRow, cases: readonly CaseRow[]): WorkItem[] =>
  cases
    .filter(({ ended }) => !ended)
    .flatMap((row) =>
      [
        ...stepTodos(looking, batch, row).map((todo) => ({ todo, path: pathOf(looking, row) })),
        ...vetoTodos(looking, row).map((todo) => ({ todo, path: caseAt(row) })),
      ].map((what) =>
        workItem(looking, batch, {
          ...what,
          kind: 'case',
          step: row.step,
          unit: row.unit,
          lateFrom: row.lateFrom,
          since: row.since,
        }),
      ),
    )

/** Reviews have a screen of their own, for whoever may decide there; so has what the office enters from paper. */
const pathOf = (looking: Looking, row: CaseRow): string =>
  row.step === 'review' && holds(looking, 'officeOfficer')
    ? `/console/batches/${row.batch}/review/${row.unit}`
    : row.step === 'application' && !isOfUnit(looking, row.unit)
      ? `${caseAt(row)}/paper`
      : caseAt(row)
const caseAt = ({ batch, unit }: CaseRow): string => `/console/cases/${batch}/${unit}`

function stepTodos(looking: Looking, batch: BatchRow, row: CaseRow): string[] {
  const step = procedureNamed(row.procedure).steps[row.step]
  if (step?.decided !== 'case') return []
  // After its end nobody can act any more; time decides in a moment.
  if (step.lapses && row.lateFrom && looking.now >= row.lateFrom) return []
  if (!step.actor.startsWith('unit'))
    return holds(looking, step.actor) && !isOfUnit(looking, row.unit) && !row.makers.includes(looking.person)
      ? [`办理${step.title}`]
      : []
  if (row.step !== 'application') return holdsIn(looking, step.actor, row.unit) ? [`办理${step.title}`] : []
  return [
    ...(holdsIn(looking, step.actor, row.unit) ? [applicationTodo(batch, row)] : []),
    // Who has begun to enter its paper form 代录 finds it again.
    ...(holds(looking, 'officeOfficer') && !isOfUnit(looking, row.unit) && row.makers.includes(looking.person)
      ? ['代录纸质申请，还没有提交']
      : []),
    ...SIGN_OFFS.filter((name) => maySign(looking, batch, row, name)).map((name) => `在线签署${SIGN_OFF_TITLES[name]}`),
  ]
}

function applicationTodo({ signOffs }: BatchRow, row: CaseRow): string {
  const again = row.returned ? '退回补正：' : ''
  if (!row.form) return `${again}填写创建申请表`
  if (row.form.missing > 0) return `${again}申请表还有${row.form.missing}项未填`
  const lacking = SIGN_OFFS.filter((name) => !row.signOffs.includes(name))
  const named = (mode: 'online' | 'paper') =>
    lacking
      .filter((name) => signOffs[name] === mode)
      .map((name) => SIGN_OFF_TITLES[name])
      .join('、')
  if (named('paper')) return `${again}录入纸质签署的${named('paper')}`
  if (named('online')) return `${again}等待在线签署${named('online')}，然后提交`
  return `${again}提交申请`
}

const maySign = (looking: Looking, { signOffs }: BatchRow, row: CaseRow, name: SignOff): boolean =>
  signOffs[name] === 'online' &&
  row.form?.missing === 0 &&
  !row.signOffs.includes(name) &&
  holdsIn(looking, SIGNED_BY[name], row.unit) &&
  // A unit's editor does not give its head's online sign-off.
  !(name === 'unitHead' && row.form.by === looking.person)

const vetoTodos = (looking: Looking, { veto, unit }: CaseRow): string[] =>
  veto && holds(looking, 'officeHead') && veto.by !== looking.person && !isOfUnit(looking, unit)
    ? [`确认或不予确认一票否决（第${veto.item}项）`]
    : []
