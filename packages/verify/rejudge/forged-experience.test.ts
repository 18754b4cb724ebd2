/** An experience summary that was agreed to, published or taken away otherwise than it could be is found. */
import { expect, it } from 'vitest'
import { digestOf } from '#ledger/chain.ts'
import { sha } from '../../../test/given/cases.ts'
import type { Book } from './fixtures/book.ts'
import { clerkOf, countyBook, HEAD_OF_OFFICE, headOf, OFFICER, on, SECOND } from './fixtures/county.ts'

const T = 'title/dazhuang/2018-2'
const LATE = on('2018-06-09')
const by = (person: string, at = LATE) => ({ by: person, at })
const [CLERK, HEAD] = [clerkOf('dazhuang'), headOf('dazhuang')]
const WORDS = { title: '一张清单管执法', text: '镇里把执法事项列成清单。' }
const NAMED = { title: WORDS.title, content: digestOf(WORDS) }
const OTHER = { title: WORDS.title, content: sha('7') }
const drafted = (named = NAMED) => ({ type: 'experienceDrafted', ...named })
const consented = (named = NAMED, draftedBy = CLERK) => ({ type: 'experienceConsented', ...named, draftedBy })
const proposed = (named = NAMED) => ({ type: 'experienceProposed', ...named })
const published = (named = NAMED, proposedBy = OFFICER) => ({ type: 'experiencePublished', ...named, proposedBy })
const returned = { type: 'experienceReturned', reason: '请写明成效。' }
const withdrawn = (what = 'published') => ({ type: 'experienceWithdrawn', what, reason: sha('8') })
const takenDown = { type: 'experienceTakenDown', reason: sha('8') }
const suspend = { kind: 'suspend', on: '2018-06-08', text: '没有报送整改情况。' }

type Written = readonly [person: string, event: Parameters<Book['write']>[2]]
const RIGHT: readonly Written[] = [
  [CLERK, drafted()],
  [HEAD, consented()],
  [OFFICER, proposed()],
  [HEAD_OF_OFFICE, published()],
]
const BOOK = countyBook()
/** What is found where these are written behind the conferring, which is the first commit. */
const foundIn = (written: readonly Written[], texts: Readonly<Record<string, unknown>> = {}): string[] => {
  const book = BOOK.copy()
  for (const [person, event] of written) book.write(T, by(person), event)
  for (const [digest, text] of Object.entries(texts)) book.catalogues.set(digest, text)
  const found = book.wrong('2018-06-11T00:00:00.000Z').map(([at]) => at.replace(/ .*/u, ''))
  return [...new Set(found)].filter((at) => at.startsWith(T))
}

