/** What stands in a bracket behind a member's name: a unit, which is kept with it, or why somebody is missing. */
import { expect, it } from 'vitest'
import { attendeeName } from '#contracts/forms.ts'
import { readPeople } from '../people.ts'
import { withoutUnit, withPlainUnit } from '../person.ts'
import { whyNotNoted, withNote } from '../plain-names.ts'
import { asTyped } from '../sure-names.ts'

const words = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(' '))
const UNITS = words(
  '财政局 县财政局 泗县财政局 司法局 公安局 大庄镇 大庄镇人民政府 草沟镇党委 县委办 县政府办 县委办公室 法制办 市委 县委 县政府 县府 县人大常委会',
  '县人大 县政协 县妇联 县残联 县工商联 县科协 团县委 县总工会 红十字会 县纪委监委 政法委 编办 人武部 宣传部 组织部 统战部 县委老干部局 老干部局 信访局',
  '退役军人事务局 离退休干部局 住建局 住房和城乡建设局 不动产登记中心 未成年人保护中心 疾病预防控制中心 出版局 新闻出版局 外事办 参事室 调查队 国家统计局调查队',
  '县法院 县检察院 人民法庭 县委政法委 大庄小学 实验中学 大庄村 大庄村委会 居委会 社区居委会 供电公司 武警中队 县人大办 县政协办公室',
  '工商银行 农商行 派出所 执法大队 交警大队 消防救援大队 税务所 气象台 档案馆 高新区 开发区 开发区管委会 现代农业园区 自由贸易试验区 防汛指挥部 指挥部',
  '草沟镇 下塘镇 长沟镇政府 屏山镇党委 泗县司法局 代县司法局 开封市司法局 上海市司法局 安徽省司法厅 县委书记办公室 秘书科 法规股 一科 办公室',
  '县公安局交警大队 县市场监管局 自然资源和规划局 县生态环境分局 卫健委 县发改委 数据资源管理局 县林业发展中心 机关事务管理中心 县委巡察办 融媒体中心 县政府督查室 史志办',
)
it.each(UNITS)('%j is a unit, which is kept with a name', (unit) => {
  const name = `张伟（${unit}）`
  expect(readPeople(`出席：许建国、${name}`)).toEqual({ names: ['许建国', name], absent: [], beside: [] })
  expect(attendeeName('出席人员', 30).safeParse(name).success).toBe(true)
  expect([withoutUnit(name), withNote(name), whyNotNoted(name)]).toEqual(['张伟', name, undefined])
})

