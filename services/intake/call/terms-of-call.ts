/** What a call freezes, of what its form says: with the county's own where it says nothing, and the lists that it chose. */
import type { CallTerms, ChosenItems } from '#batch/batch.ts'
import type { Designated } from '#batch/designated.ts'
import { OF_CALLS } from '#batch/files-of-call.ts'
import type { Scoring } from '#batch/scoring/scoring.ts'
import { askedItems } from '#catalogue/asked-items.ts'
import { catalogue } from '#catalogue/catalogue.ts'
import { type ChosenVersion, versionChosen } from '#catalogue/edition/choose-version.ts'
import { catalogueKind, catalogueStream } from '#catalogue/edition/publish-version.ts'
import type { ScoringBody } from '#contracts/assessment/scoring.ts'
import type { CallBody } from '#contracts/call.ts'
import { indicatorsOf } from '#dossier/indicators.ts'
import { cite, digestOfUse } from '#evidence/cited-file.ts'
import { officeFor } from '#evidence/file-owner.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { unitStream } from '#roster/unit.ts'
import { type Known, knownAs, NOTHING_KNOWN } from '#rows/known.ts'
import type { IntakeDeps } from '../intake-deps.ts'
import { keptFileOfAny } from '../kept-evidence.ts'
import { readUnit } from '../known-rows.ts'
import { gatesOf } from './gates-of-standard.ts'

type Deps = Pick<IntakeDeps, 'ledger' | 'contents' | 'county' | 'rows'>

/** @throws Refused for a procedure that the county does not run, and lists that were never published or hold none of what is asked */
export async function termsOfCall(deps: Deps, body: CallBody): Promise<CallTerms> {
  const { county } = deps
  const { approval, procedure, notice = county.notice, quota, standard, conditions, vetoes, scoring, ...more } = body
  const { contact: stated = {}, document, scope, text, papers, files = [], designated: named = [], ...rest } = more
  const { reference, date, by = county.government, allows, scan } = approval
  if (scan) await mustBeKept(deps, scan)
  const kept = await keptForAll(deps, files)
  const contact = { ...usualContact(county), ...reached(stated) }
  const known = await lookUp(deps, [standard, conditions, vetoes], named)
  const choose = choosing(deps, known)
  const designated = await designating(deps, known, named)
  const [isChosen, asked, vetoing] = await Promise.all([
    standard && choose(standard, CHOICES.standard),
    conditions && choose(conditions, CHOICES.conditions),
    vetoes && choose(vetoes, CHOICES.vetoes),
  ])
  return {
    ...rest,
    procedure: variantOf(procedureNamed(county.procedures, procedure)),
    notice,
    approval: { reference, date, by, ...(allows && { allows }), ...(scan && { scan }) },
    ...(Object.keys(contact).length > 0 && { contact }),
    ...(document && { document }),
    ...(scope && { scope }),
    ...(text && { text }),
    ...(papers && papers.length > 0 && { papers }),
    ...(kept.length > 0 && { files: kept }),
    ...(designated.length > 0 && { designated: [...designated] }),
    ...(quota !== undefined && { quota }),
    ...(isChosen && standard && { standard: { ...standard, title: isChosen.title } }),
    ...(asked &&
      conditions && { conditions: { ...conditions, items: await itemsOf(deps, asked.digest, 'conditions') } }),
    ...(vetoing && vetoes && { vetoes: { ...vetoes, items: await itemsOf(deps, vetoing.digest, 'vetoes') } }),
    ...(scoring && { scoring: await scoringOf(deps, scoring, isChosen?.digest) }),
  }
}

type Reached = { readonly [K in 'phone' | 'address' | 'email']?: string | undefined }
const reached = ({ phone, address, email }: Reached) => ({
  ...(phone && { phone }),
  ...(address && { address }),
  ...(email && { email }),
})
/** Where the county's office is reached, as its file has it. */
export const usualContact = ({ officePhone, officeAddress, officeEmail }: Deps['county']) =>
  reached({ phone: officePhone, address: officeAddress, email: officeEmail })

/** @throws Refused where the scan of the approval is not kept for the office */
async function mustBeKept(deps: Deps, scan: string): Promise<void> {
  const { wrong } = await keptFileOfAny(deps.ledger, [officeFor('minutes')], scan)
  if (wrong) throw new Refused('incomplete', '批准文件的扫描件还不能用。', { 'approval.scan': wrong })
}

