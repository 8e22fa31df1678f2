/** What only several options of a communicator together make wrong, as Packer 1.6.6 has it. */
import { load } from '../helpers/template'

const AGENT = 'ssh_agent_auth = true'
const BASTION = 'ssh_bastion_host = "b"'

test.each<[string, string | undefined]>([
  ['', undefined],
  ['ssh_username = ""', '4:16 Missing ssh_username'],
  [BASTION, '4:20 No way to log in at the bastion host'],
  [`${BASTION}\nssh_bastion_password = "secret"`, undefined],
  [`${BASTION}\nssh_private_key_file = "k"`, undefined],
  [`${BASTION}\nssh_bastion_agent_auth = true`, undefined],
  ['ssh_bastion_host = ""\nssh_proxy_host = "p"', undefined],
  [`${BASTION}\nssh_bastion_agent_auth = true\nssh_proxy_host = "p"`, '6:18 Two ways to the machine'],
  ['ssh_keypair_name = "pair"', '4:20 No private key for the key pair'],
  [`ssh_keypair_name = "pair"\n${AGENT}`, undefined],
  ['communicator = "telnet"', '4:16 Invalid value'],
  ['communicator = "constructor"', '4:16 Invalid value'],
  ['communicator = "winrm"', '1:1 Missing winrm_username'],
  ['communicator = "winrm"\nwinrm_username = ""', '5:18 Missing winrm_username'],
  ['communicator = "winrm"\nwinrm_username = "u"', undefined],
])('%s', async (options, wanted) => {
  const username = options.includes('ssh_username') ? '' : 'ssh_username = "u"'
  const { diagnostics } = await load(`source "null" "n" {
  ssh_host = "h"
  ${username}
${options}
}
build {
  sources = ["null.n"]
}
`)
  const told = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ subject, summary }) => `${subject?.start.line}:${subject?.start.column} ${summary}`)
  expect(told).toEqual(wanted ? [wanted] : [])
})
