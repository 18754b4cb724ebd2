/** What stands in a unit's place, or in that of whoever objects, and is more than a name. */
import { isRun } from './runs.ts'
import { isPersonal } from './says/no-organs.ts'
import { DOUBLE, OFTEN } from './surnames.ts'
import { isUnitName, OF_STATUS } from './unit/unit-shape.ts'

const WITH_NUMBER = new RegExp(`^[${OFTEN}]\\p{L}{1,3}[\\d\\s-]{7,}$`, 'u')

/** Whoever it may be, as somebody calls themselves who gives no name. */
const ANYBODY =
  /^(?:[一某该本][个位]?名?|人民|广大|热心|普通|匿名|知情|部分|全体|当地)*(?:群众|市民|村民|居民|网友|公民|老?百姓|知情(?:人士?|者)|(?:举报|反映|投诉|异议|热心|好心)(?:人|者)|匿名(?:人|者)|无名氏?|当事[人者]|受害[人者]|利害关系人|(?:过路|路)人[甲乙丙丁]?|业主|家长)$/u
/** 张某, 王先生, 老王: no more than a surname; 不便透露, 要求保密: none. */
const UNNAMED = new RegExp(
  [
    `^(?:某|\\p{Script=Han}|${[...DOUBLE].join('|')})(?:某{1,2}.?|先生|女士|小姐|大[爷妈娘叔姐哥]|阿姨|老板|师傅|老师|同志)$|^[老小][${OFTEN}]$`,
    '^(?:我|本人|姓名)?(?:要求|需要?|请|须)?(?:姓名)?(?:保密|(?:不愿意?|不便|不想|不方便|不肯|拒绝)(?:透露|公开|说出?|具|留|署|提供)?(?:真实)?(?:姓名|名字?)?)$',
  ].join('|'),
  'u',
)
/** What a form prints beside the blank. */
const PRINTED =
  /（(?:(?:加?盖|公|签|印)?(?:公?章|字|名)[、或和及与]?)+处?）|（[^\p{L}\p{N}（）]*）|（[xX某]+）|(?<=[\p{Script=Han}]{2})(?:加?盖公?章|签[章字名]|公章)+处?$/u
