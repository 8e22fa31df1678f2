/** Variables whose names differ by case alone are one, as on Windows. */
export class Variables {
  private readonly values = new Map<string, { readonly name: string; readonly value: string }>()

  constructor(initial: Readonly<Record<string, string>> = {}) {
    for (const [name, value] of Object.entries(initial)) this.set(name, value)
  }

  get(name: string): string | undefined {
    return this.values.get(name.toLowerCase())?.value
  }

  /** An empty value is none. */
  set(name: string, value: string): void {
    if (value === '') this.values.delete(name.toLowerCase())
    else this.values.set(name.toLowerCase(), { name, value })
  }

  all(): Record<string, string> {
    return Object.fromEntries([...this.values.values()].map(({ name, value }) => [name, value]))
  }
}

export const initialVariables: Readonly<Record<string, string>> = {
  ALLUSERSPROFILE: 'C:\\ProgramData',
  APPDATA: 'C:\\Users\\Administrator\\AppData\\Roaming',
  COMPUTERNAME: 'TEST-HOST',
  ComSpec: 'C:\\Windows\\system32\\cmd.exe',
  LOCALAPPDATA: 'C:\\Users\\Administrator\\AppData\\Local',
  OS: 'Windows_NT',
  Path: 'C:\\Windows\\system32;C:\\Windows;C:\\Windows\\System32\\WindowsPowerShell\\v1.0',
  PATHEXT: '.COM;.EXE;.BAT;.CMD',
  ProgramData: 'C:\\ProgramData',
  ProgramFiles: 'C:\\Program Files',
  SystemDrive: 'C:',
  SystemRoot: 'C:\\Windows',
  TEMP: 'C:\\Users\\Administrator\\AppData\\Local\\Temp',
  TMP: 'C:\\Users\\Administrator\\AppData\\Local\\Temp',
  USERNAME: 'Administrator',
  USERPROFILE: 'C:\\Users\\Administrator',
  windir: 'C:\\Windows',
}
