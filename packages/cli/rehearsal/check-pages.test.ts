import { createServer } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { listen, unlisten } from '#local-cloud/wire/listen.ts'
import { checkPages } from './check-pages.ts'
import type { Story } from './year.ts'

const stories: Story[] = [
  { unit: 'a', name: '大庄镇', story: '命名', ends: 'named' },
  { unit: 'b', name: '屏山镇', story: '退出', ends: 'withdrawn' },
]
const links = ['/public/notices/2018-2/1.html', '/public/decisions/2018-2.html', '/public/register.html']
const asTheyShould: Record<string, string> = {
  '/public/index.html': links.map((path) => `<a href="${path}">`).join(''),
  '/public/notices/2018-2/1.html': '大庄镇 屏山镇',
  '/public/decisions/2018-2.html': '大庄镇 2018年12月20日',
  '/public/register.html': '大庄镇',
  '/objections/lookup': '',
  '/objections/2018-2/1': '',
}
const servers: ReturnType<typeof createServer>[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await unlisten(server)
})

/** What is wrong with a county whose pages differ in this. */
async function wrongWith(change: Record<string, string | undefined>): Promise<string[]> {
  const pages: Record<string, string | undefined> = { ...asTheyShould, ...change }
  const server = createServer(({ url = '' }, response) => {
    const page = pages[url]
    response.writeHead(page === undefined ? 404 : 200).end(page)
  })
  servers.push(server)
  const checks = await checkPages(await listen(server, 0), [
    { batch: '2018-2', notices: 1, decision: '/public/decisions/2018-2.html', stories },
  ])
  return checks.flatMap(({ wrong }) => wrong)
}

it('finds nothing where all is as it should be', async () => {
  expect(await wrongWith({})).toEqual([])
})

it.each<[string, Record<string, string | undefined>, string[]]>([
  [
    'a page that is not there',
    { '/public/register.html': undefined },
    ['/public/register.html：404', '/public/register.html：大庄镇'],
  ],
  [
    'a page that the index does not know',
    { '/public/index.html': links.slice(1).join('href="') },
    expect.arrayContaining(['目录中没有/public/notices/2018-2/1.html']),
  ],
  [
    'a named unit that the decision lacks',
    { '/public/decisions/2018-2.html': '' },
    ['/public/decisions/2018-2.html：大庄镇'],
  ],
  [
    'a unit in the register that has withdrawn',
    { '/public/register.html': '大庄镇 屏山镇' },
    ['/public/register.html：屏山镇'],
  ],
  ['who objected', { '/public/notices/2018-2/1.html': '大庄镇 刘保国' }, ['/public/notices/2018-2/1.html：刘保国']],
  ['a mobile number, whoever’s', { '/objections/lookup': '请拨13712345678。' }, ['/objections/lookup：13712345678']],
  [
    'an identity number',
    { '/public/register.html': '大庄镇 34132419700101123X' },
    ['/public/register.html：34132419700101123X'],
  ],
])('finds %s', async (_what, change, wrong) => {
  expect(await wrongWith(change)).toEqual(wrong)
})
