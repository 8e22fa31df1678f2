/** How this step reaches AWS: region and endpoint, and a role whose OIDC token is kept fresh for as long as the step runs. */
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getIDToken, warning } from '@actions/core'
import { Failure } from '../model/failure'
import type { Inputs } from './inputs'
import type { accessNames } from './read-inputs'

export type AccessInputs = Pick<Inputs, (typeof accessNames)[number]>

/** The host's tokens live for five minutes at least; the SDK reads the file anew whenever it needs other keys. */
const RENEW_MILLISECONDS = 120_000
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_DEFAULT_PROFILE']

/**
 * Sets the environment of this process. With a role, `stop` ends the renewal and removes the token; everything is undone when
 * the process ends, because the environment is only its own. Throws Failure.
 */
export async function openAccess(
  given: AccessInputs,
  folder: string,
  renewMilliseconds = RENEW_MILLISECONDS,
): Promise<{ stop(): Promise<void> }> {
  const { region, endpoint, 'role-to-assume': role, audience } = given
  if (region) Object.assign(process.env, { AWS_REGION: region, AWS_DEFAULT_REGION: region })
  if (endpoint) process.env.AWS_ENDPOINT_URL = endpoint
  if (!role) return { stop: async () => {} }
  const file = join(folder, `token-${randomUUID()}`)
  await writeToken(file, audience)
  // Keys would win over the token.
  for (const name of KEYS) delete process.env[name]
  Object.assign(process.env, {
    AWS_ROLE_ARN: role,
    AWS_WEB_IDENTITY_TOKEN_FILE: file,
    AWS_ROLE_SESSION_NAME: sessionName(process.env),
  })
  let renewal = Promise.resolve()
  const renew = () => {
    renewal = writeToken(file, audience).catch(error => warning(`The OIDC token was not renewed: ${(error as Error).message}`))
  }
  const timer = setInterval(renew, renewMilliseconds).unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await renewal
      await rm(file, { force: true })
    },
  }
}

/** Whole or not at all: the SDK may read it at any time. */
async function writeToken(file: string, audience: string): Promise<void> {
  const token = await ask(audience)
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, token, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

async function ask(audience: string): Promise<string> {
  if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL || !process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
    throw new Failure('invalid', 'role-to-assume needs an OIDC token, and this job may not ask for one', {
      advice: 'Write `permissions: { id-token: write, contents: read }` in the job. Pull requests from forks never get one.',
    })
  try {
    // Masks it, too.
    return await getIDToken(audience)
  } catch (cause) {
    throw new Failure('failed', `The host gave no OIDC token: ${(cause as Error).message}`, { cause })
  }
}

/** What CloudTrail shows; at most 64 of the characters that STS allows. */
const sessionName = ({ GITHUB_RUN_ID, GITHUB_REPOSITORY }: NodeJS.ProcessEnv): string =>
  ['ingot', GITHUB_REPOSITORY?.split('/')[1], GITHUB_RUN_ID]
    .filter(Boolean)
    .join('-')
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64)
