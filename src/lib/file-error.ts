/** Why a file could not be opened, in words that stand behind a colon; what has no words of its own says what the system says. */
export function fileErrorReason({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'ENOTDIR':
      return 'what its path goes through is not a folder'
    case 'EISDIR':
      return 'it is a folder'
    case 'EACCES':
      return 'this user may not read it'
    case 'ELOOP':
      return 'it is a link that leads back to itself'
    default:
      return message
  }
}
