/** goss files, each with expectations that hold and ones that do not. FOLDER, HTTP, DNS and SSH stand for the places of the test. */
export const gossTables: Readonly<Record<string, string>> = {
  file: `
file:
  FOLDER/text:
    exists: true
    mode: "0640"
    size: 39
    owner: root
    uid: 0
    group: nobody
    gid: {gt: 5}
    filetype: file
    contents: [foo, "!nope", "/^tw/", "\\\\!bang", "\\\\/slash/", "!/one/", missing, "/Tabs$/", "/three.Tabs/"]
    md5: x
    sha256: {have-len: 64}
    sha512: {match-regexp: "^[0-9a-f]{128}$"}
  t1: {path: FOLDER/text, exists: true, linked-to: x, size: {and: [{gt: 1}, {lt: 100}]}, mode: {match-regexp: "^06"}, contains: [one]}
  t2: {path: FOLDER/text, exists: false, mode: "0640", contents: [one]}
  t3: {path: FOLDER/text, exists: true, contents: "one"}
  t4: {path: FOLDER/text, exists: true, contents: {contain-substring: "two foo"}}
  t5: {path: FOLDER/text, exists: true, contents: {contain-element: "two foo"}}
  t6: {path: FOLDER/text, exists: true, contents: {have-patterns: [foo, "!zzz"]}}
  t7: {path: FOLDER/text, exists: true, contents: {not: {contain-substring: "zzz"}}}
  t8: {path: FOLDER/text, exists: true, contents: {and: [{contain-substring: one}, {match-regexp: "(?m)^two"}]}}
  t9: {path: FOLDER/text, exists: true, contents: {consist-of: [one]}}
  t10: {path: FOLDER/text, exists: true, contents: []}
  t11: {path: FOLDER/text, exists: true, contents: {have-len: 39}}
  t12: {path: FOLDER/text, skip: true, exists: false, mode: "x"}
  FOLDER/link: {exists: true, filetype: symlink, linked-to: text, mode: "0777", size: 4, owner: root, contents: [one], md5: {have-len: 32}}
  FOLDER/dangling: {exists: true, filetype: symlink, linked-to: /nowhere, contents: [x], md5: x}
  FOLDER/none: {exists: true, mode: "0644", contents: [x]}
  FOLDER/none2: {exists: false, mode: "0644"}
  "FOLDER/a 'quoted' $name": {exists: true, filetype: directory, mode: "1777", contents: [x], size: {gt: 0}}
  FOLDER: {exists: true, filetype: directory, contents: ["!x"]}
  /usr/bin/passwd: {exists: true, mode: "4755", owner: root, group: root}
  /dev/null: {exists: true, filetype: character-device, mode: "0666"}
  ~/: {exists: true, filetype: directory}
  ~root: {exists: true, filetype: directory}
`,
  package: `
package:
  bash: {installed: true, versions: {have-len: 1}}
  coreutils: {installed: true, versions: ["0.0"]}
  also bash: {name: bash, installed: false, versions: [x]}
  no-such-package: {installed: false, versions: [x]}
  no-such-either: {installed: true}
  skipped: {skip: true, installed: true}
`,
  service: `
service:
  ssh: {enabled: true, running: true}
  ssh.service: {enabled: {not: false}, running: {or: [true, false]}}
  named: {name: ssh, enabled: false}
  no-such: {enabled: false, running: false}
`,
  command: `
command:
  echo hi; echo err >&2; exit 3: {exit-status: 3, stdout: [hi], stderr: [nope]}
  text: {exec: "echo 42", exit-status: 0, stdout: "42\\n"}
  text2: {exec: "echo 42", exit-status: 0, stdout: "42"}
  number: {exec: "echo 42", exit-status: 0, stdout: 42}
  compare: {exec: "echo 42", exit-status: 0, stdout: {gt: 40}}
  status: {exec: "exit 7", exit-status: {gt: 8}, stdout: {match-regexp: '^4'}}
  slow: {exec: "sleep 5", exit-status: 0, timeout: 200, stdout: [x], stderr: [y]}
  json: {exec: 'echo ''{"a":{"b":[1,2]}}''', exit-status: 0, stdout: {gjson: {"a.b.#": 2, "a.b.0": {gt: 0}, "a.b": [1]}}}
  unknown: {exec: nosuchcommand, exit-status: 127, stderr: ["not found"], stdout: ["!x"]}
  lines: {exec: "printf 'a\\nb\\n'", exit-status: 0, stdout: {consist-of: [a, b]}}
  equal: {exec: "printf 'a\\nb\\n'", exit-status: 0, stdout: {equal: [a, b]}}
  length: {exec: "printf 'a\\nb\\n'", exit-status: 0, stdout: {have-len: 4}}
  empty: {exec: "echo a", exit-status: 0, stdout: ""}
  nothing: {exec: "true", exit-status: 0, stdout: ["x"], stderr: ""}
  list: {exec: "echo a", exit-status: 0, stdout: [], stderr: null}
  boolean: {exec: "true", exit-status: true}
  written: {exec: "exit 3", exit-status: "3"}
  skipped: {exec: "true", skip: true, exit-status: 0, stdout: [x]}
  quotes: {exec: "echo \\"it's $((1+1))\\"", exit-status: 0, stdout: ["it's 2"]}
  stdin: {exec: "cat", exit-status: 0, stdout: ["x"]}
  long: {exec: "head -c 300000 /dev/zero | tr '\\\\0' x; echo; echo end", exit-status: 0, stdout: ["/^end$/"]}
  crlf: {exec: "printf 'a\\r\\nb'", exit-status: 0, stdout: ["/^a$/", "/^b$/"]}
`,
  accounts: `
user:
  root: {exists: true, uid: 0, gid: 0, groups: [root], home: /root, shell: /bin/zsh}
  daemon: {exists: true, uid: {lt: 5}, groups: {consist-of: [daemon]}}
  games: {exists: true, groups: {equal: [games]}, home: {have-prefix: /usr}}
  games2: {username: games, exists: true, groups: []}
  sync: {exists: true, groups: [nogroup, root]}
  no-such: {exists: false, uid: 1, groups: [x]}
  no-such-2: {exists: true, uid: 1}
group:
  root: {exists: true, gid: 0}
  adm: {exists: true, gid: {ge: 5}}
  named: {groupname: root, exists: true, gid: "0"}
  no-such: {exists: true, gid: 1}
  no-such-2: {exists: false, gid: 1}
`,
  kernel: `
kernel-param:
  kernel.ostype: {value: Linux}
  kernel/ostype: {value: {have-suffix: ux}}
  kernel.pid_max: {value: {gt: 5}}
  kernel.pid_max2: {name: kernel.pid_max, value: 5}
  net.ipv4.ip_local_port_range: {value: {match-regexp: "^[0-9]+\\\\s+[0-9]+$"}}
  no.such: {value: x}
process:
  bash: {running: true}
  sshd: {running: true}
  named: {comm: sshd, running: false}
  no-such: {running: true}
  no-such-2: {running: false}
mount:
  /: {exists: true, filesystem: {have-prefix: ext}, usage: {lt: 99}, opts: [rw]}
  /proc: {exists: true, opts: [rw, nosuid], vfs-opts: [rw], source: proc, filesystem: proc}
  /dev/shm: {exists: true, usage: {le: 100}, source: tmpfs}
  named: {mountpoint: /proc, exists: true, opts: {contain-element: {have-prefix: r}}}
  /nope: {exists: true, opts: [x]}
  /nope2: {exists: false, opts: [x]}
`,
  network: `
interface:
  lo: {exists: true, addrs: ["127.0.0.1/8"], mtu: {gt: 1000}}
  named: {name: lo, exists: true, addrs: {equal: ["127.0.0.1/8", "::1/128"]}, mtu: 1}
  nope9: {exists: true, mtu: 1, addrs: [x]}
  nope8: {exists: false, mtu: 1}
port:
  tcp:SSH: {listening: true, ip: ["127.0.0.1"]}
  "SSH": {listening: true, ip: {consist-of: ["127.0.0.1"]}}
  named: {port: "tcp:SSH", listening: false, ip: [x]}
  tcp6:SSH: {listening: false, ip: []}
  tcp:1: {listening: true, ip: [0.0.0.0]}
  udp:DNS: {listening: true, ip: ["127.0.0.1"]}
  udp6:1: {listening: false}
addr:
  tcp://127.0.0.1:SSH: {reachable: true, timeout: 2000}
  tcp://localhost:SSH: {reachable: true, timeout: 2000}
  127.0.0.1:SSH: {reachable: true, timeout: 2000}
  from: {address: "tcp://127.0.0.1:SSH", reachable: true, local-address: 127.0.0.1, timeout: 2000}
  not: {address: "tcp://127.0.0.1:SSH", reachable: false, timeout: 2000}
  tcp://127.0.0.1:1: {reachable: true}
  tcp://127.0.0.1:2: {reachable: false}
  udp://127.0.0.1:1: {reachable: true}
  tcp://no-such.invalid:22: {reachable: false}
`,
  dns: `
dns:
  localhost: {resolvable: true, addrs: ["127.0.0.1"]}
  named: {resolve: localhost, resolvable: true, addrs: {consist-of: ["127.0.0.1"]}}
  no-such.invalid: {resolvable: false, addrs: [x]}
  no-such2.invalid: {resolvable: true}
  plain.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: ["192.0.2.1", "2001:db8::1"]}
  A:a.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["192.0.2.1", "192.0.2.7"]}}
  AAAA:b.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {equal: ["2001:db8::1"]}}
  CNAME:c.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["other.example."]}}
  NS:d.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["ns1.example."]}}
  PTR:192.0.2.7: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["host.example."]}}
  MX:e.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["10 mail.example."]}}
  TXT:f.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["one"]}}
  SRV:g.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["0 5 443 a.example."]}}
  CAA:h.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: {consist-of: ["0 issue ca.example"]}}
  A:none.example: {resolvable: true, server: "127.0.0.1:DNS", timeout: 2000, addrs: [x]}
  A:none2.example: {resolvable: false, server: "127.0.0.1:DNS", timeout: 2000}
  A:dead.example: {resolvable: true, server: "127.0.0.1:1", timeout: 200, addrs: [x]}
`,
  http: `
http:
  http://127.0.0.1:HTTP/ok: {status: 200, body: [GET /ok, "!POST", zzz], headers: ["Content-Type: text/plain"], timeout: 4000}
  headers: {url: "http://127.0.0.1:HTTP/ok", status: 200, headers: ["X-Many: a", "X-Many: b", "/^content/", "!X-Few"], timeout: 4000}
  contained: {url: "http://127.0.0.1:HTTP/ok", status: 200, headers: {contain-element: "X-Many: b"}, timeout: 4000}
  http://127.0.0.1:HTTP/redirect: {status: 200, body: ["GET /there"], timeout: 4000}
  stays: {url: "http://127.0.0.1:HTTP/redirect", status: 302, no-follow-redirects: true, headers: ["Location: /there"], timeout: 4000}
  post: {url: "http://127.0.0.1:HTTP/p", method: POST, status: 200, request-body: '{"a":1}', body: ["/^POST/", '{"a":1}', '"host"', '!"type"'], username: u, password: p, timeout: 4000}
  typed: {url: "http://127.0.0.1:HTTP/p", method: PUT, status: 200, request-headers: ["Content-Type: a/b", "X-Given: it's", "Host: example.org"], request-body: x, body: ['"type":"a/b"', "it's", "example.org", '!authorization'], timeout: 4000}
  head: {url: "http://127.0.0.1:HTTP/p", method: HEAD, status: 200, body: [x], timeout: 4000}
  delete: {url: "http://127.0.0.1:HTTP/p", method: DELETE, status: {lt: 300}, body: {match-regexp: "^DELETE"}, timeout: 4000}
  missing: {url: "http://127.0.0.1:HTTP/missing", status: 200, body: [xxx], headers: [xxx], timeout: 4000}
  slow: {url: "http://127.0.0.1:HTTP/slow", status: 200, timeout: 200, body: [x]}
  refused: {url: "http://127.0.0.1:1/", status: 200, body: [x]}
  unknown: {url: "http://no-such.invalid/", status: 200}
  text: {url: "http://127.0.0.1:HTTP/ok", status: 200, body: "x", timeout: 4000}
  skipped: {url: "http://127.0.0.1:HTTP/ok", skip: true, status: 200, body: [x]}
`,
  matching: `
matching:
  a01: {content: "42", matches: 42}
  a02: {content: 42, matches: "42"}
  a03: {content: "x", matches: 42}
  a04: {content: true, matches: "true"}
  a05: {content: "true", matches: true}
  a06: {content: [1, 2], matches: {equal: [1, 2]}}
  a07: {content: [1, 2], matches: {equal: [2, 1]}}
  a08: {content: "a\\nb", matches: [a]}
  a09: {content: "a\\nb\\n", matches: {consist-of: [a, b]}}
  a10: {content: abc, matches: {have-len: 3}}
  a11: {content: héé, matches: {have-len: 3}}
  a12: {content: {a: 1}, matches: {have-len: 1}}
  a13: {content: {a: 1}, matches: {have-key: b}}
  a14: {content: {a: 1}, matches: {equal: {a: 1}}}
  a15: {content: {a: {b: x}}, matches: {gjson: {a.b: x}}}
  a16: {content: '{"a":[{"n":"x","v":1},{"n":"y","v":2}]}', matches: {gjson: {'a.#(n=="y").v': 2, 'a.#.n': [x], 'a.1.n': y}}}
  a17: {content: '{"a":"1"}', matches: {gjson: {a: {le: 2}, '@this': {have-key: a}}}}
  a18: {content: ["1.0.1", "1.9.9"], matches: {semver-constraint: ">1.0.0 <2.0.0 !=1.5.0"}}
  a19: {content: "1.0.1", matches: {semver-constraint: ">5.0.0 || < 1.5.0"}}
  a20: {content: "v1.0.1", matches: {semver-constraint: ">1.0.0"}}
  a21: {content: "1.0", matches: {semver-constraint: ">0.1.0"}}
  a22: {content: "1.2.3-rc1", matches: {semver-constraint: ">=1.2.3"}}
  a23: {content: "1.2.3", matches: {semver-constraint: "1.2.x"}}
  a24: {content: 5, matches: {and: [{gt: 1}, {lt: 4}]}}
  a25: {content: 5, matches: {or: [{gt: 10}, {lt: 6}]}}
  a26: {content: "foo", matches: {not: foo}}
  a27: {content: [foo, bar], matches: {contain-element: {have-prefix: b}}}
  a28: {content: [foo, bar], matches: {contain-elements: [{have-prefix: b}, foo]}}
  a29: {content: [foo, bar], matches: {consist-of: [{have-prefix: b}, foo]}}
  a30: {content: [foo, bar], matches: {have-key: foo}}
  a31: {content: "foo bar", matches: {match-regexp: "^f.*r$"}}
  a33: {content: [a, b], matches: a}
  a34: {content: [a], matches: a}
  a35: {content: 1.5, matches: 1.5}
  a36: {content: 1.5, matches: "1.5"}
  a37: {content: 100000000, matches: "100000000"}
  a38: {content: null, matches: 1}
  a40: {content: "foo", matches: {and: []}}
  a42: {content: "0x10", matches: 16}
  a43: {content: "1e3", matches: 1000}
  a44: {content: " 42 ", matches: 42}
  a45: {content: "a\\nb", matches: {have-patterns: ["a", "!c"]}}
  a46: {content: [a, a], matches: [a, a]}
  a47: {content: [a], matches: [a, a]}
  a49: {content: "x", matches: {contain-substring: ""}}
  a50: {content: 7, matches: {contain-element: 7}}
  a52: {content: "", matches: {have-len: 0}}
  a53: {content: [], matches: []}
  a54: {content: [], matches: {consist-of: []}}
  a55: {content: "", matches: {consist-of: [""]}}
  a57: {content: false, matches: 0}
  a58: {content: true, matches: {not: false}}
  a59: {content: ["1.0.1", "x"], matches: {not: {semver-constraint: ">1.0.0"}}}
  a60: {content: [[1], [2]], matches: [[1]]}
  a62: {content: '{"a":true,"b":null,"c":1.5}', matches: {gjson: {a: true, c: 1.5}}}
  a64: {content: 'notjson', matches: {gjson: {b: 1}}}
  a65: {content: "a\\nb", matches: {contain-element: b}}
  a66: {content: {a: x, b: y}, matches: [y]}
  a67: {content: {a: x, b: y}, matches: {consist-of: [y, x]}}
  a68: {content: 42, matches: {equal: "42"}}
  a70: {content: "x", matches: {not: {gt: 1}}}
  a71: {content: [1, x], matches: {contain-element: {gt: 0}}}
  a72: {content: [x, 1], matches: {contain-element: {gt: 0}}}
  a73: {content: [ab, ac], matches: {consist-of: [{have-prefix: a}, {have-suffix: b}]}}
  a74: {content: [ab, ac], matches: {consist-of: [{have-prefix: a}]}}
  a75: {content: 3, matches: {have-prefix: "3"}}
  a76: {content: [3], matches: {gt: 2}}
  a77: {content: true, matches: {have-prefix: t}}
  a78: {content: "1.2.3", matches: {semver-constraint: ">=1.2.x"}}
  a79: {content: "1.3.0", matches: {semver-constraint: ">1.2.x"}}
  a81: {content: "1.2.3+build", matches: {semver-constraint: "1.2.3"}}
  a82: {content: "1.2.3-alpha.2", matches: {semver-constraint: ">1.2.3-alpha.1 <1.2.3-beta"}}
  a83: {content: '{"a.b": 1, "c": [[1,2],[3]]}', matches: {gjson: {'a\\.b': 1, 'c.0.1': 2, 'c.#.#': [2]}}}
  a84: {content: '{"f":[{"n":"a","x":1},{"n":"b","x":2},{"n":"b","x":3}]}', matches: {gjson: {'f.#(n=="b")#.x': [2, 3], 'f.#(x>1).n': b, 'f.#(x>1)#.n': {have-len: 2}}}}
  a85: {content: "a", matches: {or: [{gt: 1}, a]}}
  a86: {content: [b, a], matches: {equal: [a, b]}}
  a87: {content: {a: [1, {b: 2}]}, matches: {equal: {a: [1, {b: 2}]}}}
  a88: {content: "", matches: ""}
  a89: {content: "x", matches: {have-patterns: ["/x/", "!/y/"]}}
  a90: {content: [x, yy], matches: {have-patterns: [yy]}}
`,
}