it.each<[string, readonly Written[]]>([
  ['drafted by the head of the unit', [[HEAD, drafted()]]],
  ['drafted by a clerk of another unit', [[clerkOf('changgou'), drafted()]]],
  ['drafted by the office', [[OFFICER, drafted()]]],
  ['drafted twice', [RIGHT[0]!, [CLERK, drafted()]]],
  ['agreed to without a draft', [[HEAD, consented()]]],
  ['agreed to by the drafter', [RIGHT[0]!, [CLERK, consented()]]],
  ['agreed to by the head of another unit', [RIGHT[0]!, [headOf('changgou'), consented()]]],
  ['agreed to by the office', [RIGHT[0]!, [HEAD_OF_OFFICE, consented()]]],
  ['agreed to in other words', [RIGHT[0]!, [HEAD, consented(OTHER)]]],
  ['agreed to with another title', [RIGHT[0]!, [HEAD, consented({ ...NAMED, title: '别的标题' })]]],
  ['agreed to as another’s draft', [RIGHT[0]!, [HEAD, consented(NAMED, SECOND)]]],
  ['agreed to after it was sent back', [RIGHT[0]!, [HEAD, returned], [HEAD, consented()]]],
  ['proposed without consent', [RIGHT[0]!, [OFFICER, proposed()]]],
  ['proposed by the head of the office', [...RIGHT.slice(0, 2), [HEAD_OF_OFFICE, proposed()]]],
  ['proposed in other words', [...RIGHT.slice(0, 2), [OFFICER, proposed(OTHER)]]],
  ['published without consent', [RIGHT[0]!, [HEAD_OF_OFFICE, published()]]],
  ['published without a proposal', [...RIGHT.slice(0, 2), [HEAD_OF_OFFICE, published()]]],
  ['published by a second officer', [...RIGHT.slice(0, 3), [SECOND, published()]]],
  ['published by whoever proposed', [...RIGHT.slice(0, 3), [OFFICER, published()]]],
  ['published by the unit', [...RIGHT.slice(0, 3), [HEAD, published()]]],
  ['published in other words', [...RIGHT.slice(0, 3), [HEAD_OF_OFFICE, published(OTHER)]]],
  ['published as another’s proposal', [...RIGHT.slice(0, 3), [HEAD_OF_OFFICE, published(NAMED, SECOND)]]],
  ['returned by the drafter', [RIGHT[0]!, [CLERK, returned]]],
  ['returned by the office before consent', [RIGHT[0]!, [OFFICER, returned]]],
  ['returned by the unit after consent', [...RIGHT.slice(0, 2), [HEAD, returned]]],
  ['returned by the officer who proposed', [...RIGHT.slice(0, 3), [OFFICER, returned]]],
  ['returned where nothing is in hand', [[HEAD, returned]]],
  ['withdrawn by the office', [...RIGHT, [OFFICER, withdrawn()]]],
  ['withdrawn where nothing is published', [RIGHT[0]!, [HEAD, withdrawn()]]],
  ['withdrawn where nothing is in hand', [...RIGHT, [HEAD, withdrawn('inHand')]]],
  ['taken down by the unit', [...RIGHT, [HEAD, takenDown]]],
  ['taken down twice', [...RIGHT, [OFFICER, takenDown], [OFFICER, takenDown]]],
  [
    'published while the title is suspended',
    [
      ...RIGHT.slice(0, 3),
      [OFFICER, { type: 'measurePrepared', measure: suspend }],
      [HEAD_OF_OFFICE, { type: 'measureTaken', preparedBy: OFFICER, measure: suspend }],
      RIGHT[3]!,
    ],
  ],
])('%s', (_, written) => {
  expect(foundIn(written)).toEqual([`${T}#${written.length + 1}`])
})

it('of a title that nobody holds', () => {
  const book = countyBook()
  book.write('title/changgou/2018-2', by(clerkOf('changgou')), drafted())
  expect(book.wrong('2018-06-11T00:00:00.000Z').map(([at]) => at.replace(/ .*/u, ''))).toContain(
    'title/changgou/2018-2#1',
  )
})

it('a text that is none, that names somebody, or that has another title', () => {
  const naming = { title: WORDS.title, text: '请联系13955571234的张某。' }
  const untitled = { ...WORDS, title: '别的标题' }
  for (const [text, content] of [
    [{ reason: '别的内容。' }, digestOf({ reason: '别的内容。' })],
    [naming, digestOf(naming)],
    [untitled, digestOf(untitled)],
  ] as const)
    expect(foundIn([[CLERK, drafted({ title: WORDS.title, content })]], { [content]: text })).toEqual([`${T}#2`])
})

it('what could be done is quiet', () => {
  const anew = { title: '清单之外无执法', content: sha('6') }
  expect(
    foundIn(
      [
        ...[[CLERK, drafted()] as const, [HEAD, returned] as const, [CLERK, drafted()] as const],
        ...[[HEAD, consented()] as const, [SECOND, returned] as const, [CLERK, drafted()] as const],
        ...[[HEAD, consented()] as const, [SECOND, proposed()] as const, [HEAD_OF_OFFICE, returned] as const],
        ...[[OFFICER, proposed()] as const, [HEAD_OF_OFFICE, published()] as const],
        ...[[CLERK, drafted(anew)] as const, [CLERK, withdrawn('inHand')] as const, [HEAD, withdrawn()] as const],
        ...RIGHT,
        [SECOND, takenDown],
      ],
      { [NAMED.content]: WORDS },
    ),
  ).toEqual([])
})
