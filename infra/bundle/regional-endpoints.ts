/**
 * Takes the place of the rules by which clients find where a service is: tables for access points, accelerated and
 * express buckets, FIPS and dual stack, none of which a county has, and 30 KB of the bundles with S3. A test compares the answers
 * with theirs for whatever our functions ask for.
 */
type Asked = {
  readonly Region?: string
  /** From AWS_ENDPOINT_URL and its like, on the laptop and on other engines. */
  readonly Endpoint?: string
  readonly Bucket?: string
  readonly ForcePathStyle?: boolean
}
type Where = { readonly url: URL; readonly properties: object; readonly headers: object }

/** `dynamodb`, `states`: one address in the region, or the one that the environment gives. */
export const regionalEndpoint =
  (service: string) =>
  (asked: Asked): Where => ({ url: placeOf(service, asked), properties: {}, headers: {} })

/** A bucket's address: in the host's name where DNS and TLS can have it there, else in the path. */
export function bucketEndpoint(asked: Asked): Where {
  const { Bucket = '', Region: signingRegion, ForcePathStyle } = asked
  const url = placeOf('s3', asked)
  if (ForcePathStyle || Bucket.includes('.') || /^[\d.]+$|^\[/.test(url.hostname)) url.pathname = `/${Bucket}`
  else url.hostname = `${Bucket}.${url.hostname}`
  return {
    url,
    properties: { authSchemes: [{ name: 'sigv4', signingName: 's3', signingRegion, disableDoubleEncoding: true }] },
    headers: {},
  }
}

function placeOf(service: string, { Region = '', Endpoint }: Asked): URL {
  return new URL(Endpoint ?? `https://${service}.${Region}.amazonaws.com${Region.startsWith('cn-') ? '.cn' : ''}`)
}
