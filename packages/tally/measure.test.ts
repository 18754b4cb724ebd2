import { describe, expect, it } from 'vitest'
import { readMeasure, saidMeasure } from './measure.ts'

describe('one mark', () => {
  it('is read with up to two places, and is nothing where nothing was typed', () => {
    for (const mark of ['0', '100', '81.5', '90.25', '100.00'])
      expect(readMeasure('mark', { mark }).measure).toEqual({ of: 'mark', mark })
    expect(readMeasure('mark', { mark: ' ' })).toEqual({ wrong: {} })
    expect(readMeasure('indicators', { mark: '90' })).toEqual({ wrong: {} })
  })
  it('is refused with what was received', () => {
    for (const mark of ['100.01', '-1', '81.555', '八十', '1e2'])
      expect(readMeasure('mark', { mark }).wrong.mark).toContain(`现为“${mark}”`)
  })
})

describe('a sitting', () => {
  it('is read whatever stands between its marks', () => {
    const typed = { invited: '5', passMark: '60', marks: '90、72.5\n58，100' }
    const { measure } = readMeasure('marks', typed)
    expect(measure).toEqual({ of: 'marks', invited: 5, passMark: '60', marks: ['90', '72.5', '58', '100'] })
    expect(measure && saidMeasure(measure)).toBe('应考5人，参加4人，及格（60分）3人；成绩：90、72.5、58、100')
    expect(readMeasure('marks', { invited: 3, passMark: '60' }).measure).toMatchObject({ invited: 3, marks: [] })
  })
  it('takes no name, and no more marks than were invited', () => {
    const wrong = (marks: string, invited = '3') => readMeasure('marks', { invited, passMark: '60', marks }).wrong
    expect(wrong('张三 90').marks).toBe('成绩是0至100的数字，不填姓名，现为“张三”；请改正')
    expect(wrong('90 80 70 60').marks).toBe('成绩有4个，多于应考的3人；请核对后改正')
    expect(wrong('90', '0')).toEqual({ invited: '请填写应考人数', marks: '成绩有1个，多于应考的0人；请核对后改正' })
    expect(readMeasure('marks', { marks: '90' }).wrong).toMatchObject({
      invited: '请填写应考人数',
      passMark: '请填写及格分',
    })
  })
})

describe('answers', () => {
  it('are read a question in each line', () => {
    const { measure } = readMeasure('answers', { answers: '办事是否一次告知 20 18\n\n执法是否出示证件：15人，15人' })
    expect(measure).toEqual({
      of: 'answers',
      answers: [
        { question: '办事是否一次告知', answered: 20, well: 18 },
        { question: '执法是否出示证件', answered: 15, well: 15 },
      ],
    })
    expect(measure && saidMeasure(measure)).toBe(
      '办事是否一次告知：回答20人，肯定18人；执法是否出示证件：回答15人，肯定15人',
    )
  })
  it('are refused by the line that cannot be read, or says more than were asked', () => {
    const wrong = (answers: string) => readMeasure('answers', { answers }).wrong.answers
    expect(wrong('13955712345 20 18')).toContain('题目中不写证件号码和电话号码')
    expect(wrong('办事是否一次告知 20')).toContain('现为“办事是否一次告知 20”')
    expect(wrong('办事是否一次告知 18 20')).toBe('肯定的人数不能多于回答的人数，现为“办事是否一次告知 18 20”；请改正')
    expect(wrong(Array.from({ length: 51 }, (_, at) => `第${at}题目 3 3`).join('\n'))).toContain('最多50题，现有51题')
  })
})
