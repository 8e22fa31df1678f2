/** The seam at which a call can be made to fail: it stands around every one of them. */

import type { HttpReply } from '../endpoint'
import type { QueryRequest } from '../protocol/form'

/** May answer instead of the cloud, before or after it. */
export type Around = (request: QueryRequest, answer: () => Promise<HttpReply>) => Promise<HttpReply>

/** Thrown to cut the connection without an answer. */
export class CutConnection extends Error {}

export const noFaults: Around = (_request, answer) => answer()
