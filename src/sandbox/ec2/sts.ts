/** The one question that clients ask of STS before they talk to EC2: who am I. */
import { accountId } from './cloud'
import { Ec2Error } from './protocol/error'
import type { QueryRequest } from './protocol/form'
import { document } from './protocol/xml'

export const isSts = ({ service, version }: QueryRequest) => service === 'sts' || version === '2011-06-15'

export function sts({ action }: QueryRequest, requestId: string): string {
  if (action !== 'GetCallerIdentity')
    throw new Ec2Error('InvalidAction', `Could not find operation ${action} for version 2011-06-15`)
  return document('GetCallerIdentityResponse', 'https://sts.amazonaws.com/doc/2011-06-15/', {
    GetCallerIdentityResult: {
      Arn: `arn:aws:iam::${accountId}:user/sandbox`,
      UserId: 'AIDAINGOTSANDBOXUSER0',
      Account: accountId,
    },
    ResponseMetadata: { RequestId: requestId },
  })
}
