import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import {
  appendsStreams,
  comparesRows,
  judgesUploads,
  knows,
  knowsOfScans,
  namesStreamsOf,
  publishesPages,
  readsContents,
  readsLedger,
  readsLists,
  readsStreams,
  writesRows,
} from '../constructs/access.ts'
import { CalledByEvents } from '../constructs/called-by-events.ts'
import { type CountyStack, handledOf } from '../constructs/county-stack.ts'
import { HouseAlarm } from '../constructs/house-alarm.ts'
import { StreamConsumer } from '../constructs/stream-consumer.ts'
import type { StorageStack } from './storage-stack.ts'

/** What happens after the answer: rows, public pages, the verdict on an upload. */
export function followers(
  scope: CountyStack,
  { ledger, views, evidence, contents, site, failures }: StorageStack,
): void {
  new StreamConsumer(scope, 'project-rows', {
    follows: ledger,
    // Whatever stands on a list; how somebody logs in does not.
    kinds: [
      ...['batch', 'case', 'notice', 'resolution', 'decision', 'panel', 'duty', 'reminders', 'objection'],
      ...['dossier', 'bulletins', 'received', 'inspection', 'consultation', 'reminded', 'spread'],
      ...['evidence', 'opened', 'unit', 'person', 'title', 'catalogue', 'retention'],
    ],
    failures,
    may: [readsLedger(ledger), writesRows(views)],
    impact: '待办和批次进展没有更新；申报件页面不受影响。',
    lagImpact: '待办和批次进展落后于实际办理；申报件页面不受影响。',
  })
  new CalledByEvents(scope, 'rebuild-rows', {
    on: 'every hour',
    failures,
    may: [readsLedger(ledger), namesStreamsOf(ledger), comparesRows(views), writesRows(views)],
    timeout: Duration.minutes(15),
    memory: 512,
    impact: '列表与记录不再每小时核对，漏掉的更新不会补上。',
  })
  new HouseAlarm(scope, {
    name: 'rows-repaired',
    county: scope.county.name,
    impact: '每小时核对补上了列表中漏掉的更新；列表已经正确，但有一处漏失需要查明。',
    metric: new Metric({
      namespace: 'Shifan',
      metricName: 'RowsRepaired',
      statistic: Stats.SUM,
      period: Duration.hours(1),
    }),
    above: 0,
    topic: scope.alarms,
  })
  // The ledger's stream has its two readers; AWS advises no more. A notice's row changes whenever the notice does.
  new StreamConsumer(scope, 'publish-pages', {
    follows: views,
    kinds: ['batch', 'case', 'notice', 'resolution', 'decision', 'title'],
    failures,
    may: [
      readsLedger(ledger),
      readsLists(views),
      // What units tell of their experience.
      readsContents(contents),
      publishesPages(site),
      knows({ COUNTY: handledOf(scope.county) }),
    ],
    impact: '公示页面没有发布或没有更新，而公示期在计算。',
    lagImpact: '公示页面迟迟没有发布或更新，而公示期在计算。',
  })
  new CalledByEvents(scope, 'verify-upload', {
    on: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [evidence.bucketName] }, object: { key: [{ prefix: 'evidence/' }] } },
    },
    failures,
    may: [
      readsStreams(ledger, 'evidence', 'copies'),
      appendsStreams(ledger, 'evidence', 'copies'),
      judgesUploads(evidence),
      knowsOfScans(scope.county),
    ],
    timeout: Duration.minutes(1),
    impact: '已上传的材料停在“核验中”，不能引用和提交。',
  })
}
