import { describe, expect, it } from 'vitest'
import type { SetAside } from '#case/list-act.ts'
import type { Announcement } from './announcement/announcement.ts'
import { decidedUnits, isListedBy, namedByAnnouncement, namedByNotice, namedByResolution } from './listed.ts'
import type { Notice } from './notice/notice-events.ts'
import type { Resolution } from './resolution/resolution.ts'

const about = { unit: 'dazhuang', step: 'here', visit: 4 }
const none = { published: [], resolutions: [] }
const resolution = { stream: 'resolution/2018-2/here', step: 'here', submitted: [] }

it('is named by an act of its own step, once that is published', () => {
  const by = (step: string, named?: string[]) => isListedBy({ ...none, published: [{ step, named }] }, about)
  expect(isListedBy(none, about)).toBe(false)
  expect(by('here', ['caogou', 'dazhuang'])).toBe(true)
  expect(by('here', ['caogou'])).toBe(false)
  expect(by('there', ['dazhuang'])).toBe(false)
  expect(by('here')).toBe(false)
})

it('is named by a list that a body has before it, and by its decision until it has followed that', () => {
  const by = (change: object, taken: { stream: string; number: number }[] = []) =>
    isListedBy({ ...none, resolutions: [{ ...resolution, ...change }] }, { ...about, taken })
  expect(by({})).toBe(false)
  expect(by({ submitted: [{ unit: 'dazhuang', visit: 4 }] })).toBe(true)
  // Sent back since, and here again.
  expect(by({ submitted: [{ unit: 'dazhuang', visit: 2 }] })).toBe(false)
  const acts = [{ number: 2, units: ['dazhuang'] }]
  expect(by({ acts })).toBe(true)
  expect(by({ acts }, [{ stream: resolution.stream, number: 1 }])).toBe(true)
  expect(by({ acts }, [{ stream: resolution.stream, number: 2 }])).toBe(false)
  expect(by({ acts, step: 'there' })).toBe(false)
})

it('what is prepared names nobody', () => {
  expect([namedByNotice({ setAside: [] }), namedByAnnouncement({ setAside: [] })]).toEqual([[], []])
})

describe('lines that were set aside', () => {
  const aside = (unit: string, number = 2): SetAside => ({
    ...{ type: 'setAside', v: 1, at: '2018-06-01T01:00:00.000Z', case: unit, number, reason: '已退出。' },
  })
  const cases = ['dazhuang', 'caogou']
  const lines = cases.map((unit) => ({ case: unit }))
  it('are no longer named by a notice or an announcement', () => {
    const notice = { published: { cases } } as Pick<Notice, 'published'>
    expect(namedByNotice({ ...notice, setAside: [] })).toEqual(cases)
    expect(namedByNotice({ ...notice, setAside: [aside('dazhuang')] })).toEqual(['caogou'])
    const announcement = { published: { lines } } as Pick<Announcement, 'published'>
    expect(namedByAnnouncement({ ...announcement, setAside: [aside('caogou')] })).toEqual(['dazhuang'])
  })
  it('are none of the meeting that decided them, and stay another one’s', () => {
    const meeting = { commit: 2, lines } as Resolution['meetings'][number]
    expect(decidedUnits({ setAside: [aside('dazhuang'), aside('caogou', 3)] }, meeting)).toEqual(['caogou'])
    const state = { prepared: [], meetings: [meeting], corrected: [], setAside: [aside('dazhuang', 3)], commits: 3 }
    expect(namedByResolution(resolution.stream, 'here', state)).toEqual({
      ...{ stream: resolution.stream, step: 'here', submitted: [] },
      acts: [{ number: 2, units: cases }],
    })
  })
})
