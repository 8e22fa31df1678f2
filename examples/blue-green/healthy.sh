#!/bin/sh -eu
# Ends well when HEALTHY targets of TARGET_GROUP are healthy, and with ALL=true no other is there; gives up after HEALTH_TIMEOUT seconds.
left=$HEALTH_TIMEOUT
while :; do
  states=$(aws elbv2 describe-target-health --target-group-arn "$TARGET_GROUP" --output text \
    --query 'TargetHealthDescriptions[?TargetHealth.State!=`draining`].TargetHealth.State')
  healthy=0 others=0
  for state in $states; do
    if [ "$state" = healthy ]; then healthy=$((healthy + 1)); else others=$((others + 1)); fi
  done
  if [ "$healthy" -ge "$HEALTHY" ] && { [ "$ALL" = false ] || [ "$others" -eq 0 ]; }; then exit 0; fi
  if [ "$left" -le 0 ]; then
    echo "$healthy of $HEALTHY targets are healthy, $others are not: traffic stays where it is" >&2
    exit 1
  fi
  sleep 5
  left=$((left - 5))
done
