/** Whoever is named behind 列席 and may be a member, or be said to have come. */
import { expect, it } from 'vitest'
import { readPeople } from '../people.ts'

const words = (said: string) => said.split(' ')
it.each(
  words(
    '主持 会议主持 主持人 主持会议 实到 已到 参会 到会 与会 视频参会 线上参会 已到会 未到 没到 到场 参加 参加会议 弃权 回避 同意 病 缺 迟到 王伟代 外出 扶贫 委托',
  ),
)('（%s） behind one of them is asked', (note) => {
  for (const list of [`赵明、王建国（${note}）`, `王建国（${note}）、赵明`, `县财政局王建国（${note}）`])
    expect([list, readPeople(`出席：李秀英\n列席：${list}`).wrong]).toEqual([list, expect.stringContaining('列席')])
})
it.each(
  words(
    '领导小组 审议人 会议审议人 评定小组 认定组 审核组 考评组 评议员 正式代表 主席团 认定小组 考核组 审查小组 评选领导小组 审核工作组 审议员 大会主席团 验收组 评估组 督导组 检查组 考评组 打分组 工作组 核查组 筛选组 县验收组 联合验收组 第一验收组 验收小组 复核小组 打分员 验收人员 评估专家 考核专班',
  ),
)('%s before one of them is asked', (office) => {
  for (const list of [`赵明，${office}王建国、李秀英`, `${office} 王建国`, `赵明、王建国（${office}）`])
    expect([list, readPeople(`出席：陈静\n列席：${list}`).wrong]).toEqual([list, expect.stringContaining('列席')])
})
it.each(words('王建国县长讲话 王建国发言 王建国致辞'))('%s is asked', (said) =>
  expect(readPeople(`出席：陈静\n列席：赵明、${said}`)).toHaveProperty('wrong'),
)
it.each(
  words(
    '县财政局赵明 县扶贫开发领导小组办公室赵明 镇人大主席团主席赵明 赵明（县财政局） 县司法局局长赵明 赵明（县财政局副局长） 赵明（大庄镇负责人） 赵明（女） 赵明（县司法局，代） 赵明（法律顾问）',
  ),
)('%s is heard', (heard) => expect(readPeople(`出席：陈静\n列席：${heard}`)).not.toHaveProperty('wrong'))

it.each(
  words(
    '大庄村三组 王庄村村民小组 县委第一巡察组 县委组织部 县司法局普法办 县依法行政领导小组办公室 县财政局项目组 县资产评估中心 县考核办',
  ),
)('%s before one of them is where they work', (unit) =>
  expect(readPeople(`出席：陈静\n列席：${unit}赵明`)).toEqual({ names: ['陈静'], absent: [], beside: [`${unit}赵明`] }),
)
