/** The county on this machine: prepared, booted, with its issuer and its demonstration accounts. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { County } from '#county/county.ts'
import { bootLocalCloud } from '#local-cloud/boot.ts'
import type { LocalCloud } from '#local-cloud/local-cloud.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import { oidcIssuer } from '#local-cloud/oidc/oidc-issuer.ts'
import type { Hooks } from '#local-cloud/time/hooks.ts'

export { readCounty, readLaptopCounty } from '../../../infra/read-county.ts'

export const root: string = fileURLToPath(new URL('../../..', import.meta.url))

/** The folder of a county's synthesized stacks. */
export const assemblyOf = ({ name }: County): string => `${root}build/laptop/${name}`

type Options = {
  readonly county: County
  readonly assembly: string
  readonly data: string
  /** 0 chooses free ports. */
  readonly port: number
  /** The instant of the very first boot, in milliseconds. */
  readonly beginning: number
  readonly flowing: boolean
  readonly accounts: readonly Account[]
  readonly hooks?: Hooks
  readonly report?: (sentence: string) => void
}

const HOUR_MS = 3_600_000
/**
 * Schedules at every `hours`-th hour only (a multiple of 24, or the daily one never comes): they look for what a crash
 * or a lost message left behind, and a year in virtual time has 8,760 hours.
 */
export const every =
  (hours: number) =>
  (_rule: string, instant: number): boolean =>
    Math.floor(instant / HOUR_MS) % hours !== 0

const weekly = every(7 * 24)
const daily = every(24)
/** Once a week, and the daily root on each day: a day without one is a finding. */
export const weeklySealedDaily = (rule: string, instant: number): boolean =>
  (/seal-?heads/i.test(rule) ? daily : weekly)(rule, instant)

/** Boots the synthesized county. Two strings of its templates become this machine's: the issuer and the site's origin. */
export function bootLaptop({ county, accounts, data, ...options }: Options): Promise<LocalCloud> {
  const { issuer, siteOrigin, audience, clientId, secondFactor } = county
  mkdirSync(join(data, 'issuer'), { recursive: true })
  return bootLocalCloud({
    ...options,
    data,
    replace: (origin) => ({ [issuer]: `${origin}/oidc`, [siteOrigin]: origin }),
    mounts: (origin) => ({
      '/oidc': oidcIssuer({
        issuer: `${origin}/oidc`,
        accounts,
        county: county.organs.county,
        audience,
        // Demonstration accounts have whatever their county demands of a login.
        loggedInBy: secondFactor && { acr: secondFactor.acr[0], amr: secondFactor.amr },
        clientId,
        redirectUris: [`${origin}/console/callback`],
        postLogoutRedirectUris: [`${origin}/console/`],
        data: join(data, 'issuer'),
      }).handle,
    }),
  })
}
