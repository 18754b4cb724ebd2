/** How the five methods of the documents may count, where a test is about something else. */
export const BY_POINTS = {
  way: 'points',
  weights: { hearing: 10, documents: 40, siteVisit: 20, lawTest: 15, interviews: 15 },
  combined: 'mean',
  atLeast: 80,
  tie: 'documents',
} as const
