/** EC2 answers every refusal with a code that clients compare literally; this is that code on its way to the wire. */

export class Ec2Error extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** HTTP status; most client errors are 400. */
    readonly status = 400,
  ) {
    super(message)
    this.name = 'Ec2Error'
  }
}

/** Codes in the words of "Error codes for the Amazon EC2 API". */
export const missingParameter = (name: string) =>
  new Ec2Error('MissingParameter', `The request must contain the parameter ${name}`)

export const invalidValue = (name: string, value: string, why = '') =>
  new Ec2Error('InvalidParameterValue', `Value (${value}) for parameter ${name} is invalid.${why && ` ${why}`}`)

export const unknownParameter = (name: string) => new Ec2Error('UnknownParameter', `The parameter ${name} is not recognized`)

export const invalidCombination = (message: string) => new Ec2Error('InvalidParameterCombination', message)

export const incorrectState = (message: string, code = 'IncorrectState') => new Ec2Error(code, message)

export const dependencyViolation = (message: string) => new Ec2Error('DependencyViolation', message)

export const unsupported = (message: string) => new Ec2Error('UnsupportedOperation', message)

export const internalError = (message: string) => new Ec2Error('InternalError', message, 500)
