/** The certificate 证书, as it is printed and as Word has it; its code and where anybody checks it stand at its foot. */
import { saidDay } from '#calendar/said.ts'
import type { TitlePage } from '#contracts/title/title.ts'
import type { Paper } from '../print/paper.ts'

type Certified = {
  readonly page: Pick<TitlePage, 'name' | 'batchTitle' | 'government' | 'county'>
  readonly held: NonNullable<TitlePage['held']>
  /** Of the site, https://… without a slash at its end. */
  readonly origin: string
  /** Of a county whose data is made up. */
  readonly training?: boolean
}

export function certificatePaper({ page, held, origin, training = false }: Certified): Paper {
  const { name, batchTitle, government, county } = page
  const { on, certificate, code, path, standing, standingTitle, document } = held
  // The call's own title names the county; of an earlier batch its decision is cited.
  const by = batchTitle ? `经${batchTitle}` : `根据${document ?? '命名决定'}`
  return {
    name: `${name}　依法行政示范单位证书`,
    marks: [...(training ? ['培训'] : []), ...(standing === 'held' ? [] : [standingTitle])],
    unit: government,
    foot: `查验码${code}　查验地址${origin}${path}`,
    groups: [
      [{ kind: 'head', annex: certificate ? `编号：${certificate}` : '', title: ['依法行政示范单位', '证书'] }],
      [{ kind: 'words', as: 'to', text: `${name}：` }],
      [
        {
          kind: 'words',
          as: 'prose',
          text: `${by}，你单位于${saidDay(on)}被命名为${county}依法行政示范单位。特发此证。`,
        },
      ],
      [{ kind: 'words', as: 'small', text: `在示范单位名录输入查验码${code}，可以查验本证书现在是否有效。` }],
      [{ kind: 'signed', lines: [government], day: saidDay(on) }],
    ],
  }
}
