import * as deciders from '#batch/batch.ts'
import { batchKind, batchStream, type CallTerms, type ChosenItems } from '#batch/batch.ts'
import { problemOfNumber } from '#batch/call-rules.ts'
import { askedItems } from '#catalogue/asked-items.ts'
import { catalogue } from '#catalogue/catalogue.ts'
import { type ChosenVersion, versionChosen } from '#catalogue/edition/choose-version.ts'
import { catalogueKind, catalogueStream } from '#catalogue/edition/publish-version.ts'
import type { intakeEndpoints } from '#contracts/intake.ts'
import type { Call } from '#edge/use-case.ts'
import { execute, readStream } from '#ledger/ledger.ts'
import { Refused } from '#ledger/refused.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { procedureAt, variantOf } from '#procedure/procedures.ts'
import { askedBy, type IntakeDeps } from '../intake-deps.ts'

type Deps = Pick<IntakeDeps, 'ledger' | 'contents' | 'county'>

/** Opens the batch; its terms are frozen from then on. What the call leaves out is as the county has it. */
export const openCall =
  (deps: Deps) =>
  async (call: Call<typeof intakeEndpoints.openCall>): Promise<{ batch: string }> => {
    const { ledger, county } = deps
    const { batch } = call.params
    const { by, received } = askedBy(call)
    const wrong = problemOfNumber(batch)
    if (wrong) throw new Refused('incomplete', `批次编号应为“年份-期数”，如2018-2；收到“${batch}”。`, { batch: wrong })
    const { approval, procedure, notice = county.notice, quota, standard, conditions, vetoes, ...rest } = call.body
    const { reference, date, by: organ = county.government } = approval
    const [isChosen, asked, vetoing] = await Promise.all([
      standard && choose(deps, standard, CHOICES.standard),
      conditions && choose(deps, conditions, CHOICES.conditions),
      vetoes && choose(deps, vetoes, CHOICES.vetoes),
    ])
    const terms: CallTerms = {
      ...rest,
      procedure: variantOf(procedureNamed(county.procedures, procedure)),
      notice,
      approval: { reference, date, by: organ },
      ...(quota !== undefined && { quota }),
      ...(isChosen && standard && { standard }),
      ...(asked && conditions && { conditions: { ...conditions, items: await itemsOf(deps, asked, 'conditions') } }),
      ...(vetoing && vetoes && { vetoes: { ...vetoes, items: await itemsOf(deps, vetoing, 'vetoes') } }),
    }
    const decide = deciders.openCall(terms, received)
    await execute(ledger, batchKind, { stream: batchStream(batch), command: call.command, by, decide })
    return { batch }
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

/** The digest under which the content of a published version lies. @throws Refused when it was never published */
async function choose({ ledger }: Deps, chosen: ChosenVersion, as: (typeof CHOICES)[keyof typeof CHOICES]) {
  const { state } = await readStream(ledger, catalogueKind, catalogueStream(chosen.catalogue))
  return versionChosen(chosen, state, as).digest
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