const MISSING = words(
  '住院 请假住院 因病住院 病假住院 产假在院 出院 下乡 回乡 请假回乡 返乡 在乡 驻村 在村 探亲在村 下村 进村 没到会 没来开会 缺会 开会 在外开会 代参会',
  '另有会 同期有会 因会 列会 提前离会 离会 退会 迟到半小时到会 中途到会 10时到会 到10时离会 线上参会 视频与会 委托何英参会 委托何英与会 由何英代表参会',
  '不在县 不在本市 在县 公差在县 出差在县 出差省厅 赴省厅 去省委 在市委 外出赴市委党校 党校 在党校 省委党校 调任市局 调离县政府 已调市委 借调市局 挂职县委',
  '已退休干部局 陪同检查组在县 因公在市里办 因公外出办 请假在家办 代市局 代理局 由何英代表县政府 值班室 值班县委办 会议室 参加省里会议室 旁听县委会',
  '看病县医院 住县医院 就诊省立医院 送老人医院 进修省厅 跟班学习省司法厅 抽调县纪委 考察浙江省 调研草沟镇 检查泗城镇 督导防汛社区 支援湖北省 下沉社区 驻点社区',
  '返乡镇 公干市局 公务市政府 办事省厅 汇报省政府 迎省厅 配合县纪委 留置县监委 停职县委 应诉市中院 出警派出所 接访县信访局 留守县政府 转任县人大 帮扶村 包村 替公安局 原公安局 拟任财政局',
  '医院 县医院 市医院 卫生院陪护 住院部 学校 幼儿园 看守所 上海 上海市 合肥市 泗县 市里 省里 北京 浙江省 驻村工作队 扶贫工作组 督查组 专班 培训中心 进修学校 考场',
  '培训中心学习 市委党校学习 去财政局办事 陪同市局 在外开会未归 信访局接访 法院出庭 县纪委谈话 值守防汛办 防汛指挥部值班 大庄镇调研 大庄镇有事 泗县在外 去泗县财政局 赴代县司法局 下乡镇 包保镇 包村镇',
  '招商外出 深圳招商 会见客商 跟班市局 脱产学习 复旦大学 接机 工地 项目现场 居家办公 带队外出 送文件到市委 参加市人大会议 未通知到 中途离开 代王伟 王伟代 孩子生病 骨折 手术 在防汛一线乡镇 法院开庭在法院 开庭 出庭 回省厅 到市局 外出省厅 外省 外县 出国 考察 培训 学习 干部 退休干部 常委 政委 代办 督办 代 兼 回族 迟到 副县长',
)
it.each(MISSING)('%j is why somebody is missing, and is asked', (note) => {
  const name = `宋志远（${note}）`
  const { names, wrong } = readPeople(`出席：许建国、${name}`)
  expect([names, wrong]).toEqual([['许建国'], expect.stringContaining(`“${name}”`)])
  expect(attendeeName('出席人员', 30).safeParse(name).success).toBe(false)
})
it.each(['未与会', '主持', '女'])('%s is no unit, and nothing that is sent', (note) => {
  const { names, absent, wrong } = readPeople(`出席：许建国、宋志远（${note}）`)
  expect([names, absent, wrong]).toEqual([['许建国', '宋志远'], note === '未与会' ? ['宋志远'] : [], undefined])
  expect(attendeeName('出席人员', 30).safeParse(`宋志远（${note}）`).success).toBe(false)
})
it('tells whoever is asked how to write who was missing', () =>
  expect(readPeople('出席：许建国、宋志远（住院）').wrong).toBe(
    '“宋志远（住院）”：不能判断括号里是什么；请只写姓名，未到会的请写作“宋志远（请假）”。',
  ))
it.each(words('住院 下乡 驻村 因公'))('keeps no reason %j with the name of who is missing', (note) => {
  const { absent, wrong } = readPeople(`出席：许建国。请假：何英（${note}）`)
  expect([absent, wrong]).toEqual([['何英'], undefined])
  expect(readPeople(`何英（${note}）`).wrong).toContain(`“何英（${note}）”`)
})
it('asks whether a name with a unit and one without are one person', () => {
  for (const text of ['张伟、张伟（财政局）', '出席：张伟（财政局）；请假：张伟'])
    expect([text, readPeople(text).wrong]).toEqual([text, expect.stringMatching(/“张伟.*”(写了不止一次|既列为出席)/)])
  expect(readPeople('张伟（财政局）、张伟（司法局）')).not.toHaveProperty('wrong')
  expect(readPeople('张伟、张伟（财政局）').wrong).not.toMatch(/）（/)
})
it('takes a unit of the county, and one of which it is said that it is one', () => {
  for (const typed of ['张伟（大杨庄镇）', '张伟（大杨庄镇人民政府）', '张伟（大杨庄镇政府）'])
    expect(readPeople(typed, ['大杨庄镇人民政府'])).toEqual({ names: [typed], absent: [], beside: [] })
  expect(readPeople('张伟（在大杨庄镇）', ['大杨庄镇人民政府']).names).toEqual([])
  for (const typed of ['张伟（单位：石龙湖）', '张伟( 单位: 石龙湖 )', asTyped('张伟（石龙湖）')])
    expect(readPeople(`出席：${typed}。请假：何英`)).toEqual({
      ...{ names: ['张伟（石龙湖）', '何英'], absent: ['何英'], beside: [] },
    })
  expect(readPeople('张伟（单位：请假）').names).toEqual([])
  expect(readPeople('张伟（石龙湖）').wrong).toContain('请写作“张伟（单位：石龙湖）”')
  // A program says the same, and the record has the unit alone.
  expect([withNote('张伟（石龙湖）'), withNote('大庄（石龙湖）')]).toEqual([
    '张伟（单位：石龙湖）',
    '大庄（单位：石龙湖）（姓名）',
  ])
  expect(attendeeName('出席人员', 30).safeParse('张伟（单位：石龙湖）').success).toBe(true)
  expect(withPlainUnit('张伟（单位：石龙湖）')).toBe('张伟（石龙湖）')
})
