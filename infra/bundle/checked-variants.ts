/**
 * What stands in for `#procedure/problems-of.ts` in a bundle: the same variants were read, and refused if anything was
 * wrong, by the process that made the bundle, so no function looks for it again at every start.
 */
export const problemsOf = (): readonly string[] => []
