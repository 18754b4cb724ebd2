import { existsSync, readFileSync } from 'node:fs'
import type { Catalogue } from '#catalogue/catalogue.ts'
import { type Problem, sayProblem } from '#catalogue/check/problem.ts'
import { type Loaded, loadCatalogue } from '#catalogue/load-catalogue.ts'
import { openPack, packIds } from '#catalogue/open-packs.ts'
import { Sentence } from '#typed/sentence.ts'

/** @throws Sentence when there is no such catalogue, or with everything that is wrong with it */
export function findCatalogue(name: string): { catalogue: Catalogue; findings: readonly Problem[] } {
  const { catalogue, problems, findings } = open(name)
  if (catalogue) return { catalogue, findings }
  throw new Sentence(`${name}有${problems.length}处错误：\n${problems.map((one) => `  ${sayProblem(one)}`).join('\n')}`)
}

function open(name: string): Loaded {
  if (packIds().includes(name)) return openPack(name)
  if (/\.ya?ml$/.test(name) && existsSync(name)) return loadCatalogue(name, readFileSync(name, 'utf8'))
  throw new Sentence(`没有“${name}”这份标准或方案；现有${packIds().join('、')}，也可以给出YAML文件的路径。`)
}
