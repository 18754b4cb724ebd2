export type Route = {
  /** As declared: `GET /api/cases/{id}`, `ANY /{proxy+}` or `$default`. */
  key: string
  /** The integration's function. */
  functionName: string
  /** The authorizer's logical id, undefined for a public route. */
  authorizer: string | undefined
  scopes: readonly string[]
}
export type Matched = { route: Route; parameters: Record<string, string> }
type Compiled = { route: Route; method: string; segments: readonly string[]; rank: string }

/** Chooses a route as API Gateway does: the most specific path first, a method before `ANY`, `$default` last. */
export function httpRoutes(routes: readonly Route[]): (method: string, path: string) => Matched | undefined {
  const fallback = routes.find(({ key }) => key === '$default')
  const compiled = routes
    .filter(({ key }) => key !== '$default')
    .map((route): Compiled => {
      const [method = '', path = ''] = route.key.split(' ')
      const segments = path.split('/').slice(1)
      const ranks = segments.map((segment) => (isGreedy(segment) ? '2' : isVariable(segment) ? '1' : '0'))
      return { route, method, segments, rank: `${ranks.join('')}${method === 'ANY' ? '9' : '8'}` }
    })
    .sort((a, b) => a.rank.localeCompare(b.rank))
  return (method, path) => {
    const asked = path.split('/').slice(1)
    for (const { route, method: wanted, segments } of compiled) {
      if (wanted !== 'ANY' && wanted !== method) continue
      const parameters = match(segments, asked)
      if (parameters) return { route, parameters }
    }
    return fallback && { route: fallback, parameters: {} }
  }
}

const isVariable = (segment: string) => segment.startsWith('{') && segment.endsWith('}')
const isGreedy = (segment: string) => segment.endsWith('+}')

function match(segments: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [at, segment] of segments.entries()) {
    const given = asked[at]
    if (given === undefined) return undefined
    if (isGreedy(segment)) {
      const rest = asked.slice(at).join('/')
      return rest ? { ...parameters, [segment.slice(1, -2)]: rest } : undefined
    }
    if (isVariable(segment)) {
      if (given === '') return undefined
      parameters[segment.slice(1, -1)] = given
    } else if (segment !== given) return undefined
  }
  return asked.length === segments.length ? parameters : undefined
}
