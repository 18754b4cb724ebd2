/** Words by which what stands in a person's place is known as none: titles, offices, what is said of them. */
import { isRun } from './runs.ts'

const HEADS = '[县市区乡镇局部科股所处院组村校厂队站室会厅司]'
const TITLE = [
  `(?:常务|第一)?副?${HEADS}长`,
  ...['(?:副|第一)?书记', '副?主任', '副?主席', '常委', '委员', '副?秘书长?', '(?:副|代理?)?检察长', '政委', '委员长'],
  ...['[组队会]员', '成员', '律师', '会计', '教授'],
  ...['[一二三四]?级?调研员', '[一二三四]?级?主任科员', '科员', '干事', '党组成员', '局党组成员', '专职?副书记'],
].join('|')
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
    '请假|请了假|缺席|出席|列席|未到|到会|到齐|到场|在场|参会|与会|出差|[病事公休产婚丧年]假|探亲|公出|外出|旷会|回避|因[事病公故]',
    '应到|实到|没来|没到|没有来|不在|不[到来能]$|[未没不]能|迟到|早退|有事|值班|培训|挂职|住院|生病|[未没不]参加|参加了?会',
    '缺勤|委托|开会|签到|附件|附后|另有|有会$|主持|记录人|代[签会参替]|透露|署名|签[字章]|盖章|公章|除外$',
  ].join('|'),
)

/** Several persons in one, or what divides them. */
export const isSeveral = (name: string): boolean =>
  /[、，,;；。|｜/／+＋&＆\n\t]/.test(name) ||
  new RegExp(`^${HAN}{2,4}(?:以及|还有|和|与|及|或|并|代|替)${HAN}{2,4}$`, 'u').test(name) ||
  isRun(name)

export const isTitle = (name: string): boolean => TITLE_ALONE.test(name)
export const hasTitle = (name: string): boolean => !BY_SURNAME.test(name) && WITH_TITLE.test(name)
/** @param name whose first character is a surname */
export const isBySurname = (name: string): boolean => BY_SURNAME.test(name)
export const isOffice = (name: string): boolean => OFFICE.test(name)
export const isSaid = (name: string): boolean => SAID.test(name)
/** 许建国等, 许建国等三人, 何英三人; 李一人 is somebody's name. */
export const isCutShort = (name: string): boolean =>
  /等(?:[一二三四五六七八九十\d]+[人名位]|人)?$|..共?[一二两三四五六七八九十\d]+[人名位]$/u.test(name)

/** A place to sign, a part in the case, a post that nobody holds: what a form prints beside the blank for a name. */
const ROLE = new RegExp(
  [
    '^(?:本|主要|单位|部门|科室|有关|相关|分管|法定)?(?:负责|经办|承办|经手|制表|填表|填报|填写|报送|联系|审核|审批|复核|核对|申请|申报|签字|签收|签名|代理|代签|记录|主持|召集|举报|投诉|异议|当事|证明|授权|委托|校对|责任|代表)人员?$',
    '^(?:各|有关|相关|分管|主要|上级|本级|单位|部门)?领导(?:小组)?(?:同志|成员|干部)?$|^(?:各.*|工作人员|本人|法人|代表|当事人|法定代表人|职工|群众|干部|组长|组员|成员|委员|队员|先生|女士|小姐|师傅|老师|律师)$',
    '^待|^[空出]缺|缺额$|^以下|^以上|^上述|^下列|^此处|^[不拒]|^暂',
  ].join('|'),
)
export const isRole = (name: string): boolean => ROLE.test(name)
/** 王伟代: who signs for somebody else. 万代 and the like are given names. */
export const isStandIn = (name: string): boolean =>
  new RegExp(`^${HAN}{2,4}$`, 'u').test(name) && /^.+[^万世千百年时当古后金永]代$/u.test(name) && name.length > 2
