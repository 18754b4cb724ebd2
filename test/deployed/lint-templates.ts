/** cfn-lint, which neither CDK nor we wrote, on every template of a county. */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from '#typed/sentence.ts'

/** Rules that are not asked, each with the reason. A rule that nothing breaks any more has to go from here. */
const IGNORED: Readonly<Record<string, string>> = {
  W3005: 'CDK writes down the order of a role and its function; that a GetAtt implies it too does no harm.',
}

/** @throws Sentence with everything it found, and with what is ignored without need */
export function lintTemplates(cfnLint: string, assemblies: readonly string[]): number {
  const templates = assemblies.flatMap((folder) => globSync(join(folder, '*.template.json')))
  const { stdout, stderr, status, error } = spawnSync(cfnLint, ['--format', 'parseable', ...templates], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (error || status === 1 || stderr.trim()) throw new Sentence(`cfn-lint没有运行：${error?.message ?? stderr}`)
  const findings = stdout.split('\n').filter((line) => line.trim() !== '')
  const ruleOf = (finding: string) => /:([EWI]\d{4}):/.exec(finding)?.[1] ?? ''
  const found = findings.filter((finding) => !Object.hasOwn(IGNORED, ruleOf(finding)))
  const idle = Object.keys(IGNORED).filter((rule) => !findings.some((finding) => ruleOf(finding) === rule))
  if (found.length > 0) throw new Sentence(`cfn-lint有${found.length}处意见：\n${found.join('\n')}`)
  if (idle.length > 0)
    throw new Sentence(`cfn-lint不再提出${idle.join('、')}，请从test/deployed/lint-templates.ts的忽略表中删去。`)
  return templates.length
}
