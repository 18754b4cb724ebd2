import { Stack, Tags } from 'aws-cdk-lib'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { County } from '#county/county.ts'
import { handled } from '#county/organs.ts'

export type CountyStackProps = {
  readonly county: County
  /** The code of the function of a name. */
  readonly code: (name: string) => Code
  readonly alarms: Topic
  readonly key: Key | undefined
}

/** A stack of a county, and what every function in it is made with. */
export class CountyStack extends Stack {
  readonly county: County
  readonly code: (name: string) => Code
  readonly alarms: Topic
  /** By which its logs are encrypted; AWS's own where there is none. */
  readonly logKey: { readonly encryptionKey?: Key }

  constructor(scope: Construct, part: string, { county, code, alarms, key }: CountyStackProps) {
    super(scope, `${county.name}-${part}`, { env: { region: county.region } })
    this.county = county
    this.code = code
    this.alarms = alarms
    this.logKey = key ? { encryptionKey: key } : {}
    Tags.of(this).add('county', county.name)
  }
}

/** The variable COUNTY. */
export const handledOf = ({
  organs,
  training,
  malwareScan,
  procedures,
  notice,
  barredYears,
  objections,
  retention,
}: County): string =>
  JSON.stringify({
    ...handled.parse({ ...organs, training, malwareScan, procedures, notice, barredYears }),
    objections,
    retention,
  })
