#!/usr/bin/env bash
# packaging.sh FOLDER: the desktop's own checkers read our desktop file, AppStream metadata, MIME type, icon and man page.
set -euo pipefail
cd "$1"
for tool in desktop-file-validate appstreamcli xmllint groff; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: script/setup test installs it"; exit 77; }
done
desktop-file-validate interleave.desktop
appstreamcli validate --no-net org.interleave.interleave.metainfo.xml
xmllint --noout interleave-mime.xml interleave.svg
said=$(groff -man -Tutf8 -ww interleave.1 2>&1 >/dev/null)
[ -z "$said" ] || { echo "$said"; exit 1; }
