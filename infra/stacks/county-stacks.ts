import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { County } from '#county/county.ts'
import { ApiStack } from './api-stack.ts'
import { ProcedureStack } from './procedure-stack.ts'
import { SiteStack } from './site-stack.ts'
import { StorageStack } from './storage-stack.ts'

export type CountyStacks = {
  readonly storage: StorageStack
  readonly procedure: ProcedureStack
  readonly api: ApiStack
  readonly site: SiteStack
}

/** A county's four stacks, by how long what is in them lives. */
export function countyStacks(scope: Construct, county: County, code: (name: string) => Code): CountyStacks {
  const storage = new StorageStack(scope, county)
  const props = { county, code, alarms: storage.alarms, key: storage.key }
  const procedure = new ProcedureStack(scope, storage, props)
  const api = new ApiStack(scope, storage, props)
  const site = new SiteStack(scope, storage, api.http, props)
  return { storage, procedure, api, site }
}
