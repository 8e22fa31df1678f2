#!/usr/bin/env bash
# Boots a machine from an image with the plain aws command line and asks its web server, before and after the port is opened.
set -euo pipefail
image=$1
group=$(aws ec2 create-security-group --group-name web --description web --query GroupId --output text)
instance=$(aws ec2 run-instances --image-id "$image" --instance-type t3.small --security-group-ids "$group" --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids "$instance"
address=$(aws ec2 describe-instances --instance-ids "$instance" --query 'Reservations[0].Instances[0].PublicIpAddress' --output text)

# The guest needs its time to boot; the port stays refused however long that takes, because no group opens it.
for _ in $(seq 60); do
  aws ec2 get-console-output --instance-id "$instance" --latest --output text | grep -q 'login:' && break
  sleep 2
done
curl --silent --max-time 5 "http://$address:8080/" >/dev/null && echo 'before: answered' || echo 'before: refused'
aws ec2 authorize-security-group-ingress --group-id "$group" --protocol tcp --port 8080 --cidr 127.0.0.1/32 >/dev/null
echo "after: $(curl --silent --retry 40 --retry-delay 2 --retry-all-errors --max-time 5 "http://$address:8080/")"

aws ec2 terminate-instances --instance-ids "$instance" >/dev/null
aws ec2 wait instance-terminated --instance-ids "$instance"
aws ec2 delete-security-group --group-id "$group"
