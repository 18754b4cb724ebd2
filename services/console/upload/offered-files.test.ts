import { describe, expect, it } from 'vitest'
import type { EvidenceItem } from '#contracts/evidence.ts'
import { cite } from '#evidence/cited-file.ts'
import { isMeant, offered } from './offered-files.ts'

const digest = (letter: string) => letter.repeat(64)
const item = (letter: string, name: string, status: EvidenceItem['status'] = 'kept'): EvidenceItem => ({
  sha256: digest(letter),
  name,
  size: 1,
  status,
  since: '2018-05-08T01:00:00.000Z',
})
const items = [item('a', '甲.pdf'), item('b', '乙.pdf'), item('c', '丙.pdf', 'rejected')]
const namesOf = (uses: readonly string[]) => offered(items, uses).map(({ name }) => name)

describe('a file is offered', () => {
  it('under the name that it came with, the latest first, while it is used nowhere here', () => {
    expect(namesOf([])).toEqual(['乙.pdf', '甲.pdf'])
  })
  it('once for each name that it has on this form', () => {
    const uses = [cite(digest('a'), '甲改名.pdf'), cite(digest('a'), '甲（计划）.pdf'), cite(digest('a'), '甲改名.pdf')]
    expect(namesOf(uses)).toEqual(['乙.pdf', '甲改名.pdf', '甲（计划）.pdf'])
    expect(offered(items, uses)[1]?.use).toBe(cite(digest('a'), '甲改名.pdf'))
  })
  it('under its first name for a use that states none', () => {
    expect(namesOf([digest('a')])).toEqual(['乙.pdf', '甲.pdf'])
  })
  it('with what its content is, where that name hides it', () => {
    const pdf = { ...item('a', '甲.pdf'), contentType: 'application/pdf' }
    const [asPicture, asPaper] = offered([pdf], [cite(digest('a'), '甲.jpg'), cite(digest('a'), '甲二.pdf')])
    expect([asPicture?.note, asPaper?.note]).toEqual([expect.stringContaining('内容实为PDF'), undefined])
  })
  it('and is found by both names', () => {
    const [, renamed] = offered(items, [cite(digest('a'), '改名.pdf')])
    expect(['甲', '改名', '乙'].map((words) => renamed && isMeant(renamed, words))).toEqual([true, true, false])
  })
})
