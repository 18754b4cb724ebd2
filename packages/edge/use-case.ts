import type { z } from 'zod/mini'
import type { Endpoint, Endpoints } from '#contracts/endpoint.ts'
import type { Held } from '#roster/person.ts'

/** Somebody of the roster and what they are appointed to on the day of receipt. */
export type Caller = { readonly person: string; readonly holdings: readonly Held[] }

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** What a use case is given, whatever its endpoint. */
export type AnyCall = {
  readonly params: Readonly<Record<string, string>>
  /** As the endpoint's schema made it. */
  readonly body: unknown
  readonly caller: Caller | undefined
  /** The instant a request counts by: the same through every conflict and retry of it. */
  readonly received: string
  /** The click, bound to what it asks for; undefined where none is demanded. */
  readonly command: string | undefined
  readonly query: Readonly<Record<string, string>>
  readonly rawBody: Uint8Array
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly sourceIp: string
}

/** What the use case of one endpoint is given: its types follow from the endpoint's path, schemas, method and access. */
export type Call<E extends Endpoint> = Omit<AnyCall, 'params' | 'body' | 'caller' | 'command'> & {
  readonly params: Readonly<Record<Names<E['path']>, string>>
  readonly body: E extends { readonly body: infer Body extends z.ZodMiniType } ? z.output<Body> : undefined
  readonly caller: E['access'] extends 'anyone' ? undefined : Caller
  readonly command: E['method'] extends 'POST' ? string : undefined
}

/** Answers one endpoint; what the response's schema does not know is dropped on the way out. */
export type UseCase<E extends Endpoint> = (call: Call<E>) => Promise<z.input<E['response']>>
export type UseCases<Es extends Endpoints> = { readonly [Name in keyof Es]: UseCase<Es[Name]> }

/** A public page's endpoint reads its own form, so no click id is demanded of its headers. */
export type PageCall<E extends Endpoint> = Omit<Call<E>, 'command' | 'body'> & { readonly command: string | undefined }
export type Page = {
  readonly status?: number
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}
export type PageUse<E extends Endpoint> = (call: PageCall<E>) => Promise<Page>
export type PageUses<Es extends Endpoints> = { readonly [Name in keyof Es]: PageUse<Es[Name]> }
