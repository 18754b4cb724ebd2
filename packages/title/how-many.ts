/** A unit may hold titles of several batches. @param units whose each title is, once for each */
export function howMany(units: readonly string[]): string {
  const { size } = new Set(units)
  return size === units.length ? `${size}个单位` : `${size}个单位、${units.length}个称号`
}
