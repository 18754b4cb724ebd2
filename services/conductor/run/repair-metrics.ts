import type { Reconciled } from './reconcile.ts'

/** A log line that CloudWatch turns into metrics (embedded metric format), so that no call and no grant is needed. */
export const repairMetrics = (counts: Reconciled, now: Date) => ({
  _aws: {
    Timestamp: now.getTime(),
    CloudWatchMetrics: [
      {
        Namespace: 'Shifan',
        Dimensions: [['service']],
        Metrics: [...Object.keys(counts), 'repaired'].map((Name) => ({ Name, Unit: 'Count' })),
      },
    ],
  },
  service: 'conductor',
  ...counts,
  repaired: counts.started + counts.woken + counts.applied,
})
