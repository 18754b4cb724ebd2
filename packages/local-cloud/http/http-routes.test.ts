import { expect, test } from 'vitest'
import { httpRoutes } from './http-routes.ts'

const find = (keys: readonly string[]) =>
  httpRoutes(keys.map((key) => ({ key, functionName: '', authorizer: undefined, scopes: [] })))
const routes = [
  'GET /{proxy+}',
  'ANY /api/{proxy+}',
  'GET /api/cases/{id}',
  'POST /api/cases/{id}/{command}',
  'GET /api/cases/mine',
  'ANY /api/cases/{id}',
]

test.each([
  ['GET', '/api/cases/mine', 'GET /api/cases/mine', {}],
  ['GET', '/api/cases/c1', 'GET /api/cases/{id}', { id: 'c1' }],
  ['PUT', '/api/cases/c1', 'ANY /api/cases/{id}', { id: 'c1' }],
  ['POST', '/api/cases/c1/submit', 'POST /api/cases/{id}/{command}', { id: 'c1', command: 'submit' }],
  ['DELETE', '/api/x/y', 'ANY /api/{proxy+}', { proxy: 'x/y' }],
  ['GET', '/page.html', 'GET /{proxy+}', { proxy: 'page.html' }],
])('%s %s takes %s', (method, path, key, parameters) => {
  expect(find(routes)(method, path)).toMatchObject({ route: { key }, parameters })
})

test('what no route fits finds nothing, unless there is a $default', () => {
  expect(find(routes)('POST', '/page.html')).toBeUndefined()
  expect(find(routes)('GET', '/')).toBeUndefined()
  expect(find([...routes, '$default'])('GET', '/')).toMatchObject({ route: { key: '$default' } })
})