/** Under the names that they are shown by. @throws Refused where one is not kept for calls */
async function keptForAll({ ledger }: Deps, files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(files.map((used) => keptFileOfAny(ledger, [OF_CALLS], used)))
  const wrong = found.flatMap((one) => one.wrong ?? [])
  if (wrong.length > 0) throw new Refused('incomplete', '通知的附件还不能用。', { files: wrong.join('；') })
  return files.map((used, at) => cite(digestOfUse(used), found[at]?.name ?? ''))
}

/** @param standard the digest of the standard's content @throws Refused for gates that the standard does not have, and as many that need not be reached as it has */
async function scoringOf({ contents }: Deps, scoring: ScoringBody, standard: string | undefined): Promise<Scoring> {
  // What needs a standard at all, the decider says of reaching it.
  if (scoring.way === 'points' || (scoring.way === 'reach' && !standard)) return scoring
  if (!standard) throw new Refused('incomplete', '没有选用标准，没有指标可以作为先决条件。', { standard: '请选择标准' })
  const chosen = catalogue.parse(await contents.get(standard))
  if (scoring.way === 'gateThenDeduct') return { ...scoring, gates: gatesOf(chosen, scoring.gates) }
  const { length } = indicatorsOf(chosen)
  if (scoring.notReached < length) return scoring
  throw new Refused('incomplete', `“${chosen.title}”共${length}项指标。`, {
    'scoring.notReached': `标准共${length}项指标，可以未达标的应少于${length}项，收到${scoring.notReached}；请改正`,
  })
}

const CHOICES = {
  standard: { field: 'standard', what: '标准' },
  conditions: { field: 'conditions', what: '基本条件' },
  vetoes: { field: 'vetoes', what: '一票否决情形' },
} as const

/** @throws Refused when the county runs no such procedure */
function procedureNamed(keys: readonly string[], key = keys[0]): Procedure {
  const found = key !== undefined && keys.includes(key) ? procedureAt(key) : undefined
  if (!found)
    throw new Refused('incomplete', `本县没有“${key ?? ''}”这一程序；请从列出的程序中选择。`, {
      procedure: '请选择列出的程序',
    })
  return found
}

async function lookUp(
  { rows }: Deps,
  wanted: readonly (ChosenVersion | undefined)[],
  named: readonly Naming[],
): Promise<Known> {
  const catalogues = wanted.flatMap((one) => (one ? [catalogueStream(one.catalogue)] : []))
  const streams = [...new Set([...catalogues, ...named.map(({ unit }) => unitStream(unit))])]
  return streams.length > 0 ? rows.many(streams) : NOTHING_KNOWN
}

type Naming = NonNullable<CallBody['designated']>[number]
/** Named as they are called that day. @throws Refused, at the field, for whom a call cannot name */
async function designating({ ledger }: Deps, known: Known, named: readonly Naming[]): Promise<readonly Designated[]> {
  const found = await Promise.all(
    named.map(async ({ unit, reason }) => ({ reason, ...(await readUnit(ledger, unit, known)) })),
  )
  const units = named.map(({ unit }) => unit)
  const wrong = found.flatMap(({ name, inScope, unit }, at) => {
    if (inScope) return [`${name}已在创建范围内，不需要指定`]
    return units.indexOf(unit) < at ? [`${name}指定了两次`] : []
  })
  if (wrong.length > 0)
    throw new Refused('incomplete', `指定参加的单位有${wrong.length}处需要修改。`, { designated: wrong.join('；') })
  return found.map(({ unit, name, kind, reason }) => ({ unit, name, kind, reason }))
}

type Named = { readonly digest: string; readonly title: string }
/** Under which digest the content of a published version lies, and what it is called; of a version that no row knows yet the ledger tells. */
function choosing({ ledger }: Deps, known: Known) {
  /** @throws Refused when it was never published */
  return async (chosen: ChosenVersion, as: (typeof CHOICES)[keyof typeof CHOICES]): Promise<Named> => {
    const stream = catalogueStream(chosen.catalogue)
    const { published = [] } = knownAs(known, 'catalogue', stream) ?? {}
    const found = published.find(({ number, digest }) => number === chosen.version && digest === chosen.digest)
    return found ?? versionChosen(chosen, (await readStream(ledger, catalogueKind, stream)).state, as)
  }
}

/** @throws Refused where the catalogue holds none of these */
async function itemsOf({ contents }: Deps, digest: string, as: 'conditions' | 'vetoes'): Promise<ChosenItems['items']> {
  const chosen = catalogue.parse(await contents.get(digest))
  const items = askedItems(chosen, as)
  if (items.length > 0) return [...items]
  const { what } = CHOICES[as]
  throw new Refused('incomplete', `“${chosen.title}”中没有${what}；请另选，或者不选用${what}。`, {
    [as]: `其中没有${what}，请另选`,
  })
}
