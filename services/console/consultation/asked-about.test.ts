import { expect, it } from 'vitest'
import type { OrganShown, ReplyShown } from '#contracts/consultation/consultation.ts'
import { askedAbout } from './asked-about.ts'

const reply = (text?: string): ReplyShown => ({
  ...{ at: '2018-07-10T02:00:00.000Z', by: '钱经办', on: '2018-07-10', use: '5', reason: '' },
  scan: { owner: 'office.consultation', sha256: '5', name: '复函.pdf' },
  found: text ? [{ unit: 'caogou', name: '草沟镇', text }] : [],
})
const organ = (title: string, ...replies: ReplyShown[]): OrganShown => ({ organ: title, title, chased: [], replies })
const asked = (today: string, ...organs: OrganShown[]) => ({
  today,
  letters: [
    {
      ...{ n: 1, reference: '泗法函〔2018〕3号', on: '2018-07-01', lastDay: '2018-07-15' },
      ...{ at: '2018-07-01T02:00:00.000Z', by: '钱经办', organs },
      units: [
        { unit: 'caogou', name: '草沟镇' },
        { unit: 'dazhuang', name: '大庄镇' },
      ],
    },
  ],
})
const [POLICE, COURT, AUDIT] = ['公安局', '人民法院', '审计局'] as const

it('says that nothing is known only where somebody has replied', () => {
  expect(askedAbout(asked('2018-07-16', organ(POLICE, reply()), organ(COURT, reply())), 'dazhuang')).toEqual([
    { n: 1, reference: '泗法函〔2018〕3号', known: [], said: '2个机关已复函2个，均未发现问题' },
  ])
  expect(askedAbout(asked('2018-07-15', organ(POLICE)), 'dazhuang')[0]?.said).toBe('1个机关已复函0个；公安局未复函')
})

it('says what is known of this unit, and of no other', () => {
  const page = asked('2018-07-18', organ(POLICE, reply('有一起案件。')), organ(COURT, reply()), organ(AUDIT))
  expect(askedAbout(page, 'caogou')).toMatchObject([
    { said: '3个机关已复函2个；审计局未复函（逾期3日）', known: [{ organ: POLICE, text: '有一起案件。' }] },
  ])
  expect(askedAbout(page, 'dazhuang')[0]?.said).toBe('3个机关已复函2个，均未发现问题；审计局未复函（逾期3日）')
  expect(askedAbout(page, 'huangwei')).toEqual([])
})

it('goes by the last reply of each', () => {
  expect(askedAbout(asked('2018-07-16', organ(POLICE, reply('看错了。'), reply())), 'caogou')[0]?.known).toEqual([])
})

it('knows nothing of a reply that was withdrawn, nor of a letter', () => {
  const withdrawn = { at: '2018-07-16T02:00:00.000Z', by: '钱经办', reason: '登记错了机关。' }
  const page = asked('2018-07-15', organ(POLICE, reply(), { ...reply('有一起案件。'), withdrawn }))
  expect(askedAbout(page, 'caogou')).toMatchObject([{ said: '1个机关已复函0个；公安局未复函', known: [] }])
  const letters = page.letters.map((letter) => ({ ...letter, withdrawn }))
  expect(askedAbout({ ...page, letters }, 'caogou')).toEqual([])
})
