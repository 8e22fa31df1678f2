#!/usr/bin/env node
/** The entry of the program `ingot`. */
import { join } from 'node:path'
import { end } from '../lib/at-end'
import { keepCompiled } from '../lib/compile-cache'
import { cacheFolder } from '../lib/folders'
import { main } from './dispatch'

// Commands are loaded behind this line.
keepCompiled(join(cacheFolder(process.env), 'compiled'))

/** A reader that has gone away (`| head`) must not end a build that has things to clean up. */
const ignoreLostReader = () => {}
process.stdout.on('error', ignoreLostReader)
process.stderr.on('error', ignoreLostReader)

// Node ends when nothing is under way, with 0 unless told otherwise: what did not come to its end has not succeeded.
process.exitCode = 1
const { stdout, stderr, stdin, env: environment } = process
// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void main(process.argv.slice(2), { stdout, stderr, stdin, environment }).then(status => end().then(() => process.exit(status)))
