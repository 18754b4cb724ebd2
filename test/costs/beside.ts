/** What the counted story does not ask for: the roster, the catalogue, files, the public's pages, and a file from ticket to citation. */

import { pathOf } from '#contracts/client.ts'
import { type EvidenceItem, evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { publicEndpoints } from '#contracts/notice.ts'
import { rosterEndpoints } from '#contracts/roster.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { clerkOf, type Do, OFFICE } from '../../packages/cli/rehearsal/acts.ts'
import { readStandard, STANDARD } from '../../packages/cli/rehearsal/catalogue-acts.ts'
import { APPLICATION } from '../../packages/cli/rehearsal/form-acts.ts'
import { openFile } from '../../packages/cli/rehearsal/looking-acts.ts'
import { declineObjection, OBJECTORS } from '../../packages/cli/rehearsal/objection-acts.ts'
import { pdf } from '../../packages/cli/rehearsal/paper.ts'
import { type Stage, upload } from '../../packages/cli/rehearsal/stage.ts'
import { CHAIN } from './expected.ts'
import { isBare, isFront, type Measured, type Measuring } from './measured.ts'
import { callsOf, type Meter, sumOf } from './meter.ts'

type Deps = { readonly meter: Meter; readonly measuring: Measuring; readonly into: Measured[] }

const NEW_TOWNS = [
  ['xinzhan', '新站镇人民政府'],
  ['xinqiao', '新桥镇人民政府'],
  ['xinhe', '新河镇人民政府'],
] as const
/** Three units with their clerks: of a single click the first one of a new thread would be all that was seen. */
const roster: Do = async ({ as, settle }) => {
  const [admin, security] = [as('admin'), as('security')]
  for (const [unit, name] of NEW_TOWNS) {
    const person = `new-${unit}`
    await admin(rosterEndpoints.registerUnit, { body: { unit, name, kind: 'town', inScope: true } })
    await admin(rosterEndpoints.registerPerson, { body: { person, name: '王新来', login: `clerk-${unit}` } })
    await admin(rosterEndpoints.appoint, { body: { person, appointment: 'unitClerk', unit, from: '2018-05-01' } })
    await settle()
    await security(rosterEndpoints.readRosterChanges)
    const proposals = [1, 2].map((proposal) => ({ person, proposal }))
    await security(rosterEndpoints.approveChanges, { body: { proposals } })
  }
  await settle()
  await as('auditor')(rosterEndpoints.readRoster)
}

/** One file from ticket to citation, with all that follows it: rows, the verdict, the case's next look. */
const fileToCitation =
  ({ meter, into }: Deps, unit: string): Do =>
  async (stage) => {
    const { batch, settle } = stage
    const clerk = stage.as(clerkOf(unit))
    const params = { batch, unit, form: APPLICATION }
    await clerk(intakeEndpoints.openCase, { params })
    await settle()
    const [from, signed] = [meter.runs.length, meter.signed]
    const sha256 = await upload(stage, clerkOf(unit), unit, pdf('创建方案.pdf', batch, unit))
    await clerk(intakeEndpoints.saveForm, { params, body: { creationPlan: [sha256] } })
    await settle()
    const runs = meter.runs.slice(from).filter((run) => !isBare(run))
    // Looking whether the verdict is there is the clerk's, not the file's.
    const answers = runs.filter(isFront).filter(({ calls }) => calls.ExecuteStatement)
    const puts = { calls: { 'PutObject（浏览器）': meter.signed - signed }, asked: 0, answered: 0, cpuMs: 0 }
    const verdict = runs.filter(({ functionName }) => functionName.endsWith('verify-upload'))
    into.push({ ...sumOf([...answers, ...verdict, puts]), name: CHAIN, kind: 'together', cases: 0 })
    const followers = runs.filter((run) => !isFront(run))
    into.push({
      ...sumOf([...answers, ...followers, puts]),
      name: `${CHAIN}+followers`,
      kind: 'together',
      cases: 0,
    })
    if (callsOf(sumOf(answers)) === 0) throw new Error('no request of the file was seen')
  }

/** Whoever has no login: an objection, what became of it, and the pages. */
const publicly =
  ({ measuring: { measure } }: Deps, about: string): Do =>
  async (stage) => {
    const { origin, batch } = stage
    const address = `${origin}${pathOf(publicEndpoints.objectionForm, { batch, n: '1' })}`
    const lookUp = `${origin}${publicEndpoints.lookUpForm.path}`
    const get = async (url: string) => {
      const answer = await fetch(url)
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`)
      return text
    }
    const post = async (url: string, fields: Readonly<Record<string, string | File>>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      const answer = await fetch(url, { method: 'POST', body: form })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${url} was answered ${answer.status}: ${text.slice(0, 300)}`)
      return text
    }
    await measure('objectionForm', 'page', () => get(address))
    const { name, bytes } = pdf('处罚决定书照片.pdf', about)
    const files = new File([bytes], name, { type: 'application/pdf' })
    const filled = { key: `objection-${batch}-${about}`, about, identity: 'named', ...OBJECTORS.page, files }
    const receipt = await measure('submitObjection', 'command', () => post(address, filled))
    const said = (id: string) => new RegExp(`id="${id}"[^>]*>([^<]+)<`).exec(receipt)?.[1] ?? ''
    await measure('lookUpForm', 'page', () => get(lookUp))
    await measure('lookUpObjection', 'page', () => post(lookUp, { receipt: said('receipt'), code: said('code') }))
    await declineObjection(about)(stage)
    await measure('console', 'page', () => get(`${origin}/console/`))
  }

const publicPages =
  ({ measuring: { measure } }: Deps): Do =>
  async ({ origin, batch }) => {
    for (const page of ['index', 'register', `notices/${batch}/1`, `decisions/${batch}/1`])
      await measure('publicPage', 'page', async () => {
        const { ok, status } = await fetch(`${origin}/public/${page}.html`)
        if (!ok) throw new Error(`${page} was answered ${status}`)
      })
  }

/** The newest of a unit's files, and a list that every batch makes longer. */
const files =
  (owner: string): Do =>
  async ({ as }) => {
    const officer = as(OFFICE.officer)
    const { items } = await officer(evidenceEndpoints.listEvidence, { params: { owner } })
    const { sha256 = '' } = items.filter(({ status }) => status === 'kept').toSorted(byNewest)[0] ?? {}
    await openFile((await officer(evidenceEndpoints.linkEvidence, { params: { owner, sha256 } })).url)
    await officer(evidenceEndpoints.listEvidence, { params: { owner: officeFor('minutes') } })
  }
const byNewest = (a: EvidenceItem, b: EvidenceItem): number => b.since.localeCompare(a.since)

type Beside = readonly [batch: string, act: (deps: Deps) => Do]
/** By the instant of the story after whose acts they are done. */
export const beside: Readonly<Record<string, readonly Beside[]>> = {
  '2018-05-10T10:00:00+08:00': [
    ['2018-2', () => roster],
    ['2018-2', (deps) => fileToCitation(deps, 'guotu')],
  ],
  '2018-07-05T09:00:00+08:00': [['2018-3', (deps) => publicly(deps, 'dazhuang')]],
  '2018-07-17T09:00:00+08:00': [
    ['2018-3', () => readStandard(OFFICE.officer, STANDARD)],
    ['2018-3', () => files('dazhuang')],
    ['2018-3', publicPages],
  ],
}

export const doBeside = async (instant: string, stage: Stage, deps: Deps): Promise<void> => {
  for (const [batch, act] of beside[instant] ?? []) await act(deps)({ ...stage, batch })
}
