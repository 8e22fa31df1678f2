#!/bin/sh -eu
# Every step of a roll-out, the same from a workflow, a Jenkinsfile and a terminal:
#   roll.sh deploy FILE   the images of a tfvars file go to the colour without traffic; all traffic stays where most of it is
#   roll.sh shift 10      so much of the traffic, in percent, moves to that colour
#   roll.sh back          all of it returns
# Further variables come from *.auto.tfvars files in this folder, or as TF_VAR_name.
case "$1" in
  deploy) file=$(realpath "$2") from=serving shift=0 ;;
  shift) file='' from=live shift=$2 ;;
  back) file='' from=live shift=0 ;;
  *) echo "usage: $0 deploy FILE | shift PERCENT | back" >&2; exit 2 ;;
esac
cd "$(dirname "$0")"
outputs=$(terraform output -json)
live=blue
[ "$outputs" = '{}' ] || live=$(terraform output -raw "$from")
exec terraform apply -input=false -auto-approve -var "live=$live" -var "shift=$shift" ${file:+-var-file="$file"}
