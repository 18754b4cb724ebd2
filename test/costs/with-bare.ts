/** What is changed in the synthesized stacks before anything is counted: bare work behind the same front, with a table of its own, and followers one by one. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, stop } from 'esbuild'
import type { County } from '#county/county.ts'
import { lean } from '../../infra/bundle/lean.ts'

export const BARE = { path: '/bare', functionName: 'bare' } as const

const table = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'bare',
    KeySchema: [
      { AttributeName: 'stream', KeyType: 'HASH' },
      { AttributeName: 'number', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'stream', AttributeType: 'S' },
      { AttributeName: 'number', AttributeType: 'N' },
    ],
  },
}
const statement = {
  Effect: 'Allow',
  Action: ['dynamodb:Query', 'dynamodb:PartiQLInsert', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: '*',
}
const template = {
  Resources: {
    table,
    role: {
      Type: 'AWS::IAM::Role',
      Properties: { Policies: [{ PolicyName: 'bare', PolicyDocument: { Statement: [statement] } }] },
    },
    bare: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        FunctionName: BARE.functionName,
        Role: { 'Fn::GetAtt': ['role', 'Arn'] },
        Code: { S3Key: 'bare.zip' },
        Handler: 'index.handler',
        Timeout: 10,
        MemorySize: 256,
        Environment: { Variables: { TABLE: { Ref: 'table' } } },
      },
    },
    mayBeCalled: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: { Ref: 'bare' },
        Principal: 'apigateway.amazonaws.com',
        Action: 'lambda:InvokeFunction',
      },
    },
    integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['bare', 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    },
    route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        RouteKey: `POST ${BARE.path}`,
        Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'integration' }]] },
      },
    },
  },
}

/** Bundled as the county's own functions are. */
export async function addBare(assembly: string, { region }: Pick<County, 'region'>): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'bare.ts')],
    outfile: join(assembly, 'asset.bare', 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
    plugins: [...lean],
    logLevel: 'error',
  })
  await stop()
  writeJson(join(assembly, 'bare.template.json'), template)
  writeJson(join(assembly, 'bare.assets.json'), { files: { bare: { source: { path: 'asset.bare' } } } })
  const manifest = readJson(join(assembly, 'manifest.json')) as { artifacts: object }
  const bare = {
    type: 'aws:cloudformation:stack',
    environment: `aws://unknown-account/${region}`,
    properties: { templateFile: 'bare.template.json', stackName: 'bare' },
  }
  writeJson(join(assembly, 'manifest.json'), { ...manifest, artifacts: { ...manifest.artifacts, bare } })
}

type Mapping = { Type: string; Properties: { BatchSize?: number } }

/** Followers are told of one change at a time: how many come at once depends on how busy the machine is, and so would the counts. */
export function followOneByOne(assembly: string): void {
  let mappings = 0
  for (const file of globSync(join(assembly, '*.template.json'))) {
    const { Resources, ...others } = readJson(file) as { Resources: Record<string, Mapping> }
    for (const { Type, Properties } of Object.values(Resources))
      if (Type === 'AWS::Lambda::EventSourceMapping') {
        Properties.BatchSize = 1
        mappings++
      }
    writeJson(file, { Resources, ...others })
  }
  if (mappings === 0) throw new Error('no function follows a table')
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const writeJson = (file: string, content: unknown): void => writeFileSync(file, JSON.stringify(content))
