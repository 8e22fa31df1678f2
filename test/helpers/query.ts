/** EC2's wire without a client: a form in, status and XML out. */

export interface QueryReply {
  readonly action: string
  readonly status: number
  readonly body: string
  /** The error's code, if it is one. */
  readonly code?: string
}

export async function query(
  endpoint: string,
  action: string,
  parameters: Readonly<Record<string, string>> = {},
  region = 'us-east-1',
) {
  const form = new URLSearchParams({ Version: '2016-11-15', ...parameters, Action: action })
  const authorization = `AWS4-HMAC-SHA256 Credential=AKIA/20260101/${region}/ec2/aws4_request, SignedHeaders=host, Signature=0`
  const response = await fetch(endpoint, { method: 'POST', body: form, headers: { authorization } })
  const body = await response.text()
  return { action, status: response.status, body, code: element(body, 'Code') } satisfies QueryReply
}

/** The text of the first element of that name. */
export const element = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
