import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CfnStage, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { CountyStack } from '../constructs/county-stack.ts'
import { HouseAlarm } from '../constructs/house-alarm.ts'
import type { Route } from './api-routes.ts'
import { watchAccess } from './watch.ts'

/** What a county's offices and units do together stays far below; a script does not. */
const EVERYBODY = { rateLimit: 50, burstLimit: 100 }
/**
 * Objections, which need no login: per second, all addresses together, and of each route apart from all others, so that
 * a flood there stops nobody who is signed in. The API cannot count by address, and counts before the function does; it
 * lets through enough for the function to hold one address back first.
 */
const WITHOUT_LOGIN = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 }

/** The one HTTP API of a county. Routes are declared by whoever has the function. */
export const makeApi = (scope: CountyStack): HttpApi =>
  new HttpApi(scope, 'http', { apiName: `${scope.county.name}-shifan`, createDefaultStage: false })

/** Its only stage: throttled, logged by request and never by content. */
export function makeStage(scope: CountyStack, httpApi: HttpApi, open: readonly Route[]): void {
  const destination = new LogGroup(scope, 'access-logs', {
    ...scope.logKey,
    logGroupName: `/aws/vendedlogs/http/${scope.county.name}-shifan`,
    // The Cybersecurity Law asks for six months at least (第二十一条). No address stands in it: one format serves every
    // route, and the objection form offers to stay unnamed. Of whoever is signed in the functions' own lines have it.
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const stage = new HttpStage(scope, 'stage', {
    httpApi,
    autoDeploy: true,
    throttle: EVERYBODY,
    accessLogSettings: {
      destination: new LogGroupLogDestination(destination),
      format: AccessLogFormat.custom(
        JSON.stringify({
          id: '$context.requestId',
          at: '$context.requestTime',
          route: '$context.routeKey',
          status: '$context.status',
          bytes: '$context.responseLength',
          ms: '$context.responseLatency',
          refused: '$context.authorizer.error',
        }),
      ),
    },
  })
  // A stage that names a route has to come after it.
  stage.node.addDependency(...open.map(({ route }) => route))
  if (stage.node.defaultChild instanceof CfnStage)
    stage.node.defaultChild.routeSettings = Object.fromEntries(open.map(({ key }) => [key, { ...WITHOUT_LOGIN }]))
  watchAccess(scope, destination)
  new HouseAlarm(scope, {
    name: 'http-5xx',
    county: scope.county.name,
    impact: '有人点击后看到“系统出错”：单位、法制办或群众的一次操作未成功。',
    metric: httpApi.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    above: 0,
    topic: scope.alarms,
  })
}
