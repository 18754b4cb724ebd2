import { z } from 'zod/mini'

export type HttpAnswer = { status: number; headers: Record<string, string | string[]>; body: Buffer }

const Full = z.object({
  statusCode: z.union([z.number(), z.pipe(z.string(), z.transform(Number))]),
  headers: z.nullish(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  cookies: z.nullish(z.array(z.string())),
  body: z.nullish(z.string()),
  isBase64Encoded: z.nullish(z.boolean()),
})

/** What API Gateway makes of a function's answer in format 2.0; one without a status is the body itself. */
export function httpAnswer(answer: unknown): HttpAnswer {
  const full = z.safeParse(Full, answer)
  if (!full.success) {
    const body = typeof answer === 'string' ? answer : JSON.stringify(answer)
    return { status: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from(body) }
  }
  const { statusCode: status, headers, cookies, body, isBase64Encoded } = full.data
  const given = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])
  return {
    status,
    headers: {
      ...(body ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
      ...Object.fromEntries(given),
      ...(cookies?.length ? { 'set-cookie': cookies } : {}),
    },
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  }
}

/** API Gateway's own answers. */
export const apiSays = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(JSON.stringify({ message })),
})
