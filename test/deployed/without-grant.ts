/** The same county with one right less, and how far a story comes in it. */
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod/mini'

/** Long texts are the last thing that saving an application writes before its event: the files are kept by then. */
export const REMOVED = { stack: 'api', role: 'intakeapirole', action: 's3:PutObject' } as const

type Statement = { Action: string | string[] }
type Policy = { Type: string; Properties: { PolicyDocument: { Statement: Statement[] } } }

/** Copies an assembly without one right of one role. @throws Error when that role does not have it */
export function withoutGrant(assembly: string, to: string, { stack, role, action } = REMOVED): string {
  cpSync(assembly, to, { recursive: true })
  const [file = ''] = globSync(join(to, `*-${stack}.template.json`))
  const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Policy> }
  let removed = 0
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !id.startsWith(role)) continue
    const document = Properties.PolicyDocument
    document.Statement = document.Statement.flatMap((statement) => {
      const actions = [statement.Action].flat()
      const left = actions.filter((one) => one !== action)
      removed += actions.length - left.length
      return left.length > 0 ? [{ ...statement, Action: left }] : []
    })
  }
  if (removed !== 1) throw new Error(`${role} is allowed ${action} ${removed} times in ${basename(file)}, not once`)
  writeFileSync(file, JSON.stringify(template, null, 1))
  renameTemplate(to, basename(file))
  return to
}

const assets = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })) })

/** A template is uploaded under its digest, once; another one needs another name. */
function renameTemplate(assembly: string, template: string): void {
  const manifest = join(assembly, template.replace('.template.json', '.assets.json'))
  const { files } = assets.parse(JSON.parse(readFileSync(manifest, 'utf8')))
  const [digest = ''] = Object.entries(files).find(([, { source }]) => source.path === template) ?? []
  const other = [...digest].reverse().join('')
  for (const file of [manifest, join(assembly, 'manifest.json')])
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(digest, other))
}
