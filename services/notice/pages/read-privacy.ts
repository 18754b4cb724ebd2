import type { publicEndpoints } from '#contracts/notice.ts'
import type { PageUse } from '#edge/use-case.ts'
import type { PublicDeps } from '../objection/take-objection.ts'
import { privacyPage } from './privacy-html.ts'

export const readPrivacy =
  ({ organs, retention }: Pick<PublicDeps, 'organs' | 'retention'>): PageUse<typeof publicEndpoints.readPrivacy> =>
  async () => ({ html: privacyPage({ organs, retention }) })
