/** All that a county has kept, or one batch or case of it, against itself. */
import { z } from 'zod/mini'
import type { Commit } from '#ledger/ledger.ts'
import { isSound } from '#ledger/root.ts'
import { personsNamedBy } from '#persons/named-persons.ts'
import { row } from '#persons/persons.ts'
import { DAYS_OF_UNNAMED } from '#retention/unnamed.ts'
import { approvedErasures } from './approved-erasures.ts'
import type { Bodies } from './bodies.ts'
import { wrongActs } from './cited-acts.ts'
import { fieldFinder, wordsOf } from './find-field.ts'
import type { Finding } from './finding.ts'
import { gapsIn, sealedDays, withGaps } from './lacking-roots.ts'
import { readCatalogues } from './read-catalogues.ts'
import { readExperiences } from './read-experiences.ts'
import { datesOf, type KeptRoot, readRoots } from './read-roots.ts'
import { filesNamedBy, textsNamedBy } from './references.ts'
import { type Elsewhere, lookElsewhere } from './rejudge/elsewhere.ts'
import { wrongForms } from './rejudge/forms/wrong-forms.ts'
import { rejudge } from './rejudge/rejudge.ts'
import { fieldOfText, isText, wrongFile, wrongPerson, wrongTexts } from './verify-named.ts'
import { witnessesOf } from './verify-roots.ts'
import { strayRow } from './verify-row.ts'
import { verifyStream } from './verify-stream.ts'

/** As it lies there, nothing parsed. */
export type Records = {
  readonly ledger: readonly unknown[]
  readonly rows: readonly unknown[]
  /** `unread`: nobody has looked, and nothing is said of them. */
  readonly persons: readonly unknown[] | 'unread'
  /** Streams of which the lists have still to hear. */
  readonly lagging: ReadonlySet<string>
  readonly roots: readonly KeptRoot[]
  /** The instant up to which the county's time has come, and its days been sealed; undefined where nobody knows. */
  readonly until?: string | undefined
  /** Names of the kept texts, and of files that came with objections (`attachments/<form>/<sha256>`). */
  readonly texts: readonly string[]
  readonly bodies: Bodies
  /** The stream of the login that the county's file names; undefined where its issuer is not known. */
  readonly standIn?: string | undefined
}
/** Whose streams; all where neither is given. */
export type Scope = { readonly batch?: string; readonly unit?: string }
export type Counts = Readonly<Record<'streams' | 'commits' | 'roots' | 'rows' | 'files' | 'texts' | 'persons', number>>
export type Verified = { readonly findings: readonly Finding[]; readonly counts: Counts; readonly known: boolean }

const inStream = z.object({ stream: z.string() })
const withId = z.object({ id: z.string() })
const byStream = (items: readonly unknown[]): Map<string, unknown[]> =>
  Map.groupBy(items, (item) => inStream.safeParse(item).data?.stream ?? '')

/** @returns `known`: whether anything of that scope is, or was, there at all */
export async function verifyCounty(records: Records, scope: Scope = {}): Promise<Verified> {
  const { bodies } = records
  const { roots, findings: wrongRoots } = readRoots(records.roots)
  const soundRoots = roots.filter(isSound)
  const witnesses = witnessesOf(soundRoots)
  const days = soundRoots.map(({ date }) => date)
  const items = byStream(records.ledger)
  const rows = new Map([...byStream(records.rows)].map(([stream, [row]]) => [stream, row]))
  const erasingOf = approvedErasures(items)
  const persons =
    records.persons === 'unread'
      ? undefined
      : new Map(records.persons.map((one) => [withId.safeParse(one).data?.id ?? '', one]))
  const find = fieldFinder(() => wordsOf([...records.ledger, ...records.rows]))
  const chosen = chosenStreams([...new Set([...items.keys(), ...witnesses.keys(), ...rows.keys()])], scope, rows)
  const findings: Finding[] = []
  const counts = { streams: 0, commits: 0, roots: roots.length, rows: 0, files: 0, texts: 0, persons: 0 }

  const known = new Set<string>()
  const named = new Set<string>()
  const texts = new Set<string>()
  const sound = new Map<string, readonly Commit[]>()
  const broken = new Set<string>()
  let first: string | undefined
  async function look(stream: string): Promise<readonly string[]> {
    const own = items.get(stream) ?? []
    const row = rows.get(stream)
    counts.streams++
    counts.commits += own.length
    if (row !== undefined) counts.rows++
    if (own.length === 0 && !witnesses.has(stream)) {
      findings.push(strayRow(stream))
      return []
    }
    const isUnasked = row === undefined && records.lagging.has(stream)
    const looked = verifyStream({
      stream,
      items: own,
      witnesses: witnesses.get(stream) ?? [],
      days,
      find,
      row: isUnasked || own.length === 0 ? 'unasked' : { is: row },
    })
    findings.push(...looked.findings)
    if (!looked.isWhole) broken.add(stream)
    else if (own.length > 0) sound.set(stream, looked.commits)
    for (const { id } of personsNamedBy(looked.commits)) known.add(id)
    // What an altered commit names is nobody's word.
    if (looked.findings.some(({ kind }) => kind === 'ledger')) return []
    const { commits } = looked
    for (const { at } of commits) if (first === undefined || at < first) first = at
    for (const { sha256 } of textsNamedBy(stream, commits)) texts.add(sha256)
    findings.push(...wrongActs(stream, commits, items))
    findings.push(...(await wrongTexts(stream, commits, bodies)))
    if (stream.startsWith('evidence/')) {
      counts.files++
      findings.push(...(await wrongFile(stream, commits, bodies)))
    }
    for (const named of persons ? personsNamedBy(commits) : []) {
      counts.persons++
      findings.push(...wrongPerson(stream, named, persons?.get(named.id), erasingOf(named)))
    }
    return filesNamedBy(commits)
  }

  for (const stream of chosen) for (const sha256 of await look(stream)) named.add(sha256)
  if (scope.batch === undefined)
    findings.push(...(await wrongUnnamed(records, findings)), ...unnamedPersons(persons ?? new Map(), known, findings))
  else for (const stream of citedStreams(items, named, chosen)) await look(stream)
  const published = new Map([...(await readCatalogues(items, bodies)), ...(await readExperiences(items, bodies))])
  const elsewhere = lookElsewhere(items, (stream) => broken.has(stream), published, records.standIn)
  findings.push(...judged(sound, elsewhere, findings, records.until))
  const ofForms: Finding[] = []
  for (const [stream, commits] of sound) ofForms.push(...(await wrongForms(stream, commits, elsewhere, bodies)))
  findings.push(...unsaid(ofForms, findings))
  counts.texts = scope.batch === undefined ? records.texts.length : texts.size
  const gaps = gapsIn(datesOf(records.roots), sealedDays(first, records.until))
  return { findings: [...withGaps(wrongRoots, gaps), ...findings], counts, known: chosen.length > 0 }
}

