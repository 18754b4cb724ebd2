import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Access, Right } from './access.ts'
import type { CountyStack } from './county-stack.ts'
import { failuresOf } from './failures-of.ts'
import { HouseAlarm } from './house-alarm.ts'

export type HandlerProps = {
  /** What it may do, and so what it is told. */
  readonly may: readonly Access[]
  /** In Chinese, one sentence: who cannot do what when it fails. */
  readonly impact: string
  /** 10 seconds if left out: a person waits for the answer. */
  readonly timeout?: Duration
  /** What its log says of a failure that it reports instead of throwing, which Lambda does not count as an error. */
  readonly failsSaying?: string
  /** Megabytes; 256 if left out. CPU comes in proportion. */
  readonly memory?: number
  /** Of the role, where a policy elsewhere speaks of it; AWS makes one up if left out. */
  readonly roleName?: string
  /** Calls at once: no more than these, which nobody else takes. Whatever the account has if left out. */
  readonly atOnce?: number | undefined
}

/** A function of ours: `services/<service>/<name>.lambda.ts`, with a role of its own that has no more than it was given. */
export class Handler extends Construct {
  readonly function: Lambda
  readonly name: string

  constructor(
    scope: CountyStack,
    name: string,
    { may, impact, timeout, failsSaying, memory = 256, atOnce, roleName }: HandlerProps,
  ) {
    super(scope, name)
    this.name = name
    const { county, code, alarms: topic } = scope
    const logGroup = new LogGroup(this, 'logs', {
      ...scope.logKey,
      // A year and a month: the procedure's year, and the time somebody needs to ask what happened in it.
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const role = new Role(this, 'role', {
      ...(roleName && { roleName }),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        logs: new PolicyDocument({
          statements: [
            allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
          ],
        }),
      },
    })
    for (const right of may.flatMap(({ rights }) => rights)) role.addToPolicy(allow(right))
    this.function = new Lambda(this, 'function', {
      functionName: `${county.name}-${name}`,
      code: code(name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      ...(atOnce && { reservedConcurrentExecutions: atOnce }),
      timeout: timeout ?? Duration.seconds(10),
      environment: {
        // Fifteen milliseconds of start, for stacks that name our lines instead of column 170370 of line 44.
        NODE_OPTIONS: '--enable-source-maps',
        ...Object.assign({}, ...may.map(({ variables }) => variables)),
      },
      role,
      logGroup,
    })
    new HouseAlarm(this, {
      name: `${name}-errors`,
      county: county.name,
      impact,
      metric: failuresOf(this.function, logGroup, failsSaying && { phrase: failsSaying, of: `${county.name}-${name}` }),
      above: 0,
      topic,
    })
  }

  allow(right: Right): void {
    this.function.addToRolePolicy(allow(right))
  }
}

const allow = ({ actions, resources, conditions = {} }: Right): PolicyStatement =>
  new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources], conditions })
