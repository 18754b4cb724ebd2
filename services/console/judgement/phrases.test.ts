import { expect, it } from 'vitest'
import { arePhrases, DEFAULT_PHRASES, type Phrase, whyNoPhrase, withoutPhrase, withPhrase } from './phrases.ts'

const phrase: Phrase = { effect: 'on', title: '符合', text: '同意。', allPoints: false }

it('keeps what the opinion takes, and the phrases everybody begins with', () => {
  expect(arePhrases([phrase, ...DEFAULT_PHRASES])).toBe(true)
  expect(DEFAULT_PHRASES.map(whyNoPhrase)).toEqual(DEFAULT_PHRASES.map(() => ({})))
})
it.each(['？', '#N/A', '无', 'OK', '{{意见}}', '。。', ' '])('%j is no phrase, as it is no opinion', (text) => {
  expect(whyNoPhrase({ ...phrase, text })).toEqual({ text: expect.any(String) })
  expect(arePhrases([{ ...phrase, text }])).toBe(false)
})
it('names each phrase, and has whoever returns explain it', () => {
  expect(whyNoPhrase({ ...phrase, title: '？' })).toEqual({ title: '“？”中没有文字，不是名称；请填写名称' })
  expect(whyNoPhrase({ ...phrase, title: '' })).toEqual({ title: '请填写名称' })
  expect(whyNoPhrase({ ...phrase, effect: 'back' })).toEqual({
    text: '“同意。”没有写明意见；请用文字写明，不少于三个字',
  })
  expect(arePhrases([{ ...phrase, title: '一二三四五六七八九十甲乙丙' }])).toBe(false)
})

const [first, second] = ['材料齐全，同意通过。', '请补齐后重新提交。']
it.each([
  ['', first, first],
  ['  \n', first, first],
  // One phrase takes the place of another, also of one that was trimmed or stands behind somebody's own words.
  [first, second, second],
  [`${first}\n`, second, second],
  ['已到现场核对。', first, `已到现场核对。\n${first}`],
  [`已到现场核对。\n${first}`, second, `已到现场核对。\n${second}`],
  [`已到现场核对。\n${first}`, first, `已到现场核对。\n${first}`],
  // What somebody has changed in it, or written on after it, is theirs.
  [`${first}但须整改。`, second, `${first}但须整改。\n${second}`],
  [`经核对，${first}`, second, `经核对，${first}\n${second}`],
])('of %j and a phrase becomes what keeps everything that was typed', (typed, phraseText, whole) => {
  expect(withPhrase(typed, phraseText, [{ text: first }, { text: ` ${second} ` }, { text: '' }])).toBe(whole)
})

const on = DEFAULT_PHRASES[1]?.text ?? ''
it.each([
  [on, 'end', ''],
  [`已到现场核对。\n${on}\n`, 'back', '已到现场核对。'],
  // It goes with this outcome, or somebody has changed it.
  [on, 'on', on],
  [`${on}但须整改。`, 'end', `${on}但须整改。`],
  ['已到现场核对。', 'end', '已到现场核对。'],
] as const)('of %j stays, where the outcome leads %s, only what goes with it', (typed, effect, left) => {
  expect(withoutPhrase(typed, effect, [phrase])).toBe(left)
})
it('takes away one’s own phrases like those everybody begins with, and none that goes with both', () => {
  expect(withoutPhrase('同意。', 'end', [phrase])).toBe('')
  expect(withoutPhrase('同意。', 'end', [phrase, { ...phrase, effect: 'end' }])).toBe('同意。')
})
