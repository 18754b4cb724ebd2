import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { County } from '#county/county.ts'

/**
 * What is deployed on the engine is the county's own templates, but for two strings: where its login and its site are.
 * @throws Error naming the template that differs in anything else
 */
export function mustBeSameTemplates(
  file: { readonly assembly: string; readonly county: County },
  deployed: { readonly assembly: string; readonly county: County },
): void {
  for (const path of globSync(join(file.assembly, '*.template.json'))) {
    const template = basename(path)
    const here = readFileSync(join(deployed.assembly, template), 'utf8')
      .replaceAll(deployed.county.issuer, file.county.issuer)
      .replaceAll(deployed.county.siteOrigin, file.county.siteOrigin)
    if (here !== readFileSync(path, 'utf8'))
      throw new Error(
        `${template} as deployed differs from the templates of ${file.county.name} in more than two addresses`,
      )
  }
}
