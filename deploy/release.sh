#!/bin/sh
# Makes a release of a commit beside the one that runs, then changes the processes over to it, one after the other. As root:
#   deploy/release.sh COMMIT-OR-TAG
# The repository lies in /srv/tribune/repository, releases in /srv/tribune/releases, and /srv/tribune/current is the one that runs.
set -eu

home=${TRIBUNE_HOME:-/srv/tribune}
ports=${TRIBUNE_PORTS:-3001 3002}
user=${TRIBUNE_USER:-tribune}
# How a process is started anew; its port is added.
restart=${TRIBUNE_RESTART:-systemctl restart tribune@}
kept=3

cd "$home"
as_user() { runuser -u "$user" -- env HOME="$home" "$@"; }
commit=$(as_user git -C repository rev-parse --short=12 "${1:?name a commit or a tag}^{commit}")
new=releases/$commit
old=$(readlink current || true)

if [ ! -e "$new/complete" ]; then
  rm -rf "$new"
  as_user mkdir -p "$new"
  as_user sh -euc "git -C repository archive $commit | tar -x -C $new"
  as_user npm --prefix "$new" ci --no-audit --no-fund
  as_user npm --prefix "$new" run build
  as_user touch "$new/complete"
fi

# For some seconds pages of the new release are asked of processes of the old one and the other way round: each gets the
# other's files. Their names hold a hash of what is in them.
if [ -n "$old" ] && [ "$old" != "$new" ]; then
  as_user cp -n "$new/build/client/assets/." -r "$old/build/client/assets/"
  as_user cp -n "$old/build/client/assets/." -r "$new/build/client/assets/"
fi
as_user ln -sfn "$new" current.next
mv -T current.next current

# The first one brings the tables up to date: migrations are such that the old release goes on with them.
for port in $ports; do
  $restart$port
  tries=0
  until curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ]; then
      echo "The process on port $port is not ready after five minutes: journalctl -u tribune@$port tells why." >&2
      [ -z "$old" ] || echo "The others still run the old release. Back: ln -sfn $old $home/current, and start the process on port $port anew." >&2
      exit 1
    fi
    sleep 0.5
  done
  echo "Port $port runs $commit."
done

# Old releases go, but for the last ones.
ls -1dt releases/*/ | tail -n "+$((kept + 1))" | while read -r folder; do
  [ "${folder%/}" = "$new" ] || rm -rf "$folder"
done
