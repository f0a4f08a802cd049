#!/usr/bin/env bash
# install.sh CACHE_DIR
#
# Puts a real VS Code under CACHE_DIR: code-server, which is VS Code's own workbench, server and extension host, on its
# own Node. Everything comes from the npm registry, and Chromium and a compiler from apt where they are missing.
# A second run with the same pins does nothing. Safe as root. Linux only; elsewhere use `npm run test:electron`.
#
#   E2E_SPDLOG=0   skips the one slow compile (45 s). Everything works but output channels stay empty.
set -euo pipefail

CODE_SERVER=4.139.1 # = VS Code 1.139.1
NODE=24.21.0        # what that code-server wants (engines.node = 24)
: "${E2E_SPDLOG:=1}"

cache=${1:?usage: install.sh CACHE_DIR}
start=$(date +%s)
say() { printf '[%3ds] %s\n' $(($(date +%s) - start)) "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

[ "$(uname -s)" = Linux ] || stop "The end-to-end tests bring VS Code for Linux only. On this system run: npm run test:electron"
case $(uname -m) in x86_64) arch=x64 ;; aarch64) arch=arm64 ;; *) stop "No build of VS Code for the processor $(uname -m)." ;; esac

# 1. What the machine must have: Chromium, and for spdlog a compiler and python3.
need=()
[ -n "${E2E_CHROMIUM:-}" ] || command -v chromium >/dev/null || need+=(chromium)
mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
installed=$(cat "$cache/stamp" 2>/dev/null || true)
case $installed in
  "code-server=$CODE_SERVER node=$NODE "*"spdlog=$E2E_SPDLOG arch=$arch v=2") installed=yes ;;
  *) installed=no ;;
esac
if [ $installed = no ] && [ "$E2E_SPDLOG" = 1 ]; then
  for tool in g++ make python3; do command -v $tool >/dev/null || need+=("$tool"); done
fi
if [ ${#need[@]} -gt 0 ]; then
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] ||
    stop "The end-to-end tests need ${need[*]}, which only root can install here. Install ${need[*]}, or name a Chromium in E2E_CHROMIUM and set E2E_SPDLOG=0 to do without the compiler."
  say "apt-get install ${need[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null ||
    stop "apt-get could not install ${need[*]}, so the end-to-end tests can't run on this machine."
fi
[ $installed = yes ] && exit 0
rm -f "$cache/stamp"

# fetch DIR PACKAGE@VERSION: a private npm project with an exact version and no install scripts.
fetch() {
  mkdir -p "$1"
  echo '{"private":true}' >"$1/package.json"
  rm -rf "$1/node_modules" "$1/package-lock.json"
  (cd "$1" && npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error --save-exact "$2" >/dev/null)
}

# 2. Node 24 and its headers: the npm package node-linux-<arch> is the whole distribution.
say "node $NODE"
fetch "$cache/node" "node-linux-$arch@$NODE"
nodedir=$cache/node/node_modules/node-linux-$arch
ln -sfn "node/node_modules/node-linux-$arch/bin/node" "$cache/node24" # relative, so that the cache may move
export PATH="$nodedir/bin:$PATH"
[ "$(node -v)" = "v$NODE" ]

# 3. code-server without its install scripts, which would compile a dozen modules.
say "code-server $CODE_SERVER"
fetch "$cache/code-server" "code-server@$CODE_SERVER"
cs=$cache/code-server/node_modules/code-server

# 4. VS Code's own dependencies at the versions that its shrinkwrap pins, less about 330 MB that only the built-in
#    agent host, single sign-on proxies and Windows use.
say "VS Code's dependencies"
cd "$cs/lib/vscode"
node - <<'JS'
const fs = require('node:fs')
const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8'))
const unused = ['@github/copilot-sdk', '@vscode/copilot-api', '@microsoft/mxc-sdk', '@vscode/sandbox-runtime', '@devcontainers/cli',
  'ssh2', 'kerberos', '@vscode/sqlite3', '@vscode/deviceid', '@vscode/windows-process-tree', '@vscode/windows-registry']
for (const name of unused) delete manifest.dependencies[name]
fs.writeFileSync('package.json', JSON.stringify(manifest, null, 2))
JS
npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error >/dev/null
ln -sfn code-linux.sh bin/remote-cli/code-server # what the skipped install scripts would have linked
ln -sfn browser-linux.sh bin/helpers/browser.sh

# 5. The two native modules without prebuilt binaries: log files, and an extension host that ends with its server.
gyp=$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js
[ -f "$gyp" ] || gyp=$(dirname "$(readlink -f "$(command -v npm)")")/../node_modules/node-gyp/bin/node-gyp.js
compile() {
  say "compile $1"
  (cd "node_modules/$1" && node "$gyp" rebuild --nodedir="$nodedir" >"$cache/gyp-${1##*/}.log" 2>&1) ||
    { tail -20 "$cache/gyp-${1##*/}.log" >&2; return 1; }
  find "node_modules/$1/build" -type f ! -path '*/Release/*.node' -delete
  rm -rf "node_modules/$1/build/Release/obj.target" "node_modules/$1/build/Release/.deps"
}
if [ "$E2E_SPDLOG" = 1 ]; then compile @vscode/native-watchdog; compile @vscode/spdlog; fi

# 6. Less to carry in a cache of the build machine.
rm -rf extensions/copilot node_modules/node-pty/third_party node_modules/node-pty/deps
find node_modules/@vscode/ripgrep-universal/bin -mindepth 1 -maxdepth 1 ! -name "linux-$arch" -exec rm -rf {} +
find node_modules/node-pty/prebuilds -mindepth 1 -maxdepth 1 ! -name "linux-$arch" -exec rm -rf {} +
rm -rf "$nodedir/include" "$nodedir/share" "$nodedir/CHANGELOG.md"

# 7. It starts.
"$cache/node24" "$cs/out/node/entry.js" --config /dev/null --version
printf '%s' "code-server=$CODE_SERVER node=$NODE spdlog=$E2E_SPDLOG arch=$arch v=2" >"$cache/stamp"
say "done: $(du -sh "$cache" | cut -f1) in $cache"
