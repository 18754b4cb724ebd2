import { describe, expect, it } from 'vitest'
import { ApiError, type Client } from '#contracts/client.ts'
import { castParts } from './cast.ts'
import { castOf, storiesOf } from './stories.ts'

type Held = { appointment: string; unit?: { id: string; name: string } }
/** The county's answer to `GET /api/me`, by login. */
const county =
  (people: Record<string, Held[]>) =>
  (login: string): Client =>
    (async () => {
      const appointments = people[login]
      if (!appointments) throw new ApiError(401, '登录已过期，请重新登录。')
      return { person: login, name: login, appointments: appointments.map((held) => ({ ...held, title: '' })) }
    }) as unknown as Client
const units = Array.from({ length: 7 }, (_, i) => ({ id: `unit-${i + 1}`, name: `单位${i + 1}` }))
const inUnits = (appointment: string, of = units): Held[] => of.map((unit) => ({ appointment, unit }))
const people = {
  clerk: inUnits('unitClerk', units.toReversed()),
  legal: inUnits('unitLegalOfficer'),
  officer: [{ appointment: 'officeOfficer' }],
  head: [{ appointment: 'officeHead' }],
  secretary: [{ appointment: 'meetingSecretary' }],
}

describe('the cast of an acceptance', () => {
  it('is found by what each login is appointed to', async () => {
    const { units: playing, loginOf } = await castParts(Object.keys(people), county(people))
    expect(playing.map(({ id }) => id)).toEqual(['unit-1', 'unit-2', 'unit-3', 'unit-4', 'unit-5', 'unit-6'])
    expect(['officer-1', 'office-head', 'secretary', 'clerk-unit-3', 'legal-unit-3'].map(loginOf)).toEqual([
      'officer',
      'head',
      'secretary',
      'clerk',
      'legal',
    ])
    expect(() => loginOf('clerk-unit-7')).toThrow()
    expect(storiesOf(castOf(playing)).map(({ ends }) => ends)).toEqual([
      'named',
      'named',
      'refused',
      'notSubmitted',
      'withdrawn',
      'vetoed',
    ])
  })
  it('is refused with everything that nobody can play', async () => {
    const { secretary: _, ...without } = { ...people, legal: inUnits('unitLegalOfficer', units.slice(0, 2)) }
    await expect(castParts(Object.keys(without), county(without))).rejects.toThrow(
      '没有会议秘书；经办人和法制机构负责人都有令牌的单位只有2个，需要6个',
    )
  })
  it('says whose token the county does not take', async () => {
    await expect(castParts(['stranger'], county({}))).rejects.toThrow('用stranger的令牌无法登录系统（401）：登录已过期')
  })
})
