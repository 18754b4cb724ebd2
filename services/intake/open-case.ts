import { openCase as decideOpening } from '#case/apply-for-creation.ts'
import type { CasePage } from '#contracts/case-page.ts'
import { Refused } from '#ledger/refused.ts'
import { decideCase } from './decide-case.ts'
import { type CaseClick, enteredBy, type IntakeDeps } from './intake-deps.ts'
import { applicationLateFrom, readTerms, readUnit } from './read-frame.ts'

/** A unit in scope begins its application in a batch that was called, or the office begins it from paper. */
export const openCase =
  (deps: IntakeDeps) =>
  async (click: CaseClick): Promise<CasePage> => {
    const { batch, unit } = click.params
    const [terms, { name, inScope }] = await Promise.all([readTerms(deps.ledger, batch), readUnit(deps.ledger, unit)])
    if (!inScope)
      throw new Refused('conflict', `${name}不在创建范围内，不能申请；如范围有误，请联系系统管理员更正名册。`)
    const { trial, procedure } = terms
    const opening = { batch, unit, trial, procedure, lateFrom: applicationLateFrom(terms) }
    return decideCase(deps, click, decideOpening(opening, enteredBy(click)))
  }
