/** The catalogue of vetoes that a trial batch names: one that the county has published, else one for the acceptance alone. */
import type { Catalogue } from '#catalogue/catalogue.ts'
import { catalogueDigest } from '#catalogue/edition/digest.ts'
import { itemsOf } from '#catalogue/walk-catalogue.ts'
import type { CallBody } from '#contracts/call.ts'
import { catalogueEndpoints } from '#contracts/catalogue.ts'
import type { Client } from '#contracts/client.ts'
import { sendCatalogue } from '../catalogue/publish.ts'

const OWN: Catalogue = {
  id: 'acceptance',
  title: '部署验收用的一票否决情形',
  place: '部署验收',
  document: { title: '部署验收' },
  numbering: 'throughout',
  organs: [{ id: 'county', name: '县政府' }],
  parts: [
    {
      id: 'acceptance-p1',
      number: '一',
      title: '一票否决情形',
      items: [
        { id: 'acceptance-v-1', number: 1, kind: 'veto', title: '验收用情形', evidence: '验收记录', lookBackYears: 1 },
      ],
    },
  ],
}

export async function chooseVetoes(api: Client): Promise<NonNullable<CallBody['vetoes']>> {
  const { catalogues } = await api(catalogueEndpoints.listCatalogues)
  for (const { catalogue } of catalogues) {
    const { version, content } = await api(catalogueEndpoints.readCatalogue, { params: { catalogue } })
    if (itemsOf(content).some(({ kind }) => kind === 'veto'))
      return { catalogue, version: version.number, digest: version.digest }
  }
  await sendCatalogue(api, OWN, { version: 1 }, 'publish-acceptance-1')
  return { catalogue: OWN.id, version: 1, digest: catalogueDigest(OWN) }
}
