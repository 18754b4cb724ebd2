/** Where a scorer's sheet lies; whoever asks for no more than that needs nothing of what stands in it. */
export const sheetStream = (batch: string, unit: string, visit: number, method: string, scorer: string): string =>
  `sheet/${batch}/${unit}/${visit}/${method}/${scorer}`
