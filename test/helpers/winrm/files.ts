/** The file system of the pretended machine: in memory, drives and backslashes, names that differ by case alone are one. */

export class WindowsFiles {
  /** By path in lower case; a folder holds no bytes. */
  private readonly entries = new Map<string, { readonly path: string; bytes?: Buffer }>()

  constructor(folders: readonly string[]) {
    for (const folder of folders) this.makeFolder(folder)
  }

  /** Undefined when there is no such file. */
  read(path: string): Buffer | undefined {
    return this.entries.get(key(path))?.bytes
  }

  /** Throws in Windows' words when its folder is not there. */
  write(path: string, bytes: Uint8Array): void {
    const full = absolute(path)
    if (!this.isFolder(parentOf(full))) throw new Error(`Could not find a part of the path '${full}'.`)
    if (this.isFolder(full)) throw new Error(`Access to the path '${full}' is denied.`)
    this.entries.set(key(full), { path: this.entries.get(key(full))?.path ?? full, bytes: Buffer.from(bytes) })
  }

  append(path: string, bytes: Uint8Array): void {
    this.write(path, Buffer.concat([this.read(path) ?? Buffer.alloc(0), bytes]))
  }

  makeFolder(path: string): void {
    const full = absolute(path)
    if (this.isFile(full)) throw new Error(`An item with the specified name ${full} already exists.`)
    if (parentOf(full) !== full && !this.isFolder(parentOf(full))) this.makeFolder(parentOf(full))
    if (!this.entries.has(key(full))) this.entries.set(key(full), { path: full })
  }

  /** A file, or a folder with all that is in it. False when there is none. */
  remove(path: string): boolean {
    const start = key(path)
    const gone = [...this.entries.keys()].filter(entry => entry === start || entry.startsWith(`${start}\\`))
    for (const entry of gone) this.entries.delete(entry)
    return gone.length > 0
  }

  /** A file or folder to its new name; what is there is replaced. */
  move(from: string, to: string): void {
    for (const path of this.below(from)) {
      const target = absolute(to) + path.slice(absolute(from).length)
      const bytes = this.read(path)
      if (bytes) this.write(target, bytes)
      else this.makeFolder(target)
    }
    this.remove(from)
  }

  copy(from: string, to: string): void {
    for (const path of this.below(from)) {
      const target = absolute(to) + path.slice(absolute(from).length)
      const bytes = this.read(path)
      if (bytes) this.write(target, bytes)
      else this.makeFolder(target)
    }
  }

  isFile(path: string): boolean {
    return this.read(path) !== undefined
  }

  isFolder(path: string): boolean {
    const entry = this.entries.get(key(path))
    return entry !== undefined && entry.bytes === undefined
  }

  exists(path: string): boolean {
    return this.entries.has(key(path))
  }

  /** As it was named when it was made. */
  nameOf(path: string): string {
    return this.entries.get(key(path))?.path ?? absolute(path)
  }

  /** Itself and all below it. */
  below(path: string): string[] {
    const start = key(path)
    const found = [...this.entries].filter(([entry]) => entry === start || entry.startsWith(`${start.replace(/\\$/, '')}\\`))
    return found.map(([, { path: name }]) => name)
  }

  /** What is directly in a folder. */
  list(path: string): string[] {
    const folder = key(path)
    return this.below(path).filter(entry => key(entry) !== folder && key(parentOf(entry)) === folder)
  }

  files(): string[] {
    return [...this.entries.values()].filter(({ bytes }) => bytes !== undefined).map(({ path }) => path)
  }
}

const key = (path: string): string => absolute(path).toLowerCase()

/** `c:/a/./b/../c` is `C:\a\c`. */
export function absolute(path: string, folder = 'C:\\'): string {
  const plain = path
    .trim()
    .replaceAll('/', '\\')
    .replace(/^\\\\[?.]\\/, '')
  const whole = /^[a-z]:/i.test(plain) ? plain : plain.startsWith('\\') ? folder.slice(0, 2) + plain : `${folder}\\${plain}`
  const [drive = '', ...parts] = whole.split('\\')
  const kept: string[] = []
  for (const part of parts) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return `${drive.toUpperCase()}\\${kept.join('\\')}`
}

export function parentOf(path: string): string {
  const full = absolute(path)
  const at = full.lastIndexOf('\\')
  return at <= 2 ? full.slice(0, 3) : full.slice(0, at)
}
