/** Names of two and more parts with a dot between, by what they are written with: 买买提·艾力, 多吉·次仁. */
import { NEXT } from './rare-surnames.ts'
import { OFTEN } from './surnames.ts'

/** By what names of the minorities are written in Chinese: 阿不都热西提, 乌兰图雅, 扎西多吉. */
const HEARD =
  '丽不阿艾巴白拜班包保贝本比别宾勃波伯卜布才采仓朝次茨措达丹旦德登迪地丁顿多都朵娥额尔恩尕嘎噶嘉加甲贡高戈格根贵古哈海罕汗合和赫黑胡华基吉江金卡喀坎康考柯可克肯库拉来兰朗勒里力立利列林隆鲁伦罗洛玛马买麦满曼毛美蒙孟米密莫木姆穆那纳娜乃南尼娘努诺欧帕潘培佩普其奇恰切钦青琴曲确却热仁日茹若撒萨赛桑色森沙珊尚绍司斯思苏素索塔台泰坦唐特腾提铁帖图吐托瓦娃旺维温翁沃乌吾武西希夏向小肖辛牙雅亚延彦央扬叶依伊宜音英永玉尤宇云泽扎孜珠卓增忠甫夫娅茜丝媛宝敖者支让村毅牛狄隽逸俄惹平道'
const AS_HEARD = new RegExp(`^[${HEARD}]{3,12}$`, 'u')
export const isAsHeard = (name: string): boolean => AS_HEARD.test(name)

/** What else stands in names of several parts. Nothing of offices, of labels or of what is said of somebody is among it. */
const BESIDE =
  '开守堆麻万任汤沛逊孙荪洪明外再则约衣左佐早居皮排宰仙义生杰结久谢邓汪彭单坚赞晋尊群益强宗珍拥冬仲农龙孔安杜冈冉车奴祖阔瓜盖芭莱鲜耶占真昌军建国红文伟志芳花月雪香莲梅霞玲敏萍君峰山川阳晓春秋俊贤凯茂荣福兴宁静瑞琳莎蕾薇妮蒂詹翰迈当卫弗史乔治理查奥汉凡冯勋涛琼寿祥喜祝庆团尧瑶瓒甘主乐年迦耐窝勇娟秀燕飞兵刚光新胜亮磊辉呼'
const DRAWN = '\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}'
const WRITTEN = new RegExp(`^[${HEARD}${BESIDE}]{1,8}$`, 'u')
/** 和买买提, 村买买提, 买买提来: these begin and end no part, save in 和加, 外力, 江村 and the like. */
const AT_NO_END = '和外再来主任村支单让者'
const SAVE: ReadonlySet<string> = new Set(
  '和加和卓和田和热和孜外力再努再娜再吐再土再排来提主麻任孜单增江村达来平和孟和苏和布和呼和'.match(/../g),
)
const isCut = (part: string): boolean =>
  [part.slice(0, 2), part.slice(-2)].some(
    (two, at) => AT_NO_END.includes(two[at === 0 ? 0 : two.length - 1] ?? '-') && !SAVE.has(two),
  )
/** Surnames that begin no part of such a name, save in those that are written for their sound. */
const SELDOM = '马苏白夏古杜洪江安'
const isWhole = (part: string): boolean =>
  [2, 3].includes(part.length) &&
  (OFTEN + NEXT).includes(part[0] ?? '-') &&
  (part.length > 2 || !SELDOM.includes(part[0] ?? '-')) &&
  !isOfSounds(part)
/** 买买提·艾力和马丽: somebody else behind it. */
const JOINED = new RegExp(`.{2}和[${OFTEN}${NEXT}].{1,2}$`, 'u')
const MAY_BE_WHOLE = new RegExp(`^[${OFTEN}${NEXT}明时古].{1,2}$`, 'u')
/** 马云·白云, 马云·马小云: whole names, whatever is written with the same characters elsewhere; 马木提·苏来曼 has no short one. */
const PAIR = new RegExp(`^(?!.{3}·.{3}$)[${OFTEN}${NEXT}].{1,2}·[${OFTEN}${NEXT}].{1,2}$`, 'u')
/** 艾力白玉: somebody else behind it; 伊斯马义, 洛桑江村 and 努尔古丽 end as such parts do. */
const GLUED = /..[马苏白夏杜洪江安][^义力提克尔木江依热曼甫汗拉尼孜吉丁别拜西娜玛古阿夫村措白央才巴音和达]{1,2}$/u
const SOUNDS = `${HEARD}开义守堆洪逊荪居麻衣密杰万明`
/** Written for its sound, and no Chinese name: 肖开提, 史密斯. */
export const isOfSounds = (part: string): boolean =>
  [...part].every((one, at) => SOUNDS.includes(one) || (at === 0 && '谢邓汪彭任史乔汤'.includes(one)))

/** Whether each part may be one of such a name: an office, what is said of somebody, and a Chinese name are none. */
export function areParts(name: string): boolean {
  const parts = name.replace(new RegExp(`[${DRAWN}]`, 'gu'), '').split('·')
  return (
    parts.every((part) => WRITTEN.test(part) && !isCut(part)) &&
    !parts.some((part) => isWhole(part) || JOINED.test(part) || GLUED.test(part)) &&
    !PAIR.test(name) &&
    // 白雪·古月: whole names both.
    !parts.every((part) => MAY_BE_WHOLE.test(part) && !isAllHeard(part))
  )
}
const isAllHeard = (part: string): boolean => [...part].every((one) => HEARD.includes(one))
