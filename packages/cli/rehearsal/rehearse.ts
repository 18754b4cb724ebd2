/** `npm run rehearse`: the batches of a county through a year in virtual time, over HTTP, on the synthesized county. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dateOf } from '#calendar/deadline.ts'
import { accountsOf, importDemonstrationRoster } from '../laptop/accounts.ts'
import { bootLaptop, readLaptopCounty, weeklySealedDaily } from '../laptop/laptop.ts'
import { peopleOf } from '../laptop/people.ts'
import { prepare } from '../laptop/prepare.ts'
import { understood } from '../understood.ts'
import { allGone, arcsOnDisk, checkArcs } from './arcs/check-arcs.ts'
import { type Check, checkLine } from './check.ts'
import { checkPages } from './check-pages.ts'
import { checkRecords } from './check-records.ts'
import { type Rehearsal, rehearsalOf } from './counties/rehearsal-of.ts'
import { play, type Told, tellStories } from './play-year.ts'
import { fatesTable, timelineText } from './print-timeline.ts'
import { checkPermissions, exceptionsOf } from './unused-permissions.ts'

const USAGE = '用法：npm run rehearse -- [--county 县名，默认sixian] [--json] [--data 数据文件夹]'

export type Rehearsed = {
  readonly ok: boolean
  readonly cases: readonly Told[]
  readonly requests: number
  readonly stateTransitions: number
  readonly wallSeconds: number
  /** What else has to be so at the end: pages, records, rights. */
  readonly checks: readonly Check[]
  /** Which ways were gone, of whichever procedure: `application submitted review`. */
  readonly arcs: readonly string[]
}

/** @returns the exit code: 0 when every case is where its story says and every check holds */
export async function rehearse(args: string[]): Promise<number> {
  const { values } = understood(args, USAGE, {
    options: {
      county: { type: 'string', default: 'sixian' },
      json: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  })
  const year = rehearsalOf(values.county)
  const data = values.data ?? mkdtempSync(join(tmpdir(), 'shifan-rehearsal-'))
  try {
    const rehearsed = await rehearseYear(values.county, year, data, (line) => values.json || console.error(line))
    console.log(values.json ? JSON.stringify(rehearsed, null, 2) : report(rehearsed))
    return rehearsed.ok ? 0 : 1
  } finally {
    if (!values.data) rmSync(data, { recursive: true, force: true })
  }
}

async function rehearseYear(
  name: string,
  { plays, acts, beginning, end, usesEveryRight }: Rehearsal,
  data: string,
  told: (line: string) => void,
): Promise<Rehearsed> {
  const county = readLaptopCounty(name)
  const assembly = await prepare(county, told)
  const began = performance.now()
  const cloud = await bootLaptop({
    county,
    assembly,
    data,
    port: 0,
    beginning: Date.parse(beginning),
    flowing: false,
    accounts: accountsOf(county),
    hooks: { skipSchedule: weeklySealedDaily },
    report: told,
  })
  try {
    const as = peopleOf(county, () => cloud.addresses.origin)
    const stage = {
      origin: cloud.addresses.origin,
      batch: plays[0]?.batch ?? '',
      as,
      settle: () => cloud.settle(),
      sent: new Map(),
    }
    await importDemonstrationRoster(county, as)
    const advanceTo = (instant: string) => cloud.advanceTo(Date.parse(instant))
    await play(acts, { stage, advanceTo, told: ({ at, what }) => told(`${dateOf(at)} ${what}`) })
    await advanceTo(end)
    const ends = await Promise.all(
      plays.map(({ batch, procedure, stories }) => tellStories({ ...stage, batch }, procedure, stories)),
    )
    const cases = ends.flat()
    const pages = await checkPages(stage.origin, plays)
    await cloud.settle()
    const { requests, stateTransitions } = await cloud.counts()
    const rights = usesEveryRight
      ? [checkPermissions(county.name, cloud.allStatements(), exceptionsOf(county.procedures))]
      : []
    await cloud.close()
    const gone = await arcsOnDisk(data)
    const variants = [...new Set(plays.map(({ procedure }) => procedure))]
    const checks = [...pages, ...(await checkRecords(data)), ...rights, ...checkArcs(variants, gone)]
    const ok = cases.every((one) => one.ok) && checks.every(({ wrong }) => wrong.length === 0)
    const wallSeconds = Math.round(performance.now() - began) / 1000
    return { ok, cases, requests, stateTransitions, wallSeconds, checks, arcs: allGone(gone) }
  } finally {
    await cloud.close()
  }
}

const report = ({ cases, requests, stateTransitions, wallSeconds, checks }: Rehearsed): string => {
  const verdict = cases.every(({ ok }) => ok)
    ? `${cases.length}个单位的办理结果均与预期相符`
    : '有单位的办理结果与预期不符'
  const figures = `${requests}次请求，状态机${stateTransitions}次转移，用时${wallSeconds}秒。`
  return `${timelineText(cases)}\n\n${fatesTable(cases)}\n\n${checks.map(checkLine).join('\n')}\n\n${verdict}：${figures}`
}
