import type { z } from 'zod/mini'
import type { Command } from '#procedure/commands.ts'

/**
 * One address of the API: edge routes and checks by it, infra declares its route, the console calls it.
 * `access`: a command with a permission row; `'signedIn'`: any person of the roster; `'anyone'`: no login.
 * Path parameters named `unit` and `owner` are checked against the caller's unit.
 */
export type Endpoint = {
  /** `HEAD`: for addresses that stand elsewhere, which are looked at without being opened. */
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly path: `/${string}`
  readonly access: { readonly command: Command } | 'signedIn' | 'anyone'
  /** What it is, in Chinese, for the API's description and for errors. */
  readonly title: string
  readonly body?: z.ZodMiniType
  readonly response: z.ZodMiniType
}
export type Endpoints = Readonly<Record<string, Endpoint>>
