/** A sentence that named hundreds would be read by nobody. */
const MOST = 10

/** The first ten of them, and how many more there are. @param separator between them */
export const nameSome = (all: readonly string[], separator: string): string =>
  all.length <= MOST
    ? all.join(separator)
    : `${all.slice(0, MOST).join(separator)}${separator}另有${all.length - MOST}个单位`
