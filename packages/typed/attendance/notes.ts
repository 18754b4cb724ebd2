/** What a bracket behind a name says that changes nothing. */
import type { Group } from './labels.ts'

/** Why somebody is away of whom a label says that they are. */
const REASON =
  /^(?:因[病事公故].{0,6}|住院|生病|开会|培训|学习|驻村|下乡|值班|探亲|外出(?:学习|考察|开会|培训)|党校学习|在[省市县]里?开会)$/u
/** 王秀英（女）, among those who came 王建国（主持）, and behind 缺席： 陈静（因病）. */
export const saysNothing = (note: string, group: Group): boolean =>
  /^[男女]$/u.test(note) ||
  (group === 'present' && /^(?:会议)?主持[人会议]*$/u.test(note)) ||
  (group === 'absent' && REASON.test(note))
