import type { Procedure } from './procedure.ts'

/**
 * 创建依法行政示范单位, the short form (泗政办秘〔2018〕22号, part 三): application, review, notice, executive meeting.
 * A county's variant is another value of the same shape.
 */
export const creation = {
  name: 'creation',
  title: '依法行政示范单位创建',
  start: 'application',
  steps: {
    application: {
      title: '创建申请',
      actor: 'unitClerk',
      decided: 'case',
      lapses: 'lapsed',
      outcomes: {
        submitted: { title: '已提交', leadsTo: 'review' },
        lapsed: { title: '逾期未报', leadsTo: 'notSubmitted', byTime: true },
      },
    },
    review: {
      title: '初审',
      actor: 'officeOfficer',
      decided: 'case',
      outcomes: {
        accepted: { title: '通过', leadsTo: 'notice' },
        returned: { title: '退回补正', leadsTo: 'application' },
        refused: { title: '不予通过', leadsTo: 'refused' },
      },
    },
    notice: {
      title: '公示',
      actor: 'officeOfficer',
      decided: 'list',
      outcomes: {
        clear: { title: '无异议', leadsTo: 'executiveMeeting' },
        upheld: { title: '异议成立', leadsTo: 'objectionUpheld' },
      },
    },
    executiveMeeting: {
      title: '常务会议',
      actor: 'meetingSecretary',
      decided: 'list',
      outcomes: {
        named: { title: '命名', leadsTo: 'named', limited: true },
        deferred: { title: '暂缓审议', leadsTo: 'executiveMeeting' },
        refused: { title: '不予通过', leadsTo: 'refused' },
      },
    },
  },
  exits: {
    withdrawn: { title: '主动退出', leadsTo: 'withdrawn' },
    vetoed: { title: '一票否决', leadsTo: 'vetoed' },
  },
  endings: {
    named: { title: '已命名' },
    notSubmitted: { title: '未申请' },
    refused: { title: '未通过' },
    objectionUpheld: { title: '异议成立' },
    withdrawn: { title: '已退出' },
    vetoed: { title: '已否决' },
  },
} as const satisfies Procedure
