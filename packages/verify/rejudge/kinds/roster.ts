/** Units, logins, and what the office enters for the whole county. */
import { catalogueKind, publishVersion } from '#catalogue/edition/publish-version.ts'
import { enterHolidays, holidaysKind, holidaysStream } from '#county/enter-holidays.ts'
import { Refused } from '#ledger/refused.ts'
import { linkLogin, loginKind } from '#roster/login.ts'
import { personStream } from '#roster/person.ts'
import { registerUnit, unitKind, unitStream } from '#roster/unit.ts'
import { judging } from '../judging.ts'
import { byRight } from '../rights.ts'
import { mustKeepRoster, vacantAt } from './keepers.ts'

export const judgeUnit = judging(unitKind, function* candidates({ ids, events, elsewhere, commit }) {
  const [event] = events
  const [unit = ''] = ids
  const { at: received, by, name, kind, parent, inScope } = event
  yield (state) => {
    mustKeepRoster(elsewhere, 'keep-roster', { by: commit.by, received })
    if (parent !== undefined && !elsewhere.units.at(unitStream(parent), received).some((one) => one.name !== undefined))
      throw new Refused('incomplete', `名册里当时没有编号为“${parent}”的单位`)
    const facts = { name, kind, inScope, ...(parent !== undefined && { parent }) }
    return registerUnit(unit, facts, { by, received })(state)
  }
})

export const judgeLogin = judging(loginKind, function* candidates({ events, elsewhere, commit, state }) {
  const [event] = events
  const { at: received, by, person, proposal } = event
  const from = state.person === undefined ? [] : [state.person]
  for (const { logins = [], pending = [], personal } of elsewhere.persons.at(personStream(person), received))
    yield (before) => {
      const isFounding = vacantAt(elsewhere, received).length > 0
      mustKeepRoster(elsewhere, proposal === undefined ? 'keep-roster' : 'approve-roster', { by: commit.by, received })
      if (proposal === undefined && !isFounding) throw new Refused('forbidden', '没有经另一名管理员批准')
      if (proposal !== undefined && !pending.some((one) => one.proposal === proposal))
        throw new Refused('conflict', '没有人登记过这个账号，或者已经办理')
      if (proposal !== undefined && !personal) throw new Refused('unknown', '名册里当时没有这个人')
      return linkLogin(person, { by, received, after: logins.length, proposal }, from)(before)
    }
})

export const judgeCatalogue = judging(catalogueKind, function* candidates({ events, elsewhere, commit }) {
  const [{ number, title, digest, map, at: received, by }] = events
  const version = { number, title, digest, ...(map && { map }) }
  yield byRight(elsewhere, 'publish-catalogue', { by: commit.by, received }, publishVersion(version, { by, received }))
})

export const judgeHolidays = judging(holidaysKind, function* candidates({ events, elsewhere, commit, stream }) {
  const [{ year, source, off, work, at: received, by }] = events
  if (stream !== holidaysStream(year)) throw new Refused('incomplete', '所写的年份不是这一年')
  const entered = enterHolidays({ year, source, off, work }, { by, received })
  yield byRight(elsewhere, 'enter-holidays', { by: commit.by, received }, entered)
})
