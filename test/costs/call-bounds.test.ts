import { expect, it } from 'vitest'
import { assessmentEndpoints } from '#contracts/assessment/assessment.ts'
import { consultationEndpoints } from '#contracts/consultation/consultation.ts'
import { dossierEndpoints } from '#contracts/dossier/dossier.ts'
import { evidenceEndpoints } from '#contracts/evidence.ts'
import { intakeEndpoints } from '#contracts/intake.ts'
import { noticeEndpoints } from '#contracts/notice.ts'
import { retentionEndpoints } from '#contracts/personal/retention.ts'
import { resultsEndpoints } from '#contracts/results/results.ts'
import { titleEndpoints } from '#contracts/title/title.ts'
import { viewsEndpoints } from '#contracts/views.ts'
import { workEndpoints } from '#contracts/work/work.ts'
import { COMMANDS, LISTS, MOST, PAGES, SIDE_BY_SIDE, TOGETHER } from '../calls/bounds.ts'

it('every endpoint has a bound, none above what was set', () => {
  expect(Object.values(COMMANDS).filter((most) => most > MOST.command)).toEqual([])
  expect(Object.values(PAGES).filter((most) => most > MOST.page)).toEqual([])
  const bounded = Object.keys({ ...COMMANDS, ...LISTS, ...TOGETHER, ...PAGES, ...SIDE_BY_SIDE })
  const endpoints = {
    ...intakeEndpoints,
    ...noticeEndpoints,
    ...viewsEndpoints,
    ...titleEndpoints,
    ...workEndpoints,
    ...assessmentEndpoints,
    ...consultationEndpoints,
    ...resultsEndpoints,
  }
  expect(Object.keys(endpoints).filter((name) => !bounded.includes(name))).toEqual([])
  // Of these two, what the office reads as a page.
  expect(
    bounded.filter(
      (name) => !(name in { ...endpoints, ...evidenceEndpoints, ...dossierEndpoints, ...retentionEndpoints }),
    ),
  ).toEqual([])
})