/** All of it in a bracket. */
const ENCLOSED = /^[（(【〔[〈《「“"][^（(）)【】]*[）)】〕\]〉》」”"]$/u

/** @param name as it is kept */
export function whyNoUnit(name: string): string | undefined {
  if (ANYBODY.test(name) || UNNAMED.test(name)) return `“${name}”不是真实的姓名或名称；请填写真实姓名`
  const [printed] = PRINTED.exec(name) ?? []
  if (printed) return `“${name}”中的“${printed}”是表格上印的字，不是名称；请去掉`
  if (ENCLOSED.test(name)) return `“${name}”全部写在括号或引号里，不能判断是不是名称；请去掉括号或引号`
  return moreThanOne(name)
}

/** Two towns, a count, the number of a line, what became of it; joint offices have one name: 教育局、体育局. */
const TWO = '不只是一个单位，请一行写一个单位'
/** 县委办公室、县政府办公室: offices that may be one. */
const JOINT =
  /^(?:[\p{Script=Han}（）]{2,20}[、/／](?![县市区旗州])|(?=[^、/／]*[委党纪])[\p{Script=Han}（）]{2,20}[、/／])[\p{Script=Han}（）]{2,20}$/u
const NOT_ONE: readonly (readonly [RegExp, string])[] = [
  [/[镇乡](?:人民政府)?[、，,;\uFF1B/／\s]+.*[镇乡](?:人民政府)?$|[镇乡]人民政府.+[镇乡]人民政府$/u, TWO],
  [/[局委办镇院](?:和(?![县平顺静田林布龙政])|[与暨]|(?=县)).+[局委办镇乡院]$/u, TWO],
  [/等[\d一二三四五六七八九十]+[家个](?:单位)?$/u, TWO],
  [/^(?:\d+[.．、](?!\d)|（[\d一二三四五六七八九十]+）|[①-⑳])/u, '前面有序号，请只写单位名称'],
  [/（已?(?:撤销|撤并|合并|注销|停用)）$/u, '写明了已经不再使用，请删去这一行，或只写单位名称'],
  [/[所站队庭校中院镇乡府道]\s*[、/／].*[所站队庭校中院镇乡府道]$/u, TWO],
  [/(?<=[局委办镇乡会])各/u, TWO],
  [
    /（(?:现|含|不含|不包|包括|改|更名|并入|划|拟|未|暂)[^（）]{0,40}）|.(?:更名|改名|改组|改制)[为成]|.(?:并入|划入|划归|合并[到至为成入])/u,
    '还写了它后来怎样或者包括什么，请只写单位现在的全称',
  ],
  [/^(?:例如|如[:：]|例[:：])/u, '是举例，请填写名称'],
  [/^(?:测试|试填|示例|样例)(?:单位|机构|\d)*$/u, '不是单位名称，请填写名称'],
]
/** What somebody may answer for: a name, and nothing that counts, lists or tells. */
const MAY_BE_ONE =
  /^(?=.{3,40}$)[\p{Script=Han}A-Za-z（）·]*[\p{Script=Han}）](?<!长|书记|主任|委员|会议|领导|人员|负责人|同志|等|单位|部门|待定|片区|未报|撤销|同意)(?<!^(?:[各无第请]|全部|相关|有关|上级|所有).*)$/u
/** What an acceptance makes for its trial batch, on a deployment that has a county's real roster. */
const OF_A_TRIAL = /^(?:验收|全程)单位[一二三四五六七八九十]$/u
/** How somebody says that a word is a unit's name although nobody knows it: 县剧团（单位名称）. It is no part of the name. */
const UNIT_NAME_NOTE = '单位名称'
const NOTED = new RegExp(`(?:（(?:${UNIT_NAME_NOTE}|单位全称|姓名)）)+$`, 'u')
export const withoutUnitNameNote = (name: string): string => name.replace(NOTED, '')

/** The same of a roster's line, which is one unit. @param typed with the note that it is one, or without */
export function whyNotOneUnit(typed: string): string | undefined {
  const name = withoutUnitNameNote(typed)
  if (/[×✕╳＊*○●]|某/u.test(name)) return `“${name}”没有写明是哪个单位；请填写单位全称`
  if (isPersonal(name)) return `“${name}”像是人的姓名，不是单位名称；请填写单位全称`
  const [, said] = NOT_ONE.find(([one]) => one.test(name)) ?? []
  if (said && !(name !== typed && said === TWO && JOINT.test(name)))
    return `“${name}”${said}${said === TWO && JOINT.test(name) ? `；合署办公、确是一个单位的，请写作“${name}（${UNIT_NAME_NOTE}）”` : ''}`
  if (OF_STATUS.test(name)) return `“${name}”还写了怎样处理或者有没有；请只写单位现在的全称`
  return OF_A_TRIAL.test(name) ||
    isUnitName(name, 'unit') ||
    (name !== typed && (MAY_BE_ONE.test(name) || JOINT.test(name)))
    ? undefined
    : `“${name}”不能确定是哪一个单位；请一行只写一个单位的全称，如“大庄镇人民政府”“县财政局”${MAY_BE_ONE.test(name) ? `；确是单位全称的，请写作“${name}（${UNIT_NAME_NOTE}）”` : ''}`
}
const moreThanOne = (name: string): string | undefined =>
  // 合计：3家; 王伟13955571234; 张三、李四 or 王伟 李四.
  /[:：]/.test(name) || WITH_NUMBER.test(name) || isRun(name.split(/[、，,;；/／\s和与及]+/).join('·'))
    ? `“${name}”不只是一个名称；请去掉冒号、号码和其他人的姓名`
    : undefined
