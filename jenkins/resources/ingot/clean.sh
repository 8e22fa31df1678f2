# Releases what runs left behind in folders of journals; one that still cleans up by itself is waited for, for a minute each.
status=0
# Names of jobs, and so of folders, may hold blanks: the value is a pattern, but never several words.
IFS=
for folder in $INGOT_STATE_FOLDERS; do
  round=0
  failed=0
  while ls "$folder"/*/journal.jsonl >/dev/null 2>&1; do
    INGOT_STATE_DIR=$folder sh "$INGOT_RUN" || failed=$?
    [ $failed -eq 97 ] && exit 97
    round=$((round + 1))
    if [ $round -ge 20 ] || [ $failed -ne 0 ]; then status=1; break; fi
    ls "$folder"/*/journal.jsonl >/dev/null 2>&1 && sleep 3
  done
done
exit $status
