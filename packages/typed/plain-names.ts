/** What is one person's name by what it is, so that nobody is asked; whatever else stands there has the note that it is a name. */
import { areParts, isAsHeard } from './dotted.ts'
import { isBySurname, isCalled } from './no-persons.ts'
import { isNoted, NAME_NOTE, whyNoPerson, whyNotRegistered, withoutUnit, withStatedUnit } from './person.ts'
import { NEXT, OTHERS } from './rare-surnames.ts'
import { DOUBLE, OFTEN } from './surnames.ts'
import { isUnitName } from './unit/unit-shape.ts'

const DRAWN = '[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]?'
const HAN = `[\\p{Script=Han}]${DRAWN}`
const TWO = [...DOUBLE].join('|')
const chinese = (surnames: string) => new RegExp(`^(?:[${surnames}]${DRAWN}|${TWO})(?:${HAN}){1,2}$`, 'u')
const [OFTEN_NAMED, NAMED] = [chinese(OFTEN), chinese(OFTEN + NEXT + OTHERS)]
/** Surnames that are seldom one: 朴正熙, 商国忠, 太叔雄; the first of them begin no word. */
const SELDOM = new RegExp(
  `^(?:[朴玄刀侬芈妫姒召](?:${HAN}){1,2}|[年言福种商岩玉思南员](?:${HAN}){2}|(?:太叔|子车|颛孙|公西|漆雕|公良|壤驷|夹谷|东门|南门|微生|南荣|左丘|梁丘|百里)(?:${HAN}){1,2})$`,
  'u',
)
/** 陈方安生, of two surnames. */
const OF_TWO = new RegExp(`^[${OFTEN}${NEXT}]{2}(?:${HAN}){2}$`, 'u')
/** 买买提·艾力. */
const DOTTED = new RegExp(`^(?:${HAN}){1,8}(?:·(?:${HAN}){1,8})+$`, 'u')
/** John Smith, J. R. Smith: of two letters at least, save for what is written with a dot. */
const LATIN =
  /^(?:(?:[\p{Lu}][.])+-? ?)*[\p{Lu}](?=['’\p{M}]*[\p{L}])[\p{L}\p{M}.'’-]*(?: (?:(?:[\p{Lu}][.])+|[\p{L}]['’\p{M}]*[\p{L}][\p{L}\p{M}.'’-]*))*$/u
/** No name ends so, whatever it begins with. */
const NO_NAME = /[员众某签的]$|^(?:司机|班长|董事长)$|^.[庄店集圩楼湾沟][村镇乡]$/u

const isOne = (name: string, han: RegExp): boolean =>
  !NO_NAME.test(name) &&
  !isCalled(name) &&
  (han.test(name) || (DOTTED.test(name) && areParts(name)) || LATIN.test(name) || isBySurname(name))
const unsure = (name: string): string =>
  `“${name}”不能确定是不是一个人的姓名；确是一个人姓名的，请写作“${name}（${NAME_NOTE}）”`

/** What a program may send of somebody at a meeting: the console reads minutes by longer lists. @param name as it is kept, of which nothing else is wrong */
export const whyNotNoted = (name: string): string | undefined =>
  isPlain(name) || isNoted(name) ? undefined : unsure(name)
/** As it is sent. */
export const withNote = (typed: string): string => {
  const name = withStatedUnit(typed)
  return isPlain(name) ? name : `${name}（${NAME_NOTE}）`
}
/** 张伟（财政局） is as sure as 张伟. */
const isPlain = (name: string): boolean => isOne(withoutUnit(name), OFTEN_NAMED)

/** 代张伟: who signed for somebody. */
const SIGNED = new RegExp(`^代[${OFTEN}]${HAN}$`, 'u')
const isOnePerson = (name: string): boolean =>
  (isOne(name, NAMED) && !SIGNED.test(name)) ||
  (SELDOM.test(name) && !NO_NAME.test(name)) ||
  // 王庄小学 has two surnames as well.
  (OF_TWO.test(name) && !isUnitName(name, 'unit')) ||
  isAsHeard(name)
/** Why what stands in a field for one person is not taken for a name. @param name as it is kept, with the note or without */
export const whyNotOnePerson = (name: string): string | undefined =>
  whyNotRegistered(name) ?? (isNoted(name) || isOnePerson(name) ? undefined : unsure(name))
/** As such a field shows a name that is kept. */
export const asEntered = (name: string): string =>
  whyNotOnePerson(name) === undefined || whyNoPerson(name) !== undefined ? name : `${name}（${NAME_NOTE}）`
