/** Words by which what stands in a person's place is known as none: titles, offices, what is said of them. */
import { isRun } from './runs.ts'
import { OFTEN } from './surnames.ts'

const HEADS = '[县市区乡镇局部科股所处院组村校厂队站室会厅司]'
const TITLE = [
  `(?:常务|第一)?副?${HEADS}长`,
  ...['(?:副|第一)?书记', '副?主任', '副?主席', '常委', '委员', '副?秘书长?', '(?:副|代理?)?检察长', '政委', '委员长'],
  ...['[组队会]员', '成员', '律师'],
  ...['[一二三四]?级?调研员', '[一二三四]?级?主任科员', '科员', '干事', '党组成员', '局党组成员', '专职?副书记'],
].join('|')
/** 王教授, 李师傅: a surname with what somebody is called, which is no given name; 王庄人, 李家人: of where they are; 路长, 林长: offices that begin as one does. */
const CALLING =
  /^.{1,2}(?:教授|医[生师]|大夫|护士|院士|博士|硕士|[总副]?经理|老板|师傅|老师|会计|出纳|工程师|[高总]工|专家|顾问|助理|同学|司机|先生|女士|小姐|阿姨|大[爷妈娘叔哥姐]|[庄家村圩店楼湾桥集里上围镇某]人)$|^[路河湖林田段江]长$|^.家$/u
export const isCalled = (name: string): boolean => CALLING.test(name)
const OFFICES = '局|办|政府|办公室|委员会|管委会|街道|法院|检察院|大队|支队|中心|公司'
const HAN = '[\\p{Script=Han}]'
const TITLE_ALONE = new RegExp(`^(?:${TITLE})$`, 'u')
/** 王县长, 李副县长: one character before it is somebody's surname, as minutes call them. */
const BY_SURNAME = new RegExp(`^(?![代原前副正各])${HAN}(?:${TITLE})$`, 'u')
const WITH_TITLE = new RegExp(
  `^(?:${HAN}+(?:同志|先生|女士)|${HAN}{2,}(?:${TITLE})|[代原前](?:${TITLE})|${HAN}*?(?:${TITLE})${HAN}{2,4})$`,
  'u',
)
const OFFICE = new RegExp(`^${HAN}{2,}(?:${OFFICES})$`, 'u')
/** Whether somebody was there: beside a name it is no part of it. */
const SAID = new RegExp(
  [
    '请了?假|缺席|出席|列席|未到|到会|参会|与会|出差|[病事公休产婚丧年]假|外出|旷会|回避|因[事病公故]',
    '应到|实到|没有?来|没到|不在|不[到来能]$|[未没不]能|迟到|早退|有事|值班|培训|挂职|住院|生病|参加',
    '缺勤|委托|开会|签到|附件|附后|主持|记录人|代[签会参替]|除外$',
  ].join('|'),
)

/** Several persons in one, or what divides them. */
export const isSeveral = (name: string): boolean =>
  /[、，,;；。|｜/／+＋&＆\n\t]/.test(name) ||
  new RegExp(`^${HAN}{2,4}(?:以及|还有|和|与|及|或|并|代|替)${HAN}{2,4}$`, 'u').test(name) ||
  (isRun(name) && !isOfTwoSurnames(name))
/** 马林高娃 may be one name, of two surnames and a given name of two characters; in 李四王五 the second is no surname. */
const isOfTwoSurnames = (name: string): boolean => new RegExp(`^[${OFTEN}]{2}${HAN}{2}$`, 'u').test(name)
/** All of a kind, by what they are and not by name. */
const MANY =
  /^(?:各|有关|相关|部分|所有)|(?:[乡镇村县区]|部门|单位)(?:主要)?负责(?:人|同志)$|(?:单位|部门|人员|干部|职工|群众|[村居市]民|[乡镇村县区局办]代表)$/u
export const areMany = (name: string): boolean => MANY.test(name)

export const isTitle = (name: string): boolean => TITLE_ALONE.test(name)
export const hasTitle = (name: string): boolean => !BY_SURNAME.test(name) && WITH_TITLE.test(name)
/** @param name whose first character is a surname */
export const isBySurname = (name: string): boolean => BY_SURNAME.test(name)
export const isOffice = (name: string): boolean => OFFICE.test(name)
export const isSaid = (name: string): boolean => SAID.test(name)
/** No name with what is said behind it is longer. */
const LONGEST = 60
/** What became of somebody, behind the name: 谭勇已退休. */
const HAS_LEFT =
  '退休|离休|内退|病退|提前退休|退居二线|退二线|退出领导岗位|离职|离岗|离任|辞职|辞退|调离|调走|调出|调动|调任|转任|转岗|' +
  '转业|借调|借出|外借|抽调|挂职|驻村|援疆|援藏|停职|停薪留职|免职|撤职|降职|开除|双开|留置|待岗|下岗|返聘|' +
  '病休|长休|产假|休假|病假|病故|身故|亡故|已故|去世|逝世|过世|离世|死亡|牺牲|殉职'
const STATUS = new RegExp(
  `^(${HAN}{2,}?|.*[·\\p{Script=Latin}].*?)[，, ]?((?:现已|已经|现|已|刚|新近|近期|即将|拟|正|正在|目前|暂)?(?:${HAS_LEFT})了?)$`,
  'u',
)
/** The name, and what is said behind it. */
export function withStatus(name: string): readonly [name: string, said: string] | undefined {
  if (name.length > LONGEST) return undefined
  const [, own, said] = STATUS.exec(name) ?? []
  return own && said ? [own, said] : undefined
}
/** 许建国等, 许建国等三人, 何英三人; 李一人 is somebody's name. */
export const isCutShort = (name: string): boolean =>
  /等(?:[一二三四五六七八九十\d]{1,6}[人名位]|人)?$|..共?(?<![一二两三四五六七八九十\d])[一二两三四五六七八九十\d]{1,6}[人名位]$/u.test(
    name,
  )

/** 王伟代: who signs for somebody else. 万代 and the like are given names. */
export const isStandIn = (name: string): boolean => /^.{1,2}[^万世千百年时当古后金永]代$/u.test(name)
