/**
 * A log line that CloudWatch reads as a metric (its embedded metric format): an alarm watches it, whoever comes across
 * what was altered. @param at milliseconds
 */
export const countAltered = (altered: number, at: number) => ({
  _aws: {
    Timestamp: at,
    CloudWatchMetrics: [
      { Namespace: 'Shifan', Dimensions: [[]], Metrics: [{ Name: 'RecordsAltered', Unit: 'Count' }] },
    ],
  },
  RecordsAltered: altered,
})
