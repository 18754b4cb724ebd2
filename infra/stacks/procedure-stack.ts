import { ArnFormat, Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import {
  answersTokens,
  appendsStreams,
  appendsTo,
  endsWaits,
  erasesPersons,
  knows,
  namesStreamsOf,
  numbersExecutions,
  readsLedger,
  readsLists,
  readsRoots,
  readsRow,
  removesRejected,
  sealsRoots,
  startsExecutions,
  storesWaits,
  verifiesContents,
  verifiesEvidence,
} from '../constructs/access.ts'
import { CalledByEvents } from '../constructs/called-by-events.ts'
import { CountyStack, type CountyStackProps, handledOf } from '../constructs/county-stack.ts'
import { Handler } from '../constructs/handler.ts'
import { HouseAlarm } from '../constructs/house-alarm.ts'
import { StreamConsumer } from '../constructs/stream-consumer.ts'
import { machineName, machinesOf } from './machines.ts'
import { reminders } from './reminders.ts'
import { eraserName, type StorageStack } from './storage-stack.ts'

/** Where what was decided elsewhere is taken or set aside: cases, titles, and the acts themselves. */
const FOLLOWED = ['case', 'title', 'panel', 'resolution', 'notice', 'objection', 'decision'] as const

/** The state machines, one per version of a procedure that the county runs and one execution per case, and the functions that make it follow the ledger. */
export class ProcedureStack extends CountyStack {
  constructor(scope: Construct, storage: StorageStack, props: CountyStackProps) {
    super(scope, 'procedure', props)
    const { ledger, views, persons, waits, evidence, contents, roots, failures, alarms } = storage
    const { county } = props
    const arnOf = (version: string) =>
      this.formatArn({
        service: 'states',
        resource: 'stateMachine',
        resourceName: machineName(county, version),
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      })
    const machines = Object.fromEntries(county.procedures.map((version) => [version, arnOf(version)]))
    const starts = [numbersExecutions(waits), startsExecutions(machines)]
    const wakes = [endsWaits(waits), answersTokens(machines)]

    const tasks = [
      new Handler(this, 'arrive', {
        may: [readsLedger(ledger), appendsStreams(ledger, 'case')],
        timeout: Duration.seconds(30),
        impact: '到期的环节不会自动办结，相关申报件停在原环节。',
      }),
      new Handler(this, 'await', {
        may: [readsLedger(ledger), storesWaits(waits), answersTokens(machines)],
        timeout: Duration.seconds(30),
        impact: '已作出的决定可能到下一次对账时才推动申报件。',
      }),
    ]
    new StreamConsumer(this, 'follow-ledger', {
      follows: ledger,
      kinds: ['batch', 'case', 'panel', 'resolution', 'notice', 'objection', 'decision'],
      failures,
      // An amendment of the call reaches every case of its batch.
      may: [appendsTo(ledger, ...FOLLOWED), readsLists(views), ...starts, ...wakes],
      impact: '会议决定、公示结果可能没有落到每个申报件上，新申报件可能没有流程在跑。',
      lagImpact: '单位提交、审核和会议决定之后，申报件迟迟不进入下一环节。',
    })
    new CalledByEvents(this, 'restart-execution', {
      on: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: Object.values(machines) },
      },
      failures,
      may: [readsLedger(ledger), ...starts],
      timeout: Duration.seconds(30),
      impact: '流程中断的申报件要等到下一次对账才会继续。',
    })
    new CalledByEvents(this, 'reconcile', {
      on: 'every hour',
      failures,
      may: [appendsTo(ledger, ...FOLLOWED), readsLists(views), ...starts, ...wakes],
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
      may: [namesStreamsOf(ledger), sealsRoots(roots), knows({ ROOT_DIGEST: county.rootDigest })],
      timeout: Duration.minutes(15),
      memory: 512,
      impact: '没有当天的总摘要：这一天之内记录若被整段删去，日后无从证明。',
    })
    new CalledByEvents(this, 'verify-records', {
      on: 'every day',
      failures,
      may: [
        readsLedger(ledger),
        namesStreamsOf(ledger),
        readsRow(views),
        readsRoots(roots),
        verifiesContents(contents),
        verifiesEvidence(evidence),
      ],
      timeout: Duration.minutes(15),
      memory: 512,
      impact: '记录、内容和材料没有当天的核对：若被改动过，要到有人打开时才会发现。',
    })
    new CalledByEvents(this, 'erase-due', {
      on: 'every day',
      failures,
      // Of two runs side by side one could erase what the other has recorded as left.
      ...(county.atOnce && { atOnce: 1 }),
      roleName: eraserName(county),
      may: [
        readsLedger(ledger),
        namesStreamsOf(ledger),
        appendsStreams(ledger, 'retention'),
        erasesPersons(persons),
        removesRejected(evidence),
        knows({ COUNTY: handledOf(county) }),
      ],
      timeout: Duration.minutes(15),
      memory: 512,
      impact: '到期的个人信息没有停止使用和清除，未通过核验的文件没有删除。',
    })
    new HouseAlarm(this, {
      name: 'records-altered',
      county: county.name,
      impact: '有记录、内容或材料与写入时不符，可能被人改动过；有关的申报件已暂停查看和办理。',
      metric: new Metric({
        namespace: 'Shifan',
        metricName: 'RecordsAltered',
        statistic: Stats.SUM,
        period: Duration.hours(1),
      }),
      above: 0,
      topic: alarms,
    })
    reminders(this, storage)
    machinesOf(this, tasks)
  }
}
