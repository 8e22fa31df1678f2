/** The one bundle's entry. Action and command line share it, so that what both need is in dist once; each loads only its own part. */
export const action = (): Promise<unknown> => import('./action')
export const cli = (): Promise<unknown> => import('./cli/main')
