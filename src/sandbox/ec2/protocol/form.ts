/** The Query protocol's flat names (`Filter.1.Value.2=x`) as a tree, and the request's region and identity from its signature. */
import { Ec2Error } from './error'

export type Parameter = string | ParameterTree
export interface ParameterTree {
  [name: string]: Parameter
}

export interface QueryRequest {
  readonly action: string
  readonly version: string
  readonly region: string
  readonly service: string
  /** Whose signature it bears; empty without one. */
  readonly accessKeyId: string
  readonly parameters: ParameterTree
}

/** What signs or frames a request and is no parameter of an action. */
const framing =
  /^(Action|Version|AUTHPARAMS|AWSAccessKeyId|Signature|SignatureMethod|SignatureVersion|SecurityToken|Timestamp|Expires|X-Amz-.*)$/i

const defaultRegion = 'us-east-1'

/** `authorization` is the header's value; a presigned GET carries the same scope in X-Amz-Credential. */
export function readQuery(form: URLSearchParams, authorization = ''): QueryRequest {
  const { accessKeyId, region, service } = identityIn(authorization, form.get('X-Amz-Credential') ?? '')
  const action = form.get('Action')
  if (!action) throw new Ec2Error('MissingAction', 'The request is missing an action or a required parameter.')
  const parameters: ParameterTree = Object.create(null)
  for (const [name, value] of form) if (!framing.test(name)) place(parameters, name, value)
  return {
    action,
    version: form.get('Version') ?? '',
    region,
    service: service || 'ec2',
    accessKeyId,
    parameters,
  }
}

/** Who asks which service where, as a request's signature says; `presigned` where that is a parameter. */
export function identityIn(authorization: string, presigned = '') {
  const credential = /Credential=([^,\s]+)/.exec(authorization)?.[1] ?? presigned
  const [accessKeyId = '', , region, service = ''] = decodeURIComponent(credential).split('/')
  return { accessKeyId, region: region || defaultRegion, service }
}

function place(tree: ParameterTree, name: string, value: string) {
  const steps = name.split('.')
  let at = tree
  for (const step of steps.slice(0, -1)) {
    const next = at[step]
    if (typeof next === 'string') throw conflicting(name)
    const below: ParameterTree = next ?? Object.create(null)
    at[step] = below
    at = below
  }
  const last = steps.at(-1)!
  if (at[last] !== undefined) throw conflicting(name)
  at[last] = value
}

const conflicting = (name: string) => new Ec2Error('InvalidQueryParameter', `The parameter ${name} is given more than once.`)
