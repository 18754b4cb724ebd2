/** Who was heard beside the body (列席), as minutes list them: with unit and office. They are shown and not recorded. */

import { tidyName } from '../names.ts'
import { whyNoPerson } from '../person.ts'
import { NEXT } from '../rare-surnames.ts'
import { AND, readingsOf } from '../readings.ts'
import { DOUBLE, OFTEN } from '../surnames.ts'
import { groupOf } from './labels.ts'

const MEMBER = '(?:委员|成员|组员|常委|副?组长|副?主任委员)'
/** 委员王建国, 李秀英为委员: who belongs to the body itself; 县政协委员王五 belongs to another. */
const MEMBERS = new RegExp(`^(?:各位)?${MEMBER}|[为系是任].{0,6}${MEMBER}$`, 'u')

/** Nobody says of a unit or an office whether it was there, so that this may be somebody else's. */
const SAYS_MORE = new RegExp(
  [
    '请了?假|缺席|缺勤|[未没不](?:能|到|来|参|出|有来|在)|[病事公休产婚丧年]假|休假|出席|列席|实到|到会|到场|到齐|参加|参会|与会',
    '公出|外出|探亲|出差|因[事病公故]|另有|迟到|早退|回避|(?:有事|值班|培训|学习|开会|住院|生病)$',
    // A name, and what that one did: 许建国主持, 何英驻村, 王伟在合肥. An office that is named before it is none.
    `^[${OFTEN}${NEXT}][\\p{Script=Han}]{1,2}(?:[在去赴到驻回因已正将带](?=.)|主持|记录)(?!.*[长任记员])`,
    '^会议(?:主持|记录)|主持(?:会议|人)?$|^主持(?!.*工作)',
    '会议成员|组成人员|其余|其他成员|^[无除]',
  ].join('|'),
  'u',
)
const SAYS_IN_BRACKET = /^(?:委员|成员|组员|常委|副?组长)$|请了?假|缺席|缺勤|出席|[未没不](?:能|到|来|参)|假$|出差|公出/

type Heard = { readonly heard: readonly string[]; readonly why?: string }

/** @param note what a bracket behind them says */
export function heardIn(text: string, note: string): Heard {
  // 县政府办（张亮、王伟）: what closes the bracket is no part of the name.
  const plain = text.includes('（') ? text : text.replaceAll('）', ' ')
  const words = plain.split(/\s+/).map(tidyName).filter(Boolean)
  const odd =
    words.find((word) => SAYS_MORE.test(word) || groupOf(word) !== undefined) ??
    [words.join('')].find((all) => MEMBERS.test(all))
  if (odd !== undefined) return { heard: [], why: unsure(odd) }
  if (SAYS_IN_BRACKET.test(note)) return { heard: [], why: unsure(`${tidyName(text)}（${tidyName(note)}）`) }
  return { heard: partedBy(words).flatMap(withOffices) }
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

function withOffices(typed: readonly string[]): readonly string[] {
  const heard: string[] = []
  let office = ''
  const { words, offices } = withSurnames(typed)
  const [sure, other] = readingsOf(words)
  for (const word of other ? typed : (sure ?? typed)) {
    if (offices.has(word) || whyNoPerson(word)) office += word
    else {
      heard.push(`${office}${word}`)
      office = ''
    }
  }
  return office ? [...heard, office] : heard
}

const unsure = (said: string): string =>
  `“${said}”列在“列席”之后，分不清是否属于列席人员；请另起一段，在前面写明“出席：”或“请假：”，列席人员只写单位、职务和姓名`
