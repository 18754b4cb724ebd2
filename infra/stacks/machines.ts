import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { County } from '#county/county.ts'
import { procedureAt } from '#procedure/procedures.ts'
import { toAsl } from '#procedure/to-asl.ts'
import type { CountyStack } from '../constructs/county-stack.ts'
import type { Handler } from '../constructs/handler.ts'
import { HouseAlarm } from '../constructs/house-alarm.ts'

/** What AWS takes. */
const LONGEST_NAME = 80
const period = Duration.minutes(5)

/** `creation-short@1` → `creation-short-v1`. */
const plain = (version: string): string => version.replace('@', '-v')

/**
 * The name of a version's machine: another version is another machine, so that nothing changes under executions that run.
 * @throws Error when AWS would not take it
 */
export function machineName({ name }: Pick<County, 'name'>, version: string): string {
  const full = `${name}-${plain(version)}`
  if (full.length > LONGEST_NAME)
    throw new Error(`the machine of ${version} would be named ${full}, longer than ${LONGEST_NAME} characters.`)
  return full
}

/**
 * A machine for every version that the county runs. They call the same functions, so one role is enough.
 * @param tasks the functions that their states call
 */
export function machinesOf(scope: CountyStack, tasks: readonly Handler[]): void {
  const { county } = scope
  const role = new Role(scope, 'machine-role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
  const resources = tasks.map((task) => task.function.functionArn)
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources }))
  const machines = county.procedures.map((version) => machineOf(scope, { version, tasks, role }))
  new HouseAlarm(scope, {
    name: 'machine-failed',
    county: county.name,
    impact: '有申报件的流程执行失败；系统会自动重启，反复失败则该申报件停住。',
    metric: failuresOf(machines),
    above: 0,
    topic: scope.alarms,
  })
}

function machineOf(
  scope: CountyStack,
  { version, tasks, role }: { version: string; tasks: readonly Handler[]; role: Role },
): StateMachine {
  const { county } = scope
  const stateMachineName = machineName(county, version)
  const procedure = procedureAt(version)
  if (!procedure) throw new Error(`${county.name} runs ${version}, which is not listed.`)
  const arnOf = (name: string): string => {
    const task = tasks.find((one) => one.name === name)
    if (!task) throw new Error(`the procedure ${version} calls ${name}, for which there is no function.`)
    return task.function.functionArn
  }
  return new StateMachine(scope, `machine-${plain(version)}`, {
    stateMachineName,
    role,
    definitionBody: DefinitionBody.fromString(JSON.stringify(toAsl(procedure, arnOf, county.partition))),
    logs: {
      destination: new LogGroup(scope, `machine-logs-${plain(version)}`, {
        ...scope.logKey,
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
}

/** Of all machines together: one that never ran has no number, which counts as none. */
function failuresOf(machines: readonly StateMachine[]): IMetric {
  const failed = machines.map((machine, i) => [`failed${i}`, machine.metricFailed({ period })] as const)
  return new MathExpression({
    expression: failed.map(([id]) => `FILL(${id}, 0)`).join(' + '),
    label: 'failures',
    usingMetrics: Object.fromEntries(failed),
    period,
  })
}
