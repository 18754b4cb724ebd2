/** Who was heard beside the body (列席), as minutes list them: with unit and office. They are shown and not recorded. */
import { groupOf } from './attendance-labels.ts'
import { tidyName } from './names.ts'
import { whyNoPerson } from './person.ts'
import { NEXT } from './rare-surnames.ts'
import { AND, readingsOf } from './readings.ts'
import { OFTEN } from './surnames.ts'

/** Nobody says of a unit or an office whether it was there, so that this may be somebody else's. */
const SAYS_MORE = new RegExp(
  [
    '请了?假|缺席|缺勤|[未没不](?:能|到|来|参|出|有来|在)|[病事公休产婚丧年]假|休假|出席|列席|到会|到场|到齐|参加|参会|与会',
    '公出|外出|探亲|出差|因[事病公故]|另有|迟到|早退|回避|(?:有事|值班|培训|学习|开会|住院|生病)$',
    // A name, and what that one did: 许建国主持, 何英驻村, 王伟在合肥. An office that is named before it is none.
    `^[${OFTEN}${NEXT}][\\p{Script=Han}]{1,2}(?:[在去赴到驻回因已正将带](?=.)|主持|记录)(?!.*[长任记员])`,
    '^会议(?:主持|记录)|主持(?:会议|人)?$|^主持(?!.*工作)',
    '会议成员|组成人员|其余|其他成员|^[无除]',
  ].join('|'),
  'u',
)
const SAYS_IN_BRACKET = /请了?假|缺席|缺勤|出席|[未没不](?:能|到|来|参)|假$|出差|公出/

type Heard = { readonly heard: readonly string[]; readonly why?: string }

/** @param note what a bracket behind them says */
export function heardIn(text: string, note: string): Heard {
  const words = text.split(/\s+/).map(tidyName).filter(Boolean)
  const odd = words.find((word) => SAYS_MORE.test(word) || groupOf(word) !== undefined)
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

function withOffices(words: readonly string[]): readonly string[] {
  const heard: string[] = []
  let office = ''
  const [sure, other] = readingsOf(words)
  for (const word of other ? words : (sure ?? words)) {
    if (whyNoPerson(word)) office += word
    else {
      heard.push(`${office}${word}`)
      office = ''
    }
  }
  return office ? [...heard, office] : heard
}

const unsure = (said: string): string =>
  `“${said}”列在“列席”之后，分不清是否属于列席人员；请另起一段，在前面写明“出席：”或“请假：”，列席人员只写单位、职务和姓名`
