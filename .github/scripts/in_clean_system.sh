#!/bin/sh
# Installs the .deb of a folder in a system that has never seen it, uses the program as an ordinary user, installs it again
# over itself, and removes it:   sh .github/scripts/in_clean_system.sh FOLDER      (as root, in a container)
set -eu
folder=$1
export DEBIAN_FRONTEND=noninteractive

said() { echo "== $*"; }
as_owner() { su owner -c "cd && $1"; }
used() {
    as_owner "dasarkita self-test"
    as_owner "rm -rf smoke && xvfb-run -a dasarkita --smoke smoke"
    as_owner "grep -q '\"ok\": true' smoke/smoke.json && grep -q '\"frozen\": true' smoke/smoke.json"
}

said "install"
apt-get update -q
apt-get install -qy --no-install-recommends "$folder"/*.deb xauth xvfb
if command -v python3; then
    echo "there is a Python here: this shows less than it should" >&2
    exit 1
fi
useradd --create-home owner

said "use"
used

said "install over it"
apt-get install -qy --no-install-recommends --reinstall "$folder"/*.deb
used

said "remove"
apt-get purge -qy dasarkita
left=$(find /usr /etc /opt /var/lib -iname '*dasarkita*' -not -path '/var/lib/dpkg/*' -not -path '/var/lib/apt/*')
if [ -n "$left" ]; then
    echo "left behind: $left" >&2
    exit 1
fi
as_owner "test -s smoke/smoke.json"

said "the archive, unpacked by the user"
apt-get install -qy --no-install-recommends xz-utils
as_owner "tar -xJf '$folder'/*-linux-x64.tar.xz && rm -rf smoke"
as_owner "xvfb-run -a ./DasarKita-*/dasarkita --smoke smoke && grep -q '\"ok\": true' smoke/smoke.json"
said "all well"
