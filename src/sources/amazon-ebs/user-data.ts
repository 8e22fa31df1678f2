/** User data as EC2 takes it. */
import { readFile } from 'node:fs/promises'
import { Failure } from '../../model/failure'
import type { Options } from './options'

/** In base64. Text that is base64 already goes as it is, as with Packer. */
export async function userData(options: Options): Promise<string | undefined> {
  const data = options.user_data_file ? await read(options.user_data_file) : Buffer.from(options.user_data ?? '')
  if (data.length === 0) return undefined
  const text = data.toString('utf8')
  return isBase64(text) ? text : data.toString('base64')
}

async function read(path: string): Promise<Buffer> {
  return readFile(path).catch(cause => {
    throw new Failure('failed', `user_data_file ${path} cannot be read: ${cause.message}`, {
      advice: 'The path counts from the folder in which ingot runs.',
      cause,
    })
  })
}

const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 && /^[A-Za-z0-9+/\r\n]+={0,2}$/.test(text) && Buffer.from(text, 'base64').toString('base64') === text
