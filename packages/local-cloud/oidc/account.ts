/** A demonstration person. `id` is the subject of the token; `role` and `unit` are only shown. */
export type Account = { id: string; name: string; role: string; unit?: string | undefined }
