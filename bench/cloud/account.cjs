// What a bake uses of an account besides EC2: roles and profiles of IAM, parameters of Systems Manager. Both as strict as AWS about the
// order in which things are removed. Served at one endpoint, which tells the services apart by the signature's scope.
const { createServer } = require('node:http')
const { text } = require('node:stream/consumers')

class Refused extends Error {
  constructor(code, message = code) {
    super(message)
    this.code = code
  }
}

function iam(roles, profiles) {
  const role = name => roles.get(name) ?? refuse('NoSuchEntity', `no role ${name}`)
  const profile = name => profiles.get(name) ?? refuse('NoSuchEntity', `no instance profile ${name}`)
  const roleView = ({ name, tags }) =>
    `<RoleName>${name}</RoleName><RoleId>AROA${name}</RoleId><Path>/</Path><Arn>arn:aws:iam::1:role/${name}</Arn><CreateDate>2026-01-02T03:04:05Z</CreateDate>${tagsView(tags)}`
  const profileView = ({ name, held, tags }) =>
    `<InstanceProfileName>${name}</InstanceProfileName><InstanceProfileId>AIPA${name}</InstanceProfileId><Path>/</Path><Arn>arn:aws:iam::1:instance-profile/${name}</Arn><CreateDate>2026-01-02T03:04:05Z</CreateDate><Roles>${[...held].map(each => `<member>${roleView(role(each))}</member>`).join('')}</Roles>${tagsView(tags)}`
  const list = (name, all, view) =>
    `<IsTruncated>false</IsTruncated><${name}>${[...all.values()].map(each => `<member>${view(each)}</member>`).join('')}</${name}>`
  // Lists are without tags, as AWS's are.
  const bare = each => ({ ...each, tags: [] })
  return {
    CreateRole({ RoleName: name }, tags) {
      if (roles.has(name)) refuse('EntityAlreadyExists')
      roles.set(name, { name, tags, policies: new Set() })
      return `<Role>${roleView(role(name))}</Role>`
    },
    CreateInstanceProfile({ InstanceProfileName: name }, tags) {
      if (profiles.has(name)) refuse('EntityAlreadyExists')
      profiles.set(name, { name, tags, held: new Set() })
      return `<InstanceProfile>${profileView(profile(name))}</InstanceProfile>`
    },
    GetRole: ({ RoleName }) => `<Role>${roleView(role(RoleName))}</Role>`,
    GetInstanceProfile: ({ InstanceProfileName }) =>
      `<InstanceProfile>${profileView(profile(InstanceProfileName))}</InstanceProfile>`,
    PutRolePolicy: ({ RoleName, PolicyName }) => void role(RoleName).policies.add(PolicyName),
    AddRoleToInstanceProfile({ InstanceProfileName, RoleName }) {
      const { held } = profile(InstanceProfileName)
      if (held.size > 0) refuse('LimitExceeded', 'an instance profile takes one role')
      held.add(role(RoleName).name)
    },
    RemoveRoleFromInstanceProfile({ InstanceProfileName, RoleName }) {
      if (!profile(InstanceProfileName).held.delete(RoleName)) refuse('NoSuchEntity')
    },
    DeleteRolePolicy({ RoleName, PolicyName }) {
      if (!role(RoleName).policies.delete(PolicyName)) refuse('NoSuchEntity')
    },
    DeleteRole({ RoleName }) {
      const isHeld = [...profiles.values()].some(each => each.held.has(RoleName))
      if (isHeld || role(RoleName).policies.size > 0) refuse('DeleteConflict')
      roles.delete(RoleName)
    },
    DeleteInstanceProfile({ InstanceProfileName }) {
      if (profile(InstanceProfileName).held.size > 0) refuse('DeleteConflict')
      profiles.delete(InstanceProfileName)
    },
    ListRoles: () => list('Roles', roles, each => roleView(bare(each))),
    ListInstanceProfiles: () => list('InstanceProfiles', profiles, each => profileView(bare(each))),
    ListRoleTags: ({ RoleName }) => `<IsTruncated>false</IsTruncated>${tagsView(role(RoleName).tags)}`,
    ListInstanceProfileTags: ({ InstanceProfileName }) =>
      `<IsTruncated>false</IsTruncated>${tagsView(profile(InstanceProfileName).tags)}`,
  }
}

