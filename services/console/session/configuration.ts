import { z } from 'zod/mini'

const configuration = z.object({
  issuer: z.string(),
  clientId: z.string(),
  audience: z.string(),
  county: z.string(),
  /** Minutes after which a console that nobody uses logs out. */
  idleMinutes: z.pipe(z.string(), z.transform(Number)),
  /** Who handles the data of whoever logs in, how to reach them, and how many years names and logins are kept. */
  office: z.string(),
  officePhone: z.optional(z.string()),
  keepsStaff: z.pipe(z.string(), z.transform(Number)),
  keepsLogins: z.pipe(z.string(), z.transform(Number)),
  /** What the county demands of a login, which the issuer is asked for. */
  acrValues: z.optional(z.string()),
  /** What every page says of a county for training. */
  training: z.optional(z.string()),
  /** Whether uploads wait for the county's malware scanner. */
  malwareScan: z.optional(z.string()),
  /** The county's own forms for papers, where it has any. */
  papers: z.optional(z.string()),
})
export type Configuration = z.infer<typeof configuration>

/** What the county's own site says of itself. */
export async function readConfiguration(): Promise<Configuration> {
  const response = await fetch('/config.json', { cache: 'no-store' }).catch(() => {
    throw new Error('网络不通，无法打开系统；请检查网络后重新打开。')
  })
  if (!response.ok) throw new Error(`无法读取系统配置（${response.status}），请稍后刷新。`)
  return configuration.parse(await response.json())
}
