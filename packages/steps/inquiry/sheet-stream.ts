/** Where a scorer's sheet lies. */
export const sheetStream = (batch: string, unit: string, visit: number, method: string, scorer: string): string =>
  `sheet/${batch}/${unit}/${visit}/${method}/${scorer}`
