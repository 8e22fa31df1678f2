#!/usr/bin/env node
/** The entry of the program `ingot`. */
import { main } from './dispatch'

/** A reader that has gone away (`| head`) must not end a build that has things to clean up. */
const ignoreLostReader = () => {}
process.stdout.on('error', ignoreLostReader)
process.stderr.on('error', ignoreLostReader)

const { stdout, stderr, stdin, env: environment } = process
// Idle connections to the cloud would keep the process for seconds; nothing of ours is under way any more.
void main(process.argv.slice(2), { stdout, stderr, stdin, environment }).then(status => process.exit(status))
