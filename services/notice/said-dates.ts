/** '2018-05-05' as a page says it. */
export function saidDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
