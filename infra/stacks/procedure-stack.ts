import { ArnFormat, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import { procedureNamed } from '#procedure/procedures.ts'
import { toAsl } from '#procedure/to-asl.ts'
import {
  answersTokens,
  appendsTo,
  endsWaits,
  namesStreamsOf,
  numbersExecutions,
  readsLedger,
  sealsRoots,
  startsExecutions,
  storesWaits,
} from '../constructs/access.ts'
import { CalledByEvents } from '../constructs/called-by-events.ts'
import { CountyStack, type CountyStackProps } from '../constructs/county-stack.ts'
import { Handler } from '../constructs/handler.ts'
import { HouseAlarm } from '../constructs/house-alarm.ts'
import { StreamConsumer } from '../constructs/stream-consumer.ts'
import type { StorageStack } from './storage-stack.ts'

/** The state machine, one execution per case, and the functions that make it follow the ledger. */
export class ProcedureStack extends CountyStack {
  constructor(scope: Construct, { ledger, waits, roots, failures, alarms }: StorageStack, props: CountyStackProps) {
    super(scope, 'procedure', props)
    const { county } = props
    const stateMachineName = `${county.name}-procedure`
    const machineArn = this.formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: stateMachineName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
    const starts = [numbersExecutions(waits), startsExecutions(machineArn)]
    const wakes = [endsWaits(waits), answersTokens(machineArn)]

    const tasks = [
      new Handler(this, 'arrive', {
        may: [appendsTo(ledger)],
        timeout: Duration.seconds(30),
        impact: '到期的环节不会自动办结，相关申报件停在原环节。',
      }),
      new Handler(this, 'await', {
        may: [readsLedger(ledger), storesWaits(waits), answersTokens(machineArn)],
        timeout: Duration.seconds(30),
        impact: '已作出的决定可能到下一次对账时才推动申报件。',
      }),
    ]
    new StreamConsumer(this, 'follow-ledger', {
      follows: ledger,
      failures,
      may: [appendsTo(ledger), ...starts, ...wakes],
      impact: '会议决定、公示结果可能没有落到每个申报件上，新申报件可能没有流程在跑。',
      lagImpact: '单位提交、审核和会议决定之后，申报件迟迟不进入下一环节。',
    })
    new CalledByEvents(this, 'restart-execution', {
      on: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [machineArn] },
      },
      failures,
      may: [readsLedger(ledger), ...starts],
      timeout: Duration.seconds(30),
      impact: '流程中断的申报件要等到下一次对账才会继续。',
    })
    new CalledByEvents(this, 'reconcile', {
      on: 'every hour',
      failures,
      may: [appendsTo(ledger), namesStreamsOf(ledger), ...starts, ...wakes],
      timeout: Duration.minutes(15),
      memory: 512,
      impact: '没有对账：漏掉的推动不会被发现和补上，申报件可能无人察觉地停住。',
    })
    new HouseAlarm(this, {
      name: 'reconcile-repaired',
      county: county.name,
      impact: '对账补做了本应自动发生的推动；申报件已经继续，但有一处漏失需要查明。',
      metric: new Metric({
        namespace: 'Shifan',
        metricName: 'repaired',
        dimensionsMap: { service: 'conductor' },
        statistic: Stats.SUM,
        period: Duration.hours(1),
      }),
      above: 0,
      topic: alarms,
    })

    new CalledByEvents(this, 'seal-heads', {
      on: 'every day',
      failures,
      may: [namesStreamsOf(ledger), sealsRoots(roots)],
      timeout: Duration.minutes(15),
      memory: 512,
      impact: '没有当天的总摘要：这一天之内记录若被整段删去，日后无从证明。',
    })

    const role = new Role(this, 'machine-role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
    const functions = tasks.map((task) => task.function)
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: functions.map((one) => one.functionArn) }),
    )
    const arnOf = (name: string): string => {
      const task = tasks.find((one) => one.name === name)
      if (!task) throw new Error(`the procedure ${county.procedure} calls ${name}, for which there is no function.`)
      return task.function.functionArn
    }
    const machine = new StateMachine(this, 'machine', {
      stateMachineName,
      role,
      definitionBody: DefinitionBody.fromString(
        JSON.stringify(toAsl(procedureNamed(county.procedure), arnOf, county.partition)),
      ),
      logs: {
        destination: new LogGroup(this, 'machine-logs', {
          logGroupName: `/aws/vendedlogs/states/${stateMachineName}`,
          retention: RetentionDays.THIRTEEN_MONTHS,
          // Its name is fixed, and all it says is in the ledger too.
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        // Tokens are in the data.
        includeExecutionData: false,
      },
    })
    new HouseAlarm(this, {
      name: 'machine-failed',
      county: county.name,
      impact: '有申报件的流程执行失败；系统会自动重启，反复失败则该申报件停住。',
      metric: machine.metricFailed({ period: Duration.minutes(5) }),
      above: 0,
      topic: alarms,
    })
  }
}
