/** Who was heard beside the body (列席), as minutes list them: with unit and office. They are shown and not recorded. */

import { tidyName } from '../names.ts'
import { NAME_NOTE, whyNoPerson } from '../person.ts'
import { NEXT } from '../rare-surnames.ts'
import { AND, readingsOf } from '../readings.ts'
import { whyUnsure } from '../sure-names.ts'
import { DOUBLE, OFTEN } from '../surnames.ts'
import { groupOf } from './labels.ts'

/** Who belongs to the body itself. */
const MEMBER = '(?:委员(?!会)|[成组]员|常委(?!会)|组长|评委)'
/** 验收组, 评估组, 工作组: a group that works for the body, save those that others have: 三组, 村民小组, 纪检监察组, 巡察组, 项目组. */
const GROUP = '(?<!^|[党一二三四五六七八九十\\d]|[村居]民小?|纪检|监察|巡[察视]|项目|产业|专业)组(?![织办部])'
const OF_BODY = new RegExp(
  `${MEMBER}|${GROUP}|(?:验收|评估|考[评核]|测评|[打评]分)(?:[人员团]|专[家班])|表决|投票|召集|评审(?!中心|[科股])|[审评]议[人员]|正式代表|(?<!人大)主席团|本[会委]|县领导|记录人|[与到参]会(?:人|者|单位|领导)`,
  'u',
)
/** 县政协委员王五, 县财政局党组成员、副局长李四: who belongs to another body. */
const OF_ANOTHER = new RegExp(
  `(?:政协|人大|[省市县区乡镇]委|(?<=[\\p{Script=Han}]{2})[局委办府院会队校镇乡区道司](?:党[组委]|党工委|领导班子|班子)|[村居])[^、，]{0,5}?${MEMBER}`,
  'gu',
)
const isMember = (said: string): boolean => OF_BODY.test(said.replace(OF_ANOTHER, ''))
/** What names of units and offices have in them; whoever has none is named by a name. */
const IN_OFFICE =
  /[局府镇乡县市区村院校会委办所站队社厂司部厅处科室长任记席组员群股校企]|中心|集团|街道|大学|代表|负责|同志|律师|顾问|专家|教授|记者|教师|干部/u
const mayBeHeard = (word: string): boolean => IN_OFFICE.test(word) || whyUnsure(word) === undefined

/** Nobody says of a unit or an office whether it was there, so that this may be somebody else's. */
const SAYS_MORE = new RegExp(
  [
    '请了?假|缺席|缺勤|[未没不](?:能|到|来|参|出|有来|在)|[病事公休产婚丧年]假|休假|出席|列席|实到|到会|到场|到齐|参加|参会|与会',
    '公出|外出|探亲|出差|因[事病公故]|另有|迟到|早退|回避|(?:有事|值班|培训|学习|开会|住院|生病)$',
    // A name, and what that one did: 许建国主持, 何英驻村, 王伟在合肥. An office that is named before it is none.
    `^[${OFTEN}${NEXT}][\\p{Script=Han}]{1,2}(?:[在去赴到驻回因已正将带](?=.)|主持|记录)(?!.*[长任记员])`,
    '^会议(?:主持|记录)|主持(?:会议|人)?$|^主持(?!.*工作)|(?:讲话|发言|致辞)$',
    '会议成员|组成人员|其余|其他成员|^[无除]',
  ].join('|'),
  'u',
)
const SAYS_IN_BRACKET =
  /因[病事公故]|请了?假|缺席|缺勤|出席|[未没不](?:能|到|来|参)|假$|出差|公出|主持|[实已没]到|[到参与]会|到[场齐]|参加|列席/

/** Of what unit or in what office somebody was heard; whatever else a bracket says may be of somebody who is a member. */
const IS_OFFICE =
  /[局厅委办府院校部处科股室站所队司心社厂会组团县市区镇乡村庄][）)]?$|(?:[长任记员师问表家授]|(?:负责|代表|代理)人)$|^[男女代]$|[，,]代$/u

type Heard = { readonly heard: readonly string[]; readonly why?: string }

/** @param note what a bracket behind them says */
export function heardIn(text: string, note: string): Heard {
  // 县政府办（张亮、王伟）: what closes the bracket is no part of the name.
  const plain = text.includes('（') ? text : text.replaceAll('）', ' ')
  const words = plain.split(/\s+/).map(tidyName).filter(Boolean)
  const odd =
    words.find((word) => SAYS_MORE.test(word) || groupOf(word) !== undefined) ?? [words.join('')].find(isMember)
  if (odd !== undefined) return { heard: [], why: unsure(odd) }
  const saysMore = note !== '' && note !== NAME_NOTE && !IS_OFFICE.test(tidyName(note))
  if (saysMore || SAYS_IN_BRACKET.test(note) || isMember(note))
    return { heard: [], why: unsure(`${tidyName(text)}（${tidyName(note)}）`) }
  const heard = partedBy(words).map(withOffices)
  const none = note === NAME_NOTE ? undefined : heard.flatMap(({ words }) => words).find((word) => !mayBeHeard(word))
  return none ? { heard: [], why: whoIs(none) } : { heard: heard.flatMap(({ heard }) => heard) }
}

/** 县司法局 赵六 和 钱七: what was before 和 is one list, what follows another. */
function partedBy(words: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]]
  for (const [at, word] of words.entries()) {
    if (AND.has(word) && at > 0 && at < words.length - 1) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

/** An office, and of a name that is set wide the surname alone: 县委办公室张　伟. */
const OFFICE_AND_SURNAME = new RegExp(
  `^(.+[局府镇乡县市区村院校会委办所站队社厂司部厅处科室长任记员席])([${OFTEN}${NEXT}]|${[...DOUBLE].join('|')})$`,
  'u',
)
/** The words with each such surname apart from its office, as the characters behind it stand apart. */
function withSurnames(words: readonly string[]): { readonly words: readonly string[]; readonly offices: Set<string> } {
  const offices = new Set<string>()
  const apart = words.flatMap((word, at) => {
    const [, office, surname] = OFFICE_AND_SURNAME.exec(word) ?? []
    if (!office || !surname || !/^[\p{Script=Han}]{1,2}$/u.test(words[at + 1] ?? '')) return [word]
    offices.add(office)
    return [office, surname]
  })
  return { words: apart, offices }
}

function withOffices(typed: readonly string[]): {
  readonly words: readonly string[]
  readonly heard: readonly string[]
} {
  const heard: string[] = []
  let office = ''
  const { words, offices } = withSurnames(typed)
  const [sure, other] = readingsOf(words)
  const read = other ? typed : (sure ?? typed)
  for (const word of read) {
    if (offices.has(word) || whyNoPerson(word)) office += word
    else {
      heard.push(`${office}${word}`)
      office = ''
    }
  }
  return { words: other || !sure ? [typed.join('')] : read, heard: office ? [...heard, office] : heard }
}

const unsure = (said: string): string =>
  `“${said}”列在“列席”之后，分不清是否属于列席人员；请另起一段，在前面写明“出席：”或“请假：”，列席人员只写单位、职务和姓名`
const whoIs = (said: string): string =>
  `“${said}”列在“列席”之后，不能确定是不是姓名；没有人列席的只写“列席：无”，确是姓名的请写作“${said}（${NAME_NOTE}）”`
