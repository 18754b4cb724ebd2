import { Duration } from 'aws-cdk-lib'
import {
  appendsStreams,
  knows,
  readsLists,
  readsManyRows,
  readsPersonsOf,
  readsSecret,
  readsStreams,
} from '../constructs/access.ts'
import { CalledByEvents } from '../constructs/called-by-events.ts'
import type { CountyStack } from '../constructs/county-stack.ts'
import { StreamConsumer } from '../constructs/stream-consumer.ts'
import type { StorageStack } from './storage-stack.ts'

/** What goes out by itself before something is due; where the county names an address of its own, to that, too. */
export function reminders(scope: CountyStack, { ledger, views, persons, failures }: StorageStack): void {
  const { webhook, siteOrigin, reminders: table } = scope.county
  new CalledByEvents(scope, 'remind-due', {
    on: 'every day',
    failures,
    may: [
      readsStreams(ledger, 'case', 'duty', 'holidays', 'inspection', 'reminded'),
      appendsStreams(ledger, 'reminded'),
      readsLists(views),
      readsManyRows(views),
      knows({ REMINDERS: JSON.stringify(table) }),
    ],
    timeout: Duration.minutes(5),
    impact: '单位没有收到当天的到期提醒；法制办仍可在批次进展中提醒。',
  })
  if (!webhook) return
  // The ledger's stream has its two readers; a reminder's row changes whenever the reminder does.
  new StreamConsumer(scope, 'send-reminders', {
    follows: views,
    kinds: ['reminded'],
    failures,
    may: [
      readsStreams(ledger, 'reminded'),
      appendsStreams(ledger, 'reminded'),
      readsLists(views),
      readsManyRows(views),
      readsPersonsOf(persons, 'staff'),
      readsSecret(scope, webhook.secret),
      knows({ WEBHOOK: webhook.url, ORIGIN: siteOrigin }),
    ],
    // Forty units in one call, and a receiver that takes its time for each.
    timeout: Duration.minutes(5),
    impact: '到期提醒没有送到本县的消息接口，短信、邮件或者政务微信没有发出；工作台上的提醒不受影响。',
    lagImpact: '到期提醒迟迟没有送到本县的消息接口；工作台上的提醒不受影响。',
  })
}
