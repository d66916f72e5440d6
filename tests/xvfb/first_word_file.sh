#!/bin/sh
# First start to first Word file with real key presses, for a look at it; not part of the suite.
# Needs Xvfb, openbox, xdotool and ImageMagick. From the folder of the project: sh tests/xvfb/first_word_file.sh FOLDER
# FOLDER gets a picture after each step, and the Word file in home/Documents or its Dutch name.
set -eu
target=$(mkdir -p "$1" && cd "$1" && pwd)
export DISPLAY=:97 HOME="$target/home" XDG_DATA_HOME="$target/home/data" LANG=C.UTF-8
mkdir -p "$HOME"
Xvfb "$DISPLAY" -screen 0 1280x720x24 >/dev/null 2>&1 & server=$!
sleep 1
openbox >/dev/null 2>&1 & manager=$!
.venv/bin/python -m riec_desktop >"$target/log.txt" 2>&1 & program=$!
trap 'for one in $program $manager $server; do kill $one 2>/dev/null || true; done' EXIT

picture() { import -window root "$target/$1.png"; }
press() { xdotool key --clearmodifiers "$@"; sleep 1; }

xdotool search --sync --onlyvisible --name "RIEC Jaarverslag" >/dev/null
sleep 2
picture 1-start
press ctrl+n
picture 2-new
press Return
sleep 3
picture 3-dossier
press ctrl+k
xdotool type --delay 20 "mensenhandel"
sleep 1
picture 4-palette
press Return
sleep 2
picture 5-portfolio
press ctrl+g
sleep 1
picture 6-word
press Return
sleep 25
picture 7-made
