/** The self-assessment 自评 of a case: its standard by parts, an indicator at a time, what it cites, and what is pinned. */
import { z } from 'zod/mini'
import { LONGEST_TEXT, MOST_FILES, RESULTS } from '#dossier/answer.ts'
import { fileUse } from '#evidence/cited-file.ts'
import { nothing } from '../case-forms.ts'
import { fileReference } from '../case-page.ts'
import type { Endpoints } from '../endpoint.ts'
import { choice, files, longText } from '../forms.ts'
import { listOf, word } from '../rules.ts'
import { spreadEndpoints } from './spread.ts'

/** As it is filled in: whatever is there is right, and anything may be missing until it is finished. */
export const answerForm = z.strictObject({
  result: z.optional(choice('自评结论', ['reached', 'notReached', 'notApplicable'], RESULTS)),
  text: z.optional(
    longText('自评情况', LONGEST_TEXT, {
      says: 'words',
      open: true,
      isOptional: true,
      help: '写明做了什么、结果如何；不适用的，写明理由',
    }),
  ),
  files: z.optional(files('佐证材料')),
})
/** `number`: the version that was changed; 0 where there was none. */
export const saveAnswerBody = z.strictObject({
  ...answerForm.shape,
  number: z.int({ error: '缺少所改内容的版次；请刷新，核对后再保存' }),
})
/** More items than a unit has files for at once. */
const MOST_CITED = 200
export const citeBody = z.strictObject({
  items: listOf(
    z.strictObject({
      item: word('缺少指标编号'),
      files: listOf(fileUse('请上传文件'), '请选择文件', MOST_FILES, `一项最多${MOST_FILES}个文件`).check(
        z.minLength(1, '请选择文件'),
      ),
    }),
    '请选择指标',
    MOST_CITED,
    `一次最多${MOST_CITED}项`,
  ).check(z.minLength(1, '请选择指标')),
})

const resultShown = z.enum(['reached', 'notReached', 'notApplicable'])
const counts = { items: z.int(), reached: z.int(), notReached: z.int(), notApplicable: z.int() }
/** `missing`: without a result, or without what explains it. */
const progress = { ...counts, missing: z.int() }

export const dossierPage = z.object({
  case: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** `document`: the call's own number; none of a trial. */
  batch: z.object({ id: z.string(), title: z.string(), trial: z.boolean(), document: z.optional(z.string()) }),
  /** `document`: what states it, in words. */
  standard: z.object({ title: z.string(), version: z.int(), document: z.string() }),
  /** `handedIn`: what is shown is what was handed in; `own`: what is written. */
  view: z.enum(['own', 'handedIn']),
  /** Whether this caller writes now; else why not. */
  writes: z.boolean(),
  why: z.optional(z.string()),
  /** Whether this caller sees how it is spread over the unit's people. */
  spread: z.boolean(),
  /** Only indicators that were given to this caller are here, and nothing else of the case is theirs. */
  given: z.optional(z.literal(true)),
  /** Until when, in words. */
  due: z.optional(z.object({ lateFrom: z.string(), said: z.string() })),
  /** Whose files are cited. */
  owner: z.string(),
  /** `toMend`: as of the whole. */
  parts: z.array(
    z.object({ id: z.string(), number: z.string(), title: z.string(), ...progress, toMend: z.optional(z.int()) }),
  ),
  ...progress,
  /** Where it may be finished now: what the form holds, if it holds something. */
  finishing: z.optional(
    z.object({
      form: z.string(),
      /** `asReturned`: it is what came back, and was not finished anew. */
      pinned: z.optional(z.object({ manifest: z.string(), ...counts, asReturned: z.optional(z.literal(true)) })),
    }),
  ),
  /** Indicators that were written since it was finished: what they say now is no part of what the form holds. */
  changed: z.optional(z.array(z.string())),
  /** A batch before, by the same standard, in which the unit assessed itself: its answers are offered where none is written. */
  earlier: z.optional(z.object({ batch: z.string(), title: z.string() })),
  /** After a return: how many indicators it names, since only they may change; none may where it is 0. */
  reopened: z.optional(z.int()),
  /** Where it names some: how many of them nobody has written since. */
  toMend: z.optional(z.int()),
  /** Once it is handed in again: the indicators that the return named, as they were changed or stand as before. */
  cameBack: z.optional(z.object({ mended: z.array(z.string()), asBefore: z.array(z.string()) })),
  /** The opinion with which it came back. */
  opinion: z.optional(z.string()),
})
export type DossierPage = z.infer<typeof dossierPage>

