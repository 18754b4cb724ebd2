/** What organs found of units in the year, before the list goes to the leading group. */
import { clerkOf, OFFICE } from '../acts.ts'
import { inLong } from '../long-batch.ts'
import type { Act } from '../year.ts'
import { correctResult, enterResult, readRecentResults, readResults, withdrawResult } from './results-acts.ts'

const LOST = {
  ...{ on: '2018-11-20', reference: '（2018）皖1324行初21号' },
  ...{ text: '一起限期拆除决定因没有告知听证权利，被判决撤销。' },
}
const REVERSED = {
  ...{ on: '2018-12-10', reference: '泗政复决〔2018〕7号' },
  ...{ text: '一件信息公开答复没有在法定期限内作出，被确认违法。' },
}
const reviewed = (unit: string, score: number) =>
  enterResult(
    { unit, kind: 'caseFiles' },
    { on: '2018-12-14', reference: '泗案评〔2018〕2号', score },
    clerkOf('dangan'),
  )

export const results: readonly Act[] = [
  inLong('2018-12-27T09:00', '登记泗城镇一起败诉', enterResult({ unit: 'sicheng', kind: 'lostSuit' }, LOST)),
  inLong('2018-12-27T09:20', '登记国土局一件被纠正的复议', enterResult({ unit: 'guotu', kind: 'reversed' }, REVERSED)),
  inLong('2018-12-27T10:00', '档案局登记案卷评查结果', reviewed('guotu', 82)),
  inLong('2018-12-27T10:20', '档案局登记案卷评查结果', reviewed('shichang', 93)),
  inLong(
    '2018-12-28T09:00',
    '更正败诉文书的日期',
    correctResult({ ...LOST, on: '2018-11-23' }, '登记的是立案日期，应为判决日期。'),
  ),
  inLong('2018-12-28T10:00', '复议决定另行作出，撤销原登记', withdrawResult(REVERSED, '复议机关已经撤回该决定。')),
  inLong('2018-12-28T15:00', '泗城镇查看涉及本镇的结果', readResults(clerkOf('sicheng'), '2018')),
  inLong('2019-01-10T16:40', '领导小组秘书查看近三年的外部结果', readRecentResults(OFFICE.groupSecretary)),
]
