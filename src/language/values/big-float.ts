/** Numbers as go-cty has them: binary, 512 bits, each value with its own precision. */
export class BigFloat {
  static fromText(_text: string): BigFloat {
    throw new Error('not yet written')
  }
}
