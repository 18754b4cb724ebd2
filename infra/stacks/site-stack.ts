import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Construct } from 'constructs'
import { knows, servesPages } from '../constructs/access.ts'
import { CountyStack, type CountyStackProps, handledOf } from '../constructs/county-stack.ts'
import { Handler } from '../constructs/handler.ts'
import type { StorageStack } from './storage-stack.ts'

/** Console and public pages: everything of the origin that no other route takes. */
export class SiteStack extends CountyStack {
  constructor(scope: Construct, { site, evidence }: StorageStack, httpApi: HttpApi, props: CountyStackProps) {
    super(scope, 'site', props)
    const serve = new Handler(this, 'serve-site', {
      may: [
        servesPages(site),
        knows({
          ISSUER: props.county.issuer,
          CLIENT_ID: props.county.clientId,
          AUDIENCE: props.county.audience,
          COUNTY: handledOf(props.county),
          IDLE_MINUTES: String(props.county.idleMinutes),
          // What the login page is asked for; of methods (`amr`) a page cannot be asked.
          ACR_VALUES: (props.county.secondFactor?.acr ?? []).join(' '),
          // The browser sends files straight there.
          CONNECT_SRC: `https://${evidence.bucketRegionalDomainName}`,
        }),
      ],
      impact: '工作台和公示页面无法打开。',
      atOnce: props.county.atOnce ? props.county.atOnce.pages : undefined,
    })
    const integration = new HttpLambdaIntegration(serve.name, serve.function, { scopePermissionToRoute: false })
    for (const [name, path] of Object.entries({ start: '/', any: '/{proxy+}' }))
      new HttpRoute(this, name, { httpApi, routeKey: HttpRouteKey.with(path, HttpMethod.GET), integration })
  }
}
