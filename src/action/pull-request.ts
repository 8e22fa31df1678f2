/** One comment on the pull request, edited in place with every run of the same template. */
import { readFileSync } from 'node:fs'
import { info, warning } from '@actions/core'

/** GitHub takes 65536 characters. */
export const COMMENT_LIMIT = 60_000
const PAGE = 100
/** For all requests together: an API that does not answer must not keep the step. */
const LIMIT_MILLISECONDS = 30_000

export interface CommentOptions {
  readonly token: string
  /** What tells this comment from those of other steps on the same pull request. */
  readonly key: string
  readonly body: string
}

/** Never rejects: a comment that cannot be written is a warning that says what was missing. */
export async function comment({ token, key, body }: CommentOptions): Promise<void> {
  const place = pullRequest(process.env)
  if (!place) return info('No comment: this run belongs to no pull request.')
  const marker = `<!-- ingot ${key.replace(/-->/g, '')} -->`
  try {
    const { getOctokit } = await import('@actions/github')
    const { issues } = getOctokit(token, { request: { signal: AbortSignal.timeout(LIMIT_MILLISECONDS) } }).rest
    const { owner, repo, number: issue_number } = place
    const text = `${marker}\n${body}`
    for (let page = 1; ; page++) {
      const { data } = await issues.listComments({ owner, repo, issue_number, per_page: PAGE, page })
      const own = data.find(candidate => candidate.body?.startsWith(marker))
      if (own) return void (await issues.updateComment({ owner, repo, comment_id: own.id, body: text }))
      if (data.length < PAGE) break
    }
    await issues.createComment({ owner, repo, issue_number, body: text })
  } catch (error) {
    warning(reason(error), { title: 'The pull request has no comment of ingot' })
  }
}

function reason(error: unknown): string {
  const { status, message } = error as { status?: number; message: string }
  if (status === 401) return 'GitHub does not accept the token. Leave the input github-token at its default.'
  if (status === 403 || status === 404)
    return `The token may not write comments (${status}). Add \`permissions: { pull-requests: write, contents: read }\` to the job; pull requests from forks never get it. Or set comment: false.`
  return `GitHub did not take it: ${message}`
}

interface PullRequest {
  readonly owner: string
  readonly repo: string
  readonly number: number
}

interface Event {
  readonly pull_request?: { readonly number?: number }
  readonly issue?: { readonly number?: number; readonly pull_request?: object }
}

function pullRequest({ GITHUB_EVENT_PATH, GITHUB_REPOSITORY = '' }: NodeJS.ProcessEnv): PullRequest | undefined {
  const [owner, repo] = GITHUB_REPOSITORY.split('/')
  if (!GITHUB_EVENT_PATH || !owner || !repo) return undefined
  try {
    const { pull_request, issue } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) as Event
    // A comment on a pull request is one on an issue.
    const number = pull_request?.number ?? (issue?.pull_request && issue.number)
    return number === undefined ? undefined : { owner, repo, number }
  } catch {
    return undefined
  }
}
