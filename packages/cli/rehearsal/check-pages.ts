/** What the public reads at the end of the year, page by page. */
import type { Check } from './check.ts'
import { OBJECTORS } from './objection-acts.ts'
import type { Story } from './year.ts'

/** Everybody whom the acts of the year name in confidence. */
const SECRETS = [...Object.values(OBJECTORS).flatMap((one) => Object.values(one)), '陈明', '0557-7021234', '周正']
/** Mobile numbers and identity numbers, whoever's. */
const NUMBERS = [/(?<!\d)1[3-9]\d{9}(?!\d)/, /(?<!\d)\d{17}[\dXx](?!\d)/]

type Asked = { readonly origin: string; readonly batch: string; readonly stories: readonly Story[] }

export async function checkPages({ origin, batch, stories }: Asked): Promise<Check[]> {
  const read = async (path: string) => {
    const answer = await fetch(`${origin}${path}`)
    return { path, status: answer.status, text: await answer.text() }
  }
  const [index, notice, decision, register] = await Promise.all(
    [
      '/public/index.html',
      `/public/notices/${batch}/1.html`,
      `/public/decisions/${batch}.html`,
      '/public/register.html',
    ].map(read),
  )
  const forms = await Promise.all(['/objections/lookup', `/objections/${batch}/1`].map(read))
  const nowhere = await read(`/public/notices/${batch}/2.html`)
  if (!index || !notice || !decision || !register) throw new Error('a page was not asked for')
  const published = [index, notice, decision, register]

  const isOn = ({ text }: { readonly text: string }, { name }: Story) => text.includes(name)
  const named = stories.filter(({ ends }) => ends === 'named')
  const others = stories.filter(({ ends }) => ends !== 'named')
  const misses = (stories: readonly Story[], page: typeof index, wanted: boolean) =>
    stories.filter((one) => isOn(page, one) !== wanted).map(({ name }) => `${page.path}：${name}`)

  return [
    {
      what: `公开页面都在：目录、公示、命名决定、名录`,
      wrong: [
        ...published.filter(({ status }) => status !== 200).map(({ path, status }) => `${path}：${status}`),
        ...(nowhere.status === 404 ? [] : [`${nowhere.path}：${nowhere.status}`]),
        ...[notice, decision, register]
          .filter(({ path }) => !index.text.includes(`href="${path}"`))
          .map(({ path }) => `目录中没有${path}`),
      ],
    },
    {
      what: `命名的${named.length}个单位都在命名决定和名录中`,
      wrong: [...misses(named, decision, true), ...misses(named, register, true)],
    },
    {
      what: `其余${others.length}个单位（退出、否决、异议成立等）都不在`,
      wrong: [...misses(others, decision, false), ...misses(others, register, false)],
    },
    {
      what: '公开页面上没有异议人、联系人、手机号和身份证号',
      wrong: [...published, ...forms].flatMap(({ path, text }) => [
        ...SECRETS.filter((secret) => text.includes(secret)).map((secret) => `${path}：${secret}`),
        ...NUMBERS.flatMap((number) => number.exec(text) ?? []).map((found) => `${path}：${found}`),
      ]),
    },
  ]
}
