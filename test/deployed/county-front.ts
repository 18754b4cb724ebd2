/** The county's own address: its login, and for everything else the address at which the engine serves its API. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { County } from '#county/county.ts'
import type { Account } from '#local-cloud/oidc/account.ts'
import { oidcIssuer } from '#local-cloud/oidc/oidc-issuer.ts'
import { listen, unlisten } from '#local-cloud/wire/listen.ts'

export type CountyFront = {
  readonly origin: string
  /** The county as its file would be: with the addresses of this front. */
  readonly county: County
  /** Where requests go, once it is deployed: `https://<id>.execute-api.…`. */
  leadTo(address: string): void
  close(): Promise<void>
}

export async function countyFront(
  { county, accounts, data, port }: { county: County; accounts: readonly Account[]; data: string; port: number },
  engine: { readonly port: number },
): Promise<CountyFront> {
  let issuer: ReturnType<typeof oidcIssuer> | undefined
  let host = ''
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith('/oidc/')) return void issuer?.handle(request, response)
    return forward(request, response, host, engine.port)
  })
  const origin = await listen(server, port)
  const { audience, clientId } = county
  issuer = oidcIssuer({
    issuer: `${origin}/oidc`,
    accounts,
    audience,
    clientId,
    redirectUris: [`${origin}/console/callback`],
    data,
  })
  return {
    origin,
    county: { ...county, issuer: `${origin}/oidc`, siteOrigin: origin },
    leadTo: (address) => {
      // The engine knows an API by its id alone, in a name that no resolver knows.
      host = `${new URL(address).hostname.split('.')[0]}.execute-api.localhost`
    },
    close: () => unlisten(server),
  }
}

function forward(request: IncomingMessage, response: ServerResponse, host: string, port: number): void {
  const { method, url, headers } = request
  const onward = httpsRequest(
    {
      host: '127.0.0.1',
      servername: 'localhost',
      port,
      method,
      path: url,
      headers: { ...headers, host: `${host}:${port}` },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  onward.on('error', (error) => {
    if (!response.headersSent) response.writeHead(502)
    response.end(String(error))
  })
  request.pipe(onward)
}
