/**
 * What takes milliseconds to load, and few templates need: loaded when first asked for. A plain `require` stays synchronous and is
 * what a CommonJS bundle and the tests both understand; the build keeps each library in a file of its own.
 */
export const re2 = (): typeof import('re2js') => require('re2js')
export const yaml = (): typeof import('yaml') => require('yaml')
export const csv = (): typeof import('csv-parse/sync') => require('csv-parse/sync')
export const bcrypt = (): typeof import('bcryptjs') => require('bcryptjs')
export const iconv = (): typeof import('iconv-lite') => require('iconv-lite')
export const picomatch = (): typeof import('picomatch') => require('picomatch')
export const ipaddr = (): typeof import('ipaddr.js') => require('ipaddr.js')
export const zlib = (): typeof import('node:zlib') => require('node:zlib')
export const crypto = (): typeof import('node:crypto') => require('node:crypto')
