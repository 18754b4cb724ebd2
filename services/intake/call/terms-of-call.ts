/** What a call freezes, of what its form says: with the county's own where it says nothing, and the lists that it chose. */
import type { CallTerms, ChosenItems } from '#batch/batch.ts'
import { askedItems } from '#catalogue/asked-items.ts'
import { catalogue } from '#catalogue/catalogue.ts'
import { type ChosenVersion, versionChosen } from '#catalogue/edition/choose-version.ts'
import { catalogueKind, catalogueStream } from '#catalogue/edition/publish-version.ts'
import type { CallBody } from '#contracts/call.ts'
import { readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import type { IntakeDeps } from '../intake-deps.ts'

type Deps = Pick<IntakeDeps, 'ledger' | 'contents' | 'county'>

/** @throws Refused for a procedure that the county does not run, and lists that were never published or hold none of what is asked */
export async function termsOfCall(deps: Deps, body: CallBody): Promise<CallTerms> {
  const { county } = deps
  const { approval, procedure, notice = county.notice, quota, standard, conditions, vetoes, ...rest } = body
  const { reference, date, by = county.government } = approval
  const choose = choosing(deps)
  const [isChosen, asked, vetoing] = await Promise.all([
    standard && choose(standard, CHOICES.standard),
    conditions && choose(conditions, CHOICES.conditions),
    vetoes && choose(vetoes, CHOICES.vetoes),
  ])
  return {
    ...rest,
    procedure: variantOf(procedureNamed(county.procedures, procedure)),
    notice,
    approval: { reference, date, by },
    ...(quota !== undefined && { quota }),
    ...(isChosen && standard && { standard }),
    ...(asked && conditions && { conditions: { ...conditions, items: await itemsOf(deps, asked, 'conditions') } }),
    ...(vetoing && vetoes && { vetoes: { ...vetoes, items: await itemsOf(deps, vetoing, 'vetoes') } }),
  }
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

/** The digest under which the content of a published version lies; one catalogue may be chosen for several and is read once. */
function choosing({ ledger }: Deps) {
  const read = new Map<string, Promise<Versions>>()
  /** @throws Refused when it was never published */
  return async (chosen: ChosenVersion, as: (typeof CHOICES)[keyof typeof CHOICES]): Promise<string> => {
    const { catalogue: id } = chosen
    const found = read.get(id) ?? readStream(ledger, catalogueKind, catalogueStream(id)).then(({ state }) => state)
    read.set(id, found)
    return versionChosen(chosen, await found, as).digest
  }
}
type Versions = (typeof catalogueKind)['initial']

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
