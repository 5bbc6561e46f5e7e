#!/usr/bin/env bash
# Installs the Debian packages that are missing. With all of them there it changes nothing and needs no network.
#
#   scripts/setup.sh          what building needs
#   scripts/setup.sh test     and what the tests need
#   scripts/setup.sh crash    and what `make crash` needs
#   scripts/setup.sh bench    and what the benches need
set -euo pipefail

needed=(libncursesw5-dev libssl-dev libcurl4-openssl-dev libqrencode-dev)
if [[ ${1:-} == test ]]; then
    needed+=(openssl python3 strace stunnel4 tmux zbar-tools)
fi
if [[ ${1:-} == crash ]]; then
    needed+=(e2fsprogs python3 xfsprogs)
fi
if [[ ${1:-} == bench ]]; then
    needed+=(curl e2fsprogs gcc libc6-dev libsqlite3-dev openssl python3 python3-requests stunnel4)
fi

say() { printf 'setup: %s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

is_installed() {
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

is_there() {
    # libncurses-dev is what libncursesw5-dev has been an empty name for since Debian 10.
    is_installed "$1" || { [[ $1 == libncursesw5-dev ]] && is_installed libncurses-dev; }
}

command -v swift >/dev/null || stop 'swift is not on the PATH. Install Swift 6.2 or newer: https://www.swift.org/install'
if ! command -v dpkg-query >/dev/null; then
    say "this is no Debian, so nothing is checked or installed. Needed are: ${needed[*]}"
    exit 0
fi

missing=()
for package in "${needed[@]}"; do
    is_there "$package" || missing+=("$package")
done
((${#missing[@]})) || exit 0

command -v apt-get >/dev/null || stop "apt-get is missing. Install by hand: ${missing[*]}"
run=(env DEBIAN_FRONTEND=noninteractive)
if ((EUID == 0)); then
    say "installing ${missing[*]}"
else
    command -v sudo >/dev/null || stop "not root, and there is no sudo. As root: apt-get install ${missing[*]}"
    say "installing ${missing[*]} by sudo, which may ask for your password"
    run=(sudo "${run[@]}")
fi

apt() { "${run[@]}" apt-get -q -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" >&2; }
apt update || stop 'apt-get update failed. Is there a network, and are the sources in /etc/apt right?'
apt install --yes --no-install-recommends "${missing[@]}" || stop "apt-get could not install ${missing[*]}"
