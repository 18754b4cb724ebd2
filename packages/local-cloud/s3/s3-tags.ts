import { text } from 'node:stream/consumers'
import { type Answer, type Call, missing } from './s3-call.ts'
import { DECLARATION, element, S3Error } from './s3-error.ts'

/** PutObjectTagging replaces all tags of an object. */
export async function putTags(call: Call): Promise<Answer> {
  const { request, bucket, bucketName, key, allow, write } = call
  allow('s3:PutObjectTagging', 'key')
  if (!bucket.get(key)) throw missing(call)
  const tags = checked(tagsOfXml(await text(request)))
  await write(bucketName, key, (present) => {
    if (!present) throw missing(call)
    return { ...present, tags }
  })
  return { status: 200, headers: {} }
}

export async function getTags(call: Call): Promise<Answer> {
  call.allow('s3:GetObjectTagging', 'key')
  const object = call.bucket.get(call.key)
  if (!object) throw missing(call)
  const tags = Object.entries(object.tags).map(
    ([name, value]) => `<Tag>${element('Key', name)}${element('Value', value)}</Tag>`,
  )
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `${DECLARATION}<Tagging><TagSet>${tags.join('')}</TagSet></Tagging>`,
  }
}

/** `a=1&b=2`, as the header x-amz-tagging holds tags. */
export const tagsOfHeader = (header: string): Record<string, string> => checked([...new URLSearchParams(header)])

function tagsOfXml(xml: string): [string, string][] {
  if (!/<Tagging[\s>]/.test(xml)) throw new S3Error('MalformedXML', 'The body must be a <Tagging> with a <TagSet>.')
  return [...xml.matchAll(/<Tag>(.*?)<\/Tag>/gs)].map(([, tag = '']) => [inner('Key', tag), inner('Value', tag)])
}

const inner = (name: string, xml: string): string =>
  (new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '').replace(
    /&(?:(lt|gt|quot|apos|amp)|#(\d+)|#x([0-9a-f]+));/gi,
    (_, entity, decimal, hex) =>
      PLAIN[entity] ?? String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )

const PLAIN: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function checked(tags: [string, string][]): Record<string, string> {
  if (tags.length > 10) throw new S3Error('InvalidTag', `An object has at most 10 tags, received ${tags.length}.`)
  for (const [name, value] of tags)
    if (name === '' || name.length > 128 || value.length > 256)
      throw new S3Error(
        'InvalidTag',
        `A tag's key has 1 to 128 characters and its value at most 256, received ${name}=${value}.`,
      )
  if (new Set(tags.map(([name]) => name)).size < tags.length)
    throw new S3Error('InvalidTag', 'Two tags have the same key.')
  return Object.fromEntries(tags)
}
