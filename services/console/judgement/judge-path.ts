/** Where one case is judged; of its own, so that a unit's pages need not have the queue. */
export const judgePath = (batch: string, step: string, unit: string): string =>
  `/console/batches/${batch}/steps/${step}/judge/${unit}`
