/** What the cloud refuses, in words that say what is lacking. */
import { Sentence } from '#typed/sentence.ts'

const NO_CREDENTIALS = new Set([
  'CredentialsProviderError',
  'TokenProviderError',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'ExpiredTokenException',
  'ExpiredToken',
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidToken',
])
const NO_RIGHT = new Set(['AccessDeniedException', 'AccessDenied', 'KMSAccessDeniedException', 'Forbidden', '403'])
const NO_WAY = new Set(['TimeoutError', 'NetworkingError', 'ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'EAI_AGAIN'])

const RIGHTS = `核对不作任何改动，需要这些权限：
  dynamodb:ListTables，s3:ListAllMyBuckets
  dynamodb:Scan：表ledger、views；加--persons时还有persons
  s3:ListBucket、s3:GetObject：桶contents、evidence、roots、site
  kms:Decrypt：县文件写了ownKey的，县自己的密钥`

/**
 * @param action as IAM calls it @param on which table or bucket
 * @throws Sentence for credentials, rights and lines that are lacking; whatever else fails, as it is
 */
export async function inWords<T>(action: string, on: string, asking: Promise<T>): Promise<T> {
  try {
    return await asking
  } catch (error) {
    throw sentenceOf(error, action, on) ?? error
  }
}

function sentenceOf(error: unknown, action: string, on: string): Sentence | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const is = (names: ReadonlySet<string>) => names.has(error.name) || names.has(code)
  if (is(NO_CREDENTIALS))
    return new Sentence(
      `云账号的凭据没有、不对或已过期（${error.message}）。请先登录（aws configure，或aws sso login），再用--profile指明所用的配置。`,
    )
  if (is(NO_RIGHT)) return new Sentence(`所用的云账号没有${action}的权限（${on}）：${error.message}\n${RIGHTS}`)
  if (is(NO_WAY))
    return new Sentence(`连不上云上的服务（${on}）：${error.message || code}。请检查网络和县文件的region。`)
  return undefined
}
