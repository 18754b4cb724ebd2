import { z } from 'zod/mini'
import type { Template } from '#local-cloud/assembly/template.ts'
import { AwsError } from '#local-cloud/wire/aws-error.ts'
import { pattern } from './permissions.ts'

/** @throws AwsError AccessDeniedException when no AWS::Lambda::Permission lets the service call the function for that source */
export type MayInvoke = (service: string, functionName: string, sourceArn: string) => void

const Properties = z.object({
  FunctionName: z.string(),
  Principal: z.string(),
  Action: z.string(),
  SourceArn: z.optional(z.string()),
})

/** What the functions' own policies say about EventBridge and API Gateway. */
export function invokePermissions(template: Template): MayInvoke {
  const granted = template.all('AWS::Lambda::Permission', Properties).map(({ properties: p }) => ({
    functionName: p.FunctionName.split(':').at(-1),
    service: p.Principal,
    action: p.Action,
    source: pattern([p.SourceArn ?? '*'], ''),
  }))
  return (service, functionName, sourceArn) => {
    const allowed = granted.some(
      (one) =>
        one.functionName === functionName &&
        one.service === service &&
        one.action === 'lambda:InvokeFunction' &&
        one.source.test(sourceArn),
    )
    if (!allowed)
      throw new AwsError(
        'AccessDeniedException',
        `${service} is not authorized to perform: lambda:InvokeFunction on resource: ${functionName} for ${sourceArn}: no AWS::Lambda::Permission allows it`,
      )
  }
}
