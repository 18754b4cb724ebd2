/** A meeting's draft as the API takes it, or every entry that is missing or wrong, at the place where it was entered. */
import { fieldErrors, isDay } from '#contracts/forms.ts'
import { type ResolutionBody, type ResolutionPage, resolutionBody } from '#contracts/meeting.ts'
import { SAYS_WHY, wrongRanks } from '#steps/resolution/ranks.ts'
import { type Voters, votersOf } from '#steps/resolution/votes.ts'
import { isSameNumber, tidyText } from '#typed/line.ts'
import { isSameName } from '#typed/names.ts'
import { readNames } from '#typed/people.ts'
import { withNote } from '#typed/plain-names.ts'
import { namesIn, readMembers } from './read-members.ts'
import { casesBefore, type Draft, isLeft, type Line, linesOf, quotaOf, type Wrong } from './resolution-draft.ts'
import { whyVotesWrong } from './resolution-votes.ts'

/** How many are there, and how many of them may vote, as far as it has been entered. */
export function votersIn(page: ResolutionPage, entered: Draft): Voters {
  const lines = linesOf(page, entered)
  return votersOf({
    present: namesIn(page, entered.members).filter((name) => !entered.absent.includes(name)),
    recusals: lines.flatMap(({ unit, recused }) => recused.map((person) => ({ person, case: unit }))),
    cases: lines.map(({ unit }) => unit),
  })
}

/** As it is sent: whoever was asked here whether a word is a name is not asked again. */
export const withNotes = (body: ResolutionBody): ResolutionBody => ({
  ...body,
  present: body.present.map(withNote),
  absent: body.absent.map(withNote),
  recusals: body.recusals.map((one) => ({ ...one, person: withNote(one.person) })),
})

const TAKEN = '这个编号的决定已经登记过，请核对编号'

type Ready = { readonly body: ResolutionBody } | { readonly wrong: Wrong }

/** The draft as the API takes it, or every entry that is missing or wrong, at once. */
export function readyToSend(page: ResolutionPage, entered: Draft): Ready {
  const lines = linesOf(page, entered)
  const names = namesIn(page, entered.members)
  const absent = names.filter((name) => entered.absent.includes(name))
  const present = names.filter((name) => !absent.includes(name))
  const exceptions = lines.filter(({ isException }) => isException)
  const { inFavour, against, abstained, majorityDiffered } = entered
  const recusals = lines.flatMap(({ unit, recused }) => recused.map((person) => ({ person, case: unit })))
  const result = resolutionBody.safeParse({
    meeting: entered.meeting,
    number: entered.number,
    date: entered.date ?? '',
    minutes: entered.minutes,
    // As they are sent, or a unit that was said to be one is asked about once more.
    present: present.map(withNote),
    absent: absent.map(withNote),
    how:
      entered.how === 'vote'
        ? { kind: 'vote', inFavour, against, abstained }
        : {
            kind: 'discussion',
            ...(tidyText(majorityDiffered ?? '') && { majorityDiffered: tidyText(majorityDiffered ?? '') }),
          },
    cases: lines.map(({ unit }) => unit),
    outcome: entered.outcome ?? '',
    exceptions: exceptions.map(({ unit, outcome, reason }) => ({ case: unit, outcome, reason })),
    ...(page.ranked && {
      ranks: Object.fromEntries(lines.flatMap(({ unit, rank }) => (rank === undefined ? [] : [[unit, rank]]))),
    }),
    recusals: recusals.map((one) => ({ ...one, person: withNote(one.person) })),
  })
  const used = quotaOf(page, lines)
  const left = used?.left ?? 0
  const how = entered.how === 'vote' ? whyVotesWrong(entered, votersIn(page, entered)) : undefined
  const wrong = {
    ...(result.success ? {} : withShared(placed(fieldErrors(result.error.issues), exceptions), entered, exceptions)),
    ...(how && { how }),
    ...(page.meetings.some(({ reference }) => isSameNumber(reference, entered.number)) && { number: TAKEN }),
    ...(left < 0 && { quota: `超出名额${-left}个${used?.tie ? `：${used.tie}` : ''}，请调整结论` }),
    ...(page.ranked && unranked(lines)),
    ...(entered.date && isDay(entered.date) && entered.date > page.today && { date: '会议日期不能晚于今天' }),
    ...Object.fromEntries(
      lines
        .filter(
          ({ recused }) => present.length > 0 && present.every((who) => recused.some((one) => isSameName(one, who))),
        )
        .map(({ unit }) => [`recused ${unit}`, '出席人员全部回避，没有人决定该单位，请核对']),
    ),
    ...unreadIn(page, entered),
  }
  // Shown without notes until it is sent.
  return result.success && Object.keys(wrong).length === 0
    ? { body: { ...result.data, present, absent, recusals } }
    : { wrong }
}

/** What is wrong with the order, each in the unit's line. */
function unranked(lines: readonly Line[]): Wrong {
  const wrong = wrongRanks(lines.map(({ unit, rank }) => ({ case: unit, rank })))
  return Object.fromEntries([
    ...Object.entries(wrong).map(([unit, why]) => [`rank ${unit}`, why]),
    ...lines.flatMap(({ unit, isPassedOver, reason }) =>
      isPassedOver && tidyText(reason) === '' ? [[`reason ${unit}`, SAYS_WHY]] : [],
    ),
  ])
}

/** What was typed as names and could not be read as such: nobody is left out, or added, without a word. */
function unreadIn(page: ResolutionPage, { members, left, own }: Draft): Wrong {
  const { wrong } = readMembers(page, members)
  const others = casesBefore(page).flatMap((one) => {
    const why = isLeft(one, { left, own }) ? undefined : readNames(own[one.unit]?.others ?? '').wrong
    return why ? [[`recused ${one.unit}`, why]] : []
  })
  return { ...(wrong && { members: wrong }), ...Object.fromEntries(others) }
}

/** What is wrong with a reason for all is said once, where it was written. */
function withShared(wrong: Wrong, { own, reasons = {} }: Draft, exceptions: readonly Line[]): Wrong {
  return Object.fromEntries(
    Object.entries(wrong).map(([entry, sentence]) => {
      const line = exceptions.find(({ unit }) => entry === `reason ${unit}`)
      const shared =
        line?.outcome !== undefined &&
        !line.isPassedOver &&
        tidyText(own[line.unit]?.reason ?? '') === '' &&
        line.outcome
      return [shared && tidyText(reasons[shared] ?? '') !== '' ? `shared ${shared}` : entry, sentence]
    }),
  )
}

/** The API names a line by its place among the exceptions; the page shows the sentence in the unit's own line. */
export function placed(fields: Wrong, exceptions: readonly { readonly unit: string }[]): Wrong {
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => {
      const [head = '', at, field] = path.split('.')
      if (head === 'ranks' && at) return [`rank ${at}`, sentence]
      const unit = head === 'exceptions' ? exceptions[Number(at)]?.unit : undefined
      if (unit) return [`${field === 'case' ? 'reason' : field} ${unit}`, sentence]
      return [
        head === 'present' || head === 'absent' ? 'members' : head,
        head === 'how' && at && at !== 'majorityDiffered' ? '请填写表决票数' : sentence,
      ]
    }),
  )
}