/** What nobody could have decided. */
const judged = (
  streams: ReadonlyMap<string, readonly Commit[]>,
  elsewhere: Elsewhere,
  found: readonly Finding[],
  until: string | undefined,
): Finding[] =>
  unsaid(
    [...streams].flatMap(([stream, commits]) => rejudge(stream, commits, elsewhere, until)),
    found,
  )

/** Of a commit that something was said of already nothing more. */
function unsaid(more: readonly Finding[], found: readonly Finding[]): Finding[] {
  const nameOf = ({ stream, commit }: { stream?: string; commit?: number | undefined }) => `${stream}#${commit}`
  const told = new Set(found.filter(({ kind }) => kind === 'ledger').map(nameOf))
  // What cannot be read its row has told of, without a number.
  const isTold = (one: Finding) =>
    told.has(nameOf(one)) || (one.field?.startsWith('events…') && told.has(nameOf({ ...one, commit: undefined })))
  return more.filter((one) => !isTold(one))
}

/** `case/2018-2/dazhuang` and whatever else has batch and unit in its name; an objection says in its row whose it is. */
function chosenStreams(
  all: readonly string[],
  { batch, unit }: Scope,
  rows: ReadonlyMap<string | undefined, unknown>,
): string[] {
  const sorted = all.filter((stream) => stream !== '').toSorted()
  if (batch === undefined) return sorted
  const about = z.object({ batch: z.string(), about: z.string() })
  return sorted.filter((stream) => {
    const [kind, inBatch, ofUnit] = stream.split('/')
    if (kind === 'objection') {
      const { data } = about.safeParse(rows.get(stream))
      return data?.batch === batch && (unit === undefined || data.about === unit)
    }
    return inBatch === batch && (unit === undefined || ofUnit === unit)
  })
}

const citedStreams = (items: ReadonlyMap<string, unknown>, named: ReadonlySet<string>, chosen: readonly string[]) =>
  [...items.keys()].filter((stream) => {
    const [kind, , sha256 = ''] = stream.split('/')
    return kind === 'evidence' && named.has(sha256) && !chosen.includes(stream)
  })

/** Personal data that no commit names: of a save that was overtaken or cut off. */
function unnamedPersons(
  persons: ReadonlyMap<string, unknown>,
  named: ReadonlySet<string>,
  found: readonly Finding[],
): Finding[] {
  // Where commits are gone or altered, what they named is no mystery.
  if (found.some(({ kind }) => kind === 'ledger')) return []
  return [...persons].flatMap(([id, one]) => {
    const { data } = row.safeParse(one)
    if (named.has(id) || (data && 'erased' in data)) return []
    const then =
      data?.stream !== undefined && data.at !== undefined
        ? `留存${DAYS_OF_UNNAMED}日后列入到期清除，请在“到期清除”中办理`
        : '不会列入到期清除，请由系统管理员核对后从表persons清除'
    const sentence = `个人信息（${id}）没有任何记录用到，多半是保存时被他人抢先或者中断留下的；${then}。`
    return [{ kind: 'person', field: 'id', sentence, unsure: true }]
  })
}

/** Texts and attachments that no commit names, or whose commit was not looked at for them. */
async function wrongUnnamed({ texts, bodies }: Records, found: readonly Finding[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const name of texts) {
    const sha256 = name.split('/').at(-1) ?? ''
    if (found.some(({ kind, sentence }) => kind === 'content' && sentence.includes(sha256.slice(0, 12)))) continue
    if (name.startsWith('attachments/')) {
      if ((await bodies.attachment(name.slice('attachments/'.length)))?.sha256 !== sha256)
        findings.push({
          kind: 'content',
          field: '正文',
          sentence: `异议附件${name}与其摘要不符，被改过；请从备份恢复。`,
        })
      continue
    }
    const text = (await bodies.text(name)) ?? ''
    if (isText(name, text)) continue
    const field = fieldOfText(name, text) ?? '内容'
    findings.push({ kind: 'content', field, sentence: `内容${name}与其摘要不符，被改过（${field}）；请从备份恢复。` })
  }
  return findings
}