export const dossierPart = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** In order; `group`: whose heading comes before; `n`: the document's own number. */
  items: z.array(
    z.object({
      id: z.string(),
      /** 一（一）第7项 */
      place: z.string(),
      title: z.string(),
      /** Which version it has; 0 where nothing was written. */
      number: z.int(),
      n: z.optional(z.int()),
      group: z.optional(z.object({ number: z.string(), title: z.string() })),
      result: z.optional(resultShown),
      /** What is lacking, in words. */
      missing: z.optional(z.string()),
      files: z.int(),
      /** A return names it. */
      reopened: z.optional(z.literal(true)),
      /** And nobody has written it since. */
      toMend: z.optional(z.literal(true)),
    }),
  ),
})
export type DossierPart = z.infer<typeof dossierPart>
export type DossierLine = DossierPart['items'][number]

export const dossierItem = z.object({
  id: z.string(),
  part: z.string(),
  place: z.string(),
  title: z.string(),
  /** What shows it, as the standard proposes. */
  evidence: z.string(),
  note: z.optional(z.string()),
  /** Which version is shown; 0 where nothing was written. */
  number: z.int(),
  result: z.optional(resultShown),
  text: z.optional(z.string()),
  /** Uses, and what is known of each file. */
  files: z.array(z.string()),
  references: z.array(fileReference),
  missing: z.optional(z.string()),
  by: z.optional(z.string()),
  at: z.optional(z.string()),
  /** A return names it, and nobody has written it since. */
  toMend: z.optional(z.literal(true)),
  writes: z.boolean(),
  why: z.optional(z.string()),
  /** As it was handed in before, where a return names it. */
  before: z.optional(
    z.object({
      result: z.optional(resultShown),
      text: z.optional(z.string()),
      references: z.array(fileReference),
    }),
  ),
})
export type DossierItem = z.infer<typeof dossierItem>

/**
 * A part as the report has it: every indicator in full. Once it is finished it is of the versions that are pinned, and
 * `manifest` names their list; before it is a draft.
 */
export const reportPart = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  manifest: z.optional(z.string()),
  /** The day on which it was handed in. */
  on: z.optional(z.string()),
  lines: z.array(
    z.object({
      place: z.string(),
      title: z.string(),
      n: z.optional(z.int()),
      group: z.optional(z.object({ number: z.string(), title: z.string() })),
      result: z.optional(resultShown),
      text: z.optional(z.string()),
      /** Their names, with what is to be known of one that cannot be opened. */
      files: z.array(z.string()),
      missing: z.optional(z.string()),
    }),
  ),
})
export type ReportPart = z.infer<typeof reportPart>
export type ReportLine = ReportPart['lines'][number]

const aDossier = '/api/dossiers/{batch}/{unit}'
const anItem = `${aDossier}/items/{item}` as const
export const dossierEndpoints = {
  readDossier: {
    method: 'GET',
    path: aDossier,
    access: { command: 'read-dossier' },
    title: '查看自评',
    response: dossierPage,
  },
  readDossierPart: {
    method: 'GET',
    path: `${aDossier}/parts/{part}`,
    access: { command: 'read-dossier' },
    title: '查看自评的一部分',
    response: dossierPart,
  },
  readReportPart: {
    method: 'GET',
    path: `${aDossier}/report/{part}`,
    access: { command: 'read-dossier' },
    title: '查看自评报告的一部分',
    response: reportPart,
  },
  readDossierItem: {
    method: 'GET',
    path: anItem,
    access: { command: 'read-dossier' },
    title: '查看一项自评',
    response: dossierItem,
  },
  saveDossierItem: {
    method: 'POST',
    path: anItem,
    access: { command: 'write-dossier' },
    title: '填写自评',
    body: saveAnswerBody,
    response: dossierItem,
  },
  citeInDossier: {
    method: 'POST',
    path: `${aDossier}/cite`,
    access: { command: 'write-dossier' },
    title: '引用佐证材料',
    body: citeBody,
    /** By item what became of it: how many files it has, or why none was added. */
    response: z.object({
      items: z.array(z.object({ item: z.string(), files: z.int(), error: z.optional(z.string()) })),
    }),
  },
  finishDossier: {
    method: 'POST',
    path: `${aDossier}/finish`,
    access: { command: 'finish-dossier' },
    title: '自评定稿',
    body: nothing,
    /** `manifest`: what the form is to hold; `changed`: how many indicators differ from what it holds. */
    response: z.object({ manifest: z.string(), ...counts, changed: z.int() }),
  },
  ...spreadEndpoints,
} as const satisfies Endpoints
