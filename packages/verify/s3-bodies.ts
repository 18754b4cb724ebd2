import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { s3Body } from '#evidence/s3-body.ts'
import type { Bodies } from './bodies.ts'

type Options = { readonly client: S3Client; readonly contents: string; readonly evidence: string }

/** Needs GetObject and ListBucket on both buckets: without the latter what is gone would be a failure, not a finding. */
export const s3Bodies = ({ client, contents, evidence }: Options): Bodies => ({
  async text(sha256) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: contents, Key: sha256 }))
      return (await Body?.transformToString('utf-8')) ?? ''
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined
      throw error
    }
  },
  file: (key) => s3Body(client, { Bucket: evidence, Key: key }),
  attachment: (object) => s3Body(client, { Bucket: contents, Key: `attachments/${object}` }),
})
