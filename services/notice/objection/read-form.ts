import { Unreadable } from '#edge/errors.ts'

export type Upload = { readonly name: string; readonly bytes: Uint8Array }
export type SentForm = {
  /** The value of a field; empty when it was not sent. */
  readonly value: (name: string) => string
  readonly values: (name: string) => readonly string[]
  readonly uploads: readonly Upload[]
}

type Sent = { readonly rawBody: Uint8Array; readonly headers: Readonly<Record<string, string>> }

/** A posted HTML form, `multipart/form-data` or urlencoded. @throws Unreadable */
export async function readForm({ rawBody, headers }: Sent): Promise<SentForm> {
  const form = await parse(rawBody, headers['content-type'] ?? '')
  const values = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const files = form.getAll('files').filter((value) => value instanceof File)
  return {
    values,
    value: (name) => values(name)[0] ?? '',
    // A file field that was left empty is sent as a file without name or bytes.
    uploads: await Promise.all(
      files
        .filter(({ name, size }) => name !== '' || size > 0)
        .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
  }
}

async function parse(rawBody: Uint8Array, contentType: string): Promise<FormData> {
  try {
    return await new Response(Uint8Array.from(rawBody), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw new Unreadable('提交的内容不完整；请返回上一页后重新提交。')
  }
}
