/** What is one person's name by what it is, so that nobody is asked; whatever else stands there has the note that it is a name. */
import { isBySurname, isCalled } from './no-persons.ts'
import { isNoted, NAME_NOTE, whyNoPerson, whyNotRegistered, withoutUnit, withStatedUnit } from './person.ts'
import { NEXT, OTHERS } from './rare-surnames.ts'
import { DOUBLE, OFTEN } from './surnames.ts'

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
/** By what names of the minorities are written in Chinese: 阿不都热西提, 乌兰图雅, 扎西多吉. */
const AS_HEARD =
  /^[丽不阿艾巴白拜班包保贝本比别宾勃波伯卜布才采仓朝次茨措达丹旦德登迪地丁顿多都朵娥额尔恩尕嘎噶嘉加甲贡高戈格根贵古哈海罕汗合和赫黑胡华基吉江金卡喀坎康考柯可克肯库拉来兰朗勒里力立利列林隆鲁伦罗洛玛马买麦满曼毛美蒙孟米密莫木姆穆那纳娜乃南尼娘努诺欧帕潘培佩普其奇恰切钦青琴曲确却热仁日茹若撒萨赛桑色森沙珊尚绍司斯思苏素索塔台泰坦唐特腾提铁帖图吐托瓦娃旺维温翁沃乌吾武西希夏向小肖辛牙雅亚延彦央扬叶依伊宜音英永玉尤宇云泽扎孜珠卓增忠甫夫娅茜丝媛宝敖者支让村毅牛狄隽逸俄惹平道]{3,12}$/u
export const isAsHeard = (name: string): boolean => AS_HEARD.test(name)
/** No name ends so, whatever it begins with. */
const NO_NAME = /[员众某签]$|^(?:司机|班长|董事长)$/u

const isOne = (name: string, han: RegExp): boolean =>
  !NO_NAME.test(name) &&
  !isCalled(name) &&
  (han.test(name) || DOTTED.test(name) || LATIN.test(name) || isBySurname(name))
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
  OF_TWO.test(name) ||
  AS_HEARD.test(name)
/** Why what stands in a field for one person is not taken for a name. @param name as it is kept, with the note or without */
export const whyNotOnePerson = (name: string): string | undefined =>
  whyNotRegistered(name) ?? (isNoted(name) || isOnePerson(name) ? undefined : unsure(name))
/** As such a field shows a name that is kept. */
export const asEntered = (name: string): string =>
  whyNotOnePerson(name) === undefined || whyNoPerson(name) !== undefined ? name : `${name}（${NAME_NOTE}）`
