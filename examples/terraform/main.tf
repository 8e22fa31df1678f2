# What a module does with the image that ingot tested. With the built-in provider only, so that it can be tried without an account;
# with the AWS provider the `ami` of an aws_instance or aws_launch_template takes local.image.id.
terraform {
  required_version = ">= 1.6"
}

locals {
  image = try(var.images[var.build][var.region], null)
}

resource "terraform_data" "web" {
  input = local.image == null ? null : local.image.id

  # A new image replaces what runs the old one.
  triggers_replace = [local.image == null ? null : local.image.id]

  lifecycle {
    precondition {
      condition     = local.image != null
      error_message = "There is no image of ${var.build} in ${var.region}. There are: ${join(", ", flatten([for build, regions in var.images : [for region in keys(regions) : "${build} in ${region}"]]))}."
    }
  }
}

output "image_id" {
  description = "The image that is used."
  value       = terraform_data.web.output
}