const refuse = (code, message) => {
  throw new Refused(code, message)
}
const tagsView = tags =>
  `<Tags>${tags.map(([key, value]) => `<member><Key>${escaped(key)}</Key><Value>${escaped(value)}</Value></member>`).join('')}</Tags>`
const escaped = value => value.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** `Tags.member.1.Key` and its kin. */
function tagsIn(form) {
  const tags = []
  for (let at = 1; form.has(`Tags.member.${at}.Key`); at++)
    tags.push([form.get(`Tags.member.${at}.Key`), form.get(`Tags.member.${at}.Value`)])
  return tags
}

/** Versions of each parameter, oldest first. */
function ssm(parameters) {
  const versions = (region, name) => parameters.get(`${region} ${name}`) ?? refuse('ParameterNotFound')
  return {
    PutParameter(region, { Name, Value, Overwrite }) {
      const before = parameters.get(`${region} ${Name}`)
      if (before && !Overwrite) refuse('ParameterAlreadyExists')
      parameters.set(`${region} ${Name}`, [...(before ?? []), { Value, labels: new Set() }])
      return { Version: (before?.length ?? 0) + 1, Tier: 'Standard' }
    },
    GetParameter(region, { Name }) {
      const [name, label] = Name.split(':')
      const all = versions(region, name)
      const at = label ? all.findIndex(each => each.labels.has(label)) : all.length - 1
      if (at < 0) refuse('ParameterVersionNotFound')
      return { Parameter: { Name: name, Type: 'String', Value: all[at].Value, Version: at + 1 } }
    },
    LabelParameterVersion(region, { Name, ParameterVersion, Labels }) {
      const all = versions(region, Name)
      for (const each of all) for (const label of Labels) each.labels.delete(label)
      for (const label of Labels) all[ParameterVersion - 1].labels.add(label)
      return { InvalidLabels: [], ParameterVersion }
    },
  }
}

function answer(services, headers, body) {
  const [, , region, service] = /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1]?.split('/') ?? []
  if (service === 'ssm') {
    const action = headers['x-amz-target']?.split('.')[1]
    const own = services.ssm[action] ?? (() => refuse('InvalidAction', action))
    return { type: 'application/x-amz-json-1.1', body: JSON.stringify(own(region, JSON.parse(body))) }
  }
  const form = new URLSearchParams(body)
  const action = form.get('Action')
  const own = services.iam[action] ?? (() => refuse('InvalidAction', action))
  const result = own(Object.fromEntries(form), tagsIn(form)) ?? ''
  const wrapped = `<${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata>`
  return {
    type: 'text/xml',
    body: `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">${wrapped}</${action}Response>`,
  }
}

function refusal(error, headers) {
  if (headers['x-amz-target'])
    return { type: 'application/x-amz-json-1.1', body: JSON.stringify({ __type: error.code, message: error.message }) }
  const body = `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${error.code}</Code><Message>${error.message}</Message></Error><RequestId>0</RequestId></ErrorResponse>`
  return { type: 'text/xml', body }
}

async function account() {
  const [roles, profiles, parameters] = [new Map(), new Map(), new Map()]
  const services = { iam: iam(roles, profiles), ssm: ssm(parameters) }
  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming)
    let [status, reply] = [200, undefined]
    try {
      reply = answer(services, incoming.headers, body)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      ;[status, reply] = [error.code === 'NoSuchEntity' ? 404 : 400, refusal(error, incoming.headers)]
    }
    outgoing.writeHead(status, { 'content-type': reply.type, 'content-length': Buffer.byteLength(reply.body) })
    outgoing.end(reply.body)
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  return {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    /** Names of roles and instance profiles, to be compared. */
    roles: () => [...roles.keys(), ...profiles.keys()].sort(),
    /** What each parameter holds now: `REGION NAME` and an image's ID. */
    parameters: () => new Map([...parameters].map(([key, all]) => [key, all.at(-1).Value])),
    forget: () => parameters.clear(),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

module.exports = { account }
