/**
 * What a method measures as a whole (product.md, Scoring): one mark, a sitting of a test without names, answers to each
 * question without names. Of methods that look at single indicators there is none.
 */
import { z } from 'zod/mini'
import type { StepOf } from '#procedure/kinds.ts'
import { namesSomebody } from '#typed/personal-numbers.ts'

export type Finds = StepOf<'inquiry'>['methods'][string]['finds']
/** Where no standard was chosen there are no indicators: methods that go through them measure as a whole. */
export const findsWith = (finds: Finds, hasStandard: boolean): Finds =>
  !hasStandard && (finds === 'indicators' || finds === 'chosenIndicators') ? 'mark' : finds
export const MOST_MARKS = 500
export const MOST_QUESTIONS = 50
const LONGEST_QUESTION = 100
/** From 0 to 100, up to two places. */
const MARK = /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/
const markOf = z.string().check(z.regex(MARK))
const people = z.int().check(z.minimum(0), z.maximum(10_000))

export const measure = z.discriminatedUnion('of', [
  z.object({ of: z.literal('mark'), mark: markOf }),
  z.object({
    of: z.literal('marks'),
    invited: people.check(z.minimum(1)),
    passMark: markOf,
    /** Of those who came. */
    marks: z.array(markOf).check(z.maxLength(MOST_MARKS)),
  }),
  z.object({
    of: z.literal('answers'),
    answers: z
      .array(
        z.object({
          question: z.string().check(z.minLength(1), z.maxLength(LONGEST_QUESTION)),
          answered: people,
          well: people,
        }),
      )
      .check(z.minLength(1), z.maxLength(MOST_QUESTIONS)),
  }),
])
export type Measure = z.infer<typeof measure>
export type MeasureFields = 'mark' | 'invited' | 'passMark' | 'marks' | 'answers'
/** As a form sends it, each as a line or lines of text. */
export type TypedMeasure = { readonly [field in MeasureFields]?: string | number | undefined }

type Read = { readonly measure?: Measure; readonly wrong: Readonly<Partial<Record<MeasureFields, string>>> }
const NOTHING: Read = { wrong: {} }

/** What was typed as what a method measures, or by field what is wrong with it; neither where nothing of it was filled in. */
export function readMeasure(finds: Finds, typed: TypedMeasure): Read {
  const said = (field: MeasureFields) => String(typed[field] ?? '').trim()
  switch (finds) {
    case 'mark':
      return said('mark') === '' ? NOTHING : readMark(said('mark'))
    case 'marks':
      return said('invited') + said('marks') + said('passMark') === ''
        ? NOTHING
        : readMarks(Number(said('invited') || 0), said('passMark'), said('marks'))
    case 'answers':
      return said('answers') === '' ? NOTHING : readAnswers(said('answers'))
    case 'indicators':
    case 'chosenIndicators':
      return NOTHING
  }
}

const received = (text: string) => `现为“${text.length > 20 ? `${text.slice(0, 20)}……` : text}”`

const readMark = (mark: string): Read =>
  MARK.test(mark)
    ? { measure: { of: 'mark', mark }, wrong: {} }
    : { wrong: { mark: `评分是0至100的数字，最多两位小数，${received(mark)}；请改正` } }

function readMarks(invited: number, passMark: string, typed: string): Read {
  const marks = typed.split(/[\s,，、;；]+/).filter((one) => one !== '')
  const strange = marks.find((one) => !MARK.test(one))
  const wrong = {
    ...(invited < 1 && { invited: '请填写应考人数' }),
    ...(passMark === '' && { passMark: '请填写及格分' }),
    ...(passMark !== '' && !MARK.test(passMark) && { passMark: `及格分是0至100的数字，${received(passMark)}；请改正` }),
    ...(strange !== undefined && { marks: `成绩是0至100的数字，不填姓名，${received(strange)}；请改正` }),
    ...(marks.length > MOST_MARKS && { marks: `一次最多填${MOST_MARKS}人的成绩，现有${marks.length}人；请分次记录` }),
    ...(strange === undefined &&
      marks.length > invited && {
        marks: `成绩有${marks.length}个，多于应考的${invited}人；请核对后改正`,
      }),
  }
  return Object.keys(wrong).length > 0 ? { wrong } : { measure: { of: 'marks', invited, passMark, marks }, wrong }
}

/** 办事是否一次告知　20　18: the question, how many answered it, and how many of them well. */
function readQuestion(line: string) {
  const words = line.split(/[\s:：,，、/]+/).filter((word) => word !== '')
  const [answered = NaN, well = NaN] = words.slice(-2).map((word) => Number(word.replace(/人$/, '')))
  const question = words.slice(0, -2).join(' ')
  const isRead = question.length <= LONGEST_QUESTION && [answered, well].every((n) => Number.isInteger(n) && n >= 0)
  return { question: isRead ? question : '', answered, well, line }
}

function readAnswers(typed: string): Read {
  const lines = typed.split('\n').flatMap((line) => line.trim() || [])
  const read = lines.map(readQuestion)
  const strange = read.find(({ question }) => question === '')
  const named = read.find(({ question }) => namesSomebody(question))
  const over = read.find(({ answered, well }) => well > answered)
  const wrong =
    strange !== undefined
      ? `每行写一题：题目、回答人数、肯定人数，${received(strange.line)}；请改正`
      : named !== undefined
        ? `题目中不写证件号码和电话号码，${received(named.line)}；请改正`
        : over !== undefined
          ? `肯定的人数不能多于回答的人数，${received(over.line)}；请改正`
          : lines.length > MOST_QUESTIONS
            ? `最多${MOST_QUESTIONS}题，现有${lines.length}题；请分次记录`
            : undefined
  if (wrong !== undefined) return { wrong: { answers: wrong } }
  return { measure: { of: 'answers', answers: read.map(({ line, ...one }) => one) }, wrong: {} }
}

/** What a record has to measure, by what its method finds, before its field is read. */
export const MEASURED: Readonly<Partial<Record<Finds, string>>> = { mark: '评分', marks: '成绩', answers: '走访问答' }
/** In one line, for whoever opens a total. */
export function saidMeasure(one: Measure): string {
  switch (one.of) {
    case 'mark':
      return `${one.mark}分`
    case 'marks': {
      const passed = one.marks.filter((mark) => Number(mark) >= Number(one.passMark)).length
      return `应考${one.invited}人，参加${one.marks.length}人，及格（${one.passMark}分）${passed}人；成绩：${one.marks.join('、') || '无'}`
    }
    case 'answers':
      return one.answers
        .map(({ question, answered, well }) => `${question}：回答${answered}人，肯定${well}人`)
        .join('；')
  }
}
