/** ssh_clear_authorized_keys: takes the temporary key out of the image, so that it opens nothing that is made from it. */
import type { ParsedKey } from 'ssh2'
import type { Link } from './link'
import { capture } from './script'

/** Root's file too, where cloud-init has put the key there with a refusal in front. Mode and owner of the files stay. */
const SCRIPT = `
  key=$1;
  clear() {
    $1 test -f "$2" || return 0;
    left=$($1 cat "$2" | grep -vF -- "$key");
    printf '%s\\n' "$left" | $1 tee "$2" > /dev/null;
  };
  clear '' ~/.ssh/authorized_keys;
  if [ "$(id -u)" != 0 ]; then sudo -n true 2> /dev/null && clear 'sudo -n' /root/.ssh/authorized_keys; fi;
  exit 0`

export async function clearAuthorizedKeys(link: Link, key: ParsedKey): Promise<void> {
  await capture(link, SCRIPT, [key.getPublicSSH().toString('base64')])
}
