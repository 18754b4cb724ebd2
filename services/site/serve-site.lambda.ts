import { S3Client } from '@aws-sdk/client-s3'
import { z } from 'zod/mini'
import { ownPapersIn } from './console-files.ts'
import { consolePolicy } from './console-policy.ts'
import { serveSite } from './serve-site.ts'
import { configurationIn } from './site-configuration.ts'
import { s3PublishedPages } from './site-pages.ts'

const env = z
  .object({
    SITE: z.string(),
    ISSUER: z.url(),
    /** Where the browser sends files; several are parted by blanks. */
    CONNECT_SRC: z.string(),
    /** Where another S3 stands in, the browser sends its files there too. */
    AWS_ENDPOINT_URL_S3: z.optional(z.url()),
  })
  .parse(process.env)
// The bundle's own folder.
const console = new URL('./console/', import.meta.url)
const files = [...env.CONNECT_SRC.split(' '), env.AWS_ENDPOINT_URL_S3].filter((one) => one !== undefined)

export const handler = serveSite({
  pages: s3PublishedPages({ client: new S3Client(), bucket: env.SITE }),
  console,
  policy: consolePolicy({ issuer: env.ISSUER, files }),
  configuration: configurationIn(process.env, ownPapersIn(console)),
})
