/** What a unit does with its forms: fills in, signs, hands in. */
import { intakeEndpoints } from '#contracts/intake.ts'
import { nameOf, OFFICE_PHONE } from '../laptop/people-of-county.ts'
import { clerkOf, type Do, headOf, legalOf } from './acts.ts'
import { pdf } from './paper.ts'
import { give, type Stage, upload } from './stage.ts'

export const APPLICATION = 'creation-application'
export const DECLARATION = 'creation-declaration'

/** One file for each of these fields, kept under the unit's name. */
async function filesFor(
  stage: Stage,
  { unit, name, login }: { unit: string; name: string; login: string },
  titles: Readonly<Record<string, string>>,
): Promise<Record<string, string[]>> {
  const files: Record<string, string[]> = {}
  for (const [field, title] of Object.entries(titles))
    files[field] = [await upload(stage, login, unit, pdf(`${name}${title}.pdf`, `${stage.batch} ${unit}`))]
  return files
}

type Filling = { readonly lacking?: readonly string[]; readonly clerk?: string; readonly contact?: string }

/** The application as it is first filled in, by the clerk unless somebody else enters it; `lacking` fields stay empty. */
export const fillIn =
  (
    unit: string,
    name: string,
    { lacking = [], clerk = clerkOf(unit), contact = nameOf(clerkOf(unit)) }: Filling = {},
  ): Do =>
  async (stage) => {
    await stage.as(clerk)(intakeEndpoints.openCase, {
      params: { batch: stage.batch, unit },
      body: {},
      command: `open-${stage.batch}-${unit}`,
    })
    const values = {
      contact,
      phone: OFFICE_PHONE,
      reason: `${name}近两年连续获评依法行政考核优秀，现申请创建示范单位。`,
      project: '行政执法全过程记录',
      ...(await filesFor(
        stage,
        { unit, name, login: clerk },
        { creationPlan: '创建方案', workPlan: '工作计划', creationReport: '创建报告' },
      )),
    }
    await give(
      stage,
      clerk,
      unit,
      { name: 'save-form', form: APPLICATION },
      Object.fromEntries(Object.entries(values).filter(([field]) => !lacking.includes(field))),
      `save-${unit}`,
    )
  }

type Declaring = Omit<Filling, 'clerk'> & { readonly representative?: string }

/** The declaration at the end of the work. */
export const declare =
  (
    unit: string,
    name: string,
    { lacking = [], contact = nameOf(clerkOf(unit)), representative = nameOf(headOf(unit)) }: Declaring = {},
  ): Do =>
  async (stage) => {
    const login = clerkOf(unit)
    const values = {
      unitKind: 'government',
      representative,
      address: `${name}办公楼`,
      contact,
      phone: OFFICE_PHONE,
      email: 'fazhi@example.gov.cn',
      reason: `${name}创建期满，各项指标达到标准，现申报验收。`,
      ...(await filesFor(stage, { unit, name, login }, { report: '申报报告', experience: '经验材料' })),
    }
    await give(
      stage,
      login,
      unit,
      { name: 'save-form', form: DECLARATION },
      Object.fromEntries(Object.entries(values).filter(([field]) => !lacking.includes(field))),
      `declare-${unit}`,
    )
  }

/** Changes single answers after a return, among them a new file. */
export const mend =
  (unit: string, name: string): Do =>
  async (stage) => {
    const clerk = clerkOf(unit)
    const workPlan = [await upload(stage, clerk, unit, pdf('普法责任清单.pdf', `${stage.batch} ${name} 补正`))]
    const values = { project: '普法责任清单与执法案卷评查', workPlan }
    await give(stage, clerk, unit, { name: 'save-form', form: APPLICATION }, values, `mend-${unit}`)
  }

/** Another report in the declaration that came back. */
export const mendDeclaration =
  (unit: string, name: string): Do =>
  async (stage) => {
    const clerk = clerkOf(unit)
    const report = [await upload(stage, clerk, unit, pdf('申报报告（补正）.pdf', `${stage.batch} ${name} 补正`))]
    await give(stage, clerk, unit, { name: 'save-form', form: DECLARATION }, { report }, `mend-declaration-${unit}`)
  }

const submit = (stage: Stage, login: string, unit: string, form: string, command: string): Promise<void> =>
  give(stage, login, unit, { name: 'submit-form', form }, {}, command)

/** Both sign-offs as the batch wants them (legal office online, head on paper), then submission. `time`: which submission this is. */
export const signAndSubmit =
  (
    unit: string,
    on: string,
    { time = 1, signer = nameOf(headOf(unit)) }: { time?: number; signer?: string } = {},
  ): Do =>
  async (stage) => {
    const clerk = clerkOf(unit)
    const signing = (signOff: string) => ({ name: 'sign-form', form: APPLICATION, signOff }) as const
    const opinion = { opinion: '同意申报。' }
    await give(stage, legalOf(unit), unit, signing('legalOffice'), opinion, `legal-${unit}-${time}`)
    const scan = await upload(stage, clerk, unit, pdf(`签字盖章页${time}.pdf`, `${stage.batch} ${unit}`))
    const values = { opinion: '同意。', on, signer, scan }
    await give(stage, clerk, unit, signing('unitHead'), values, `head-${unit}-${time}`)
    await submit(stage, clerk, unit, APPLICATION, `submit-${unit}-${time}`)
  }

/** The declaration's only sign-off of the unit, by its head on screen. */
export const signDeclaration =
  (unit: string, time = 1): Do =>
  (stage) =>
    give(
      stage,
      headOf(unit),
      unit,
      { name: 'sign-form', form: DECLARATION, signOff: 'unitHead' },
      { opinion: '同意申报。' },
      `sign-declaration-${unit}-${time}`,
    )
export const submitDeclaration =
  (unit: string, time = 1): Do =>
  (stage) =>
    submit(stage, clerkOf(unit), unit, DECLARATION, `submit-declaration-${unit}-${time}`)

/** The head sends the declaration back to the clerk. */
export const declineDeclaration =
  (unit: string, reason: string): Do =>
  (stage) =>
    give(
      stage,
      headOf(unit),
      unit,
      { name: 'decline-signing', form: DECLARATION, signOff: 'unitHead' },
      { reason },
      `decline-declaration-${unit}`,
    )
/** What the clerk changes in words. */
export const rewordDeclaration =
  (unit: string, reason: string): Do =>
  (stage) =>
    give(stage, clerkOf(unit), unit, { name: 'save-form', form: DECLARATION }, { reason }, `reword-${unit}`)
export const recall =
  (unit: string, form: string): Do =>
  (stage) =>
    give(stage, clerkOf(unit), unit, { name: 'recall-form', form }, {}, `recall-${form}-${unit}`)
