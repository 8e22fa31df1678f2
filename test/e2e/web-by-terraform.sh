#!/usr/bin/env bash
# Boots a machine from an image with Terraform's AWS provider; the same configuration then opens the port.
set -euo pipefail
image=$1 plugins=$2
apply() { terraform apply -auto-approve -no-color -input=false -var "image_id=$image" -var "open=$1" >&2; }
terraform init -no-color -plugin-dir="$plugins" >&2
apply false
address=$(terraform output -raw address)
ask() { curl --silent --max-time 5 "$@" "http://$address:8080/" || echo refused; }
echo "before: $(ask)"
apply true
echo "after: $(ask --retry 60 --retry-delay 1 --retry-all-errors)"
terraform destroy -auto-approve -no-color -input=false -var "image_id=$image" -var open=true >&2
