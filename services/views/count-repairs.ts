/** A log line that CloudWatch reads as metrics (its embedded metric format): an alarm watches `RowsRepaired`. */
export const countRepairs = ({ looked, repaired }: { looked: number; repaired: number }, at: Date) => ({
  _aws: {
    Timestamp: at.getTime(),
    CloudWatchMetrics: [
      {
        Namespace: 'Shifan',
        Dimensions: [[]],
        Metrics: [
          { Name: 'RowsLooked', Unit: 'Count' },
          { Name: 'RowsRepaired', Unit: 'Count' },
        ],
      },
    ],
  },
  RowsLooked: looked,
  RowsRepaired: repaired,
})
