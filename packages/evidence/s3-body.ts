import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { type Body, bodyOf } from './body.ts'

/** An object's bytes, hashed as they come; undefined where there is none. Needs GetObject, and ListBucket to see absence. */
export async function s3Body(client: S3Client, at: { Bucket: string; Key: string }): Promise<Body | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand(at))
    return Body ? await bodyOf(Body.transformToWebStream()) : undefined
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined
    throw error
  }
}
