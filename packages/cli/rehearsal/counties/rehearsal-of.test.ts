import { describe, expect, it } from 'vitest'
import { procedureAt } from '#procedure/procedures.ts'
import { readCounty } from '../../laptop/laptop.ts'
import { arcsOf } from '../arcs/arcs.ts'
import { terms } from './fenghuang.ts'
import { REHEARSALS } from './rehearsal-of.ts'

describe.each(Object.entries(REHEARSALS))('%s', (county, { plays }) => {
  const own = readCounty(county).procedures
  const played = [...new Set(plays.map(({ procedure }) => procedure))]

  it('goes by procedures of its own, each in a batch of its own', () => {
    expect(played.filter((key) => !own.includes(key))).toEqual([])
    expect(new Set(plays.map(({ batch }) => batch)).size).toBe(plays.length)
  })

  it.each(played)('tells of every end of %s, and of no other', (key) => {
    const procedure = procedureAt(key)!
    const told = plays.filter((one) => one.procedure === key).flatMap(({ stories }) => stories.map(({ ends }) => ends))
    const ends = arcsOf(procedure).map((arc) => arc.split(' ')[2]!)
    expect(new Set(told)).toEqual(new Set(ends.filter((to) => Object.hasOwn(procedure.endings, to))))
  })
})

it('the second county calls by its own notice', () => {
  expect(terms.notice).toEqual(readCounty('fenghuang').notice)
})
