/** The certificate 证书, as it is printed and as Word has it; its code and where anybody checks it stand at its foot. */
import { saidDay } from '#calendar/said.ts'
import type { TitlePage } from '#contracts/title/title.ts'
import { filled } from '#papers/fill-in.ts'
import { CERTIFICATE } from '#papers/forms/certificate.ts'
import type { Paper } from '#papers/paper.ts'

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
  return filled(
    CERTIFICATE,
    {
      证书编号: certificate ?? '',
      单位名称: name,
      命名依据: by,
      县名: county,
      机关: government,
      日期: saidDay(on),
      查验码: code,
      查验地址: `${origin}${path}`,
    },
    {
      name: `${name}　依法行政示范单位证书`,
      marks: [...(training ? ['培训'] : []), ...(standing === 'held' ? [] : [standingTitle])],
    },
  )
}
