/** What the public reads at the end of the year, page by page. */

import { namesOfUnits, OFFICE_PHONE } from '../laptop/people-of-county.ts'
import type { Check } from './check.ts'
import { OBJECTORS } from './objection-acts.ts'
import type { Play } from './plays.ts'
import type { Story } from './year.ts'

/** Everybody whom the acts of the year name in confidence. */
const SECRETS = [...Object.values(OBJECTORS).flatMap((one) => Object.values(one)), ...namesOfUnits(), OFFICE_PHONE]
/** Mobile numbers and identity numbers, whoever's. */
const NUMBERS = [/(?<!\d)1[3-9]\d{9}(?!\d)/, /(?<!\d)\d{17}[\dXx](?!\d)/]

type Played = Pick<Play, 'batch' | 'notices' | 'decision' | 'stories'>
type Page = { readonly path: string; readonly status: number; readonly text: string }

export async function checkPages(origin: string, plays: readonly Played[]): Promise<Check[]> {
  const read = async (path: string): Promise<Page> => {
    const answer = await fetch(`${origin}${path}`)
    return { path, status: answer.status, text: await answer.text() }
  }
  const [index, register, lookUp] = await Promise.all([
    read('/public/index.html'),
    read('/public/register.html'),
    read('/objections/lookup'),
  ])
  const batches = await Promise.all(
    plays.map(async ({ batch, notices, decision, stories }) => {
      const counted = Array.from({ length: notices }, (_, i) => i + 1)
      return {
        stories,
        notices: await Promise.all(counted.map((n) => read(`/public/notices/${batch}/${n}.html`))),
        decisions: decision === undefined ? [] : [await read(decision)],
        forms: await Promise.all(counted.map((n) => read(`/objections/${batch}/${n}`))),
        nowhere: await read(`/public/notices/${batch}/${notices + 1}.html`),
      }
    }),
  )
  const linked = [...batches.flatMap(({ notices, decisions }) => [...notices, ...decisions]), register]
  const published = [index, ...linked]
  const forms = [lookUp, ...batches.flatMap((one) => one.forms)]
  const nowhere = batches.map((one) => one.nowhere)

  const isNamed = ({ ends }: Story) => ends === 'named'
  const misses = (stories: readonly Story[], page: Page, wanted: boolean) =>
    stories.filter(({ name }) => page.text.includes(name) !== wanted).map(({ name }) => `${page.path}：${name}`)
  const named = batches.flatMap(({ stories }) => stories.filter(isNamed))
  const others = batches.flatMap(({ stories }) => stories.filter((one) => !isNamed(one)))
  // A unit may be named in one batch and not in another: the register has it all the same.
  const titled = new Set(named.map(({ unit }) => unit))
  const untitled = others.filter(({ unit }) => !titled.has(unit))
  const inDecisions = (wanted: boolean) =>
    batches.flatMap(({ stories, decisions }) =>
      decisions.flatMap((decision) =>
        misses(
          stories.filter((one) => isNamed(one) === wanted),
          decision,
          wanted,
        ),
      ),
    )

  return [
    {
      what: `公开页面都在：目录、公示、命名决定、名录`,
      wrong: [
        ...published.filter(({ status }) => status !== 200).map(({ path, status }) => `${path}：${status}`),
        ...nowhere.filter(({ status }) => status !== 404).map(({ path, status }) => `${path}：${status}`),
        ...linked.filter(({ path }) => !index.text.includes(`href="${path}"`)).map(({ path }) => `目录中没有${path}`),
      ],
    },
    {
      what: `命名的${named.length}个单位都在命名决定和名录中`,
      wrong: [...inDecisions(true), ...misses(named, register, true)],
    },
    {
      what: `其余${others.length}个单位（退出、否决、异议成立等）都不在`,
      wrong: [...inDecisions(false), ...misses(untitled, register, false)],
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
