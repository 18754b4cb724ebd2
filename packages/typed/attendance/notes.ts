/** What a bracket behind a name says that changes nothing. */
import type { Group } from './labels.ts'

/** A town of the province, or what is above the county: who is in one has gone there. */
const PLACE = '(?:外[地省市]|[省市县]里?|北京|上海|合肥|南京|杭州|徐州|蚌埠|宿州|滁州|淮北|阜阳)'
const DOES = '(?:参加)?(?:开会|会议|培训|学习|考察|招商|出差|办事|看病|住院|体检)'
const GONE = `出差|外出(?:${DOES})?|[在去赴到]${PLACE}${DOES}|在?(?:[省市县]委)?党校(?:学习|培训)`
const [ILL, BUSY] = [
  '住院|看病|就医|手术|生病|体检',
  `${GONE}|(?:脱产)?(?:学习|培训)|开会|[驻包]村|下乡|值班|考察|挂职(?:锻炼)?|扶贫|帮扶|接访|信访接待|(?:在外)?招商|督查|巡察|防汛|抗旱|[援支][疆藏教]|出国`,
]
/** Why somebody is away of whom a label says that they are. Whatever else follows upon 因公 may say who came instead, or that they came. */
const REASON = new RegExp(
  `^(?:因?(?:${ILL}|${BUSY}|探亲)|因病(?:${ILL}|请假|休[假养]|缺席)?|因[公事故](?:${BUSY}|请假|缺席)?|(?:[产婚丧护]|陪产|年休?|探亲|公休)假|休[产年公婚]?假|另有(?:公务|会议|任务|要务|安排))$`,
  'u',
)
/** 王秀英（女）, among those who came 王建国（主持）, and behind 缺席： 陈静（因病）. */
export const saysNothing = (note: string, group: Group): boolean =>
  /^[男女]$/u.test(note) ||
  (group === 'present' && /^(?:会议)?主持[人会议]*$/u.test(note)) ||
  (group === 'absent' && REASON.test(note))
