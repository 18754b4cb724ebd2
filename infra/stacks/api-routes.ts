import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Endpoints } from '#contracts/endpoint.ts'
import type { CountyStack } from '../constructs/county-stack.ts'
import type { Handler } from '../constructs/handler.ts'

const METHOD = { GET: HttpMethod.GET, HEAD: HttpMethod.HEAD, POST: HttpMethod.POST }

type Routes = {
  readonly api: HttpApi
  /** For every endpoint that is not open to anyone. */
  readonly authorizer: IHttpRouteAuthorizer
  readonly to: Handler
}

export type Route = { readonly key: string; readonly route: HttpRoute }

/** One route per endpoint of a contract, all to one function. */
export function declareRoutes(scope: CountyStack, endpoints: Endpoints, { api, authorizer, to }: Routes): Route[] {
  // One permission for the API instead of one a route: what is routed is what the contract says.
  const integration = new HttpLambdaIntegration(to.name, to.function, { scopePermissionToRoute: false })
  return Object.entries(endpoints).map(([name, { method, path, access }]) => ({
    key: `${method} ${path}`,
    route: new HttpRoute(scope, `${to.name}-${name}`, {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, METHOD[method]),
      integration,
      ...(access !== 'anyone' && { authorizer }),
    }),
  }))
}
