# Fits every images.auto.tfvars.json that ingot writes: by build, then by region.
variable "images" {
  description = "Images that ingot baked and tested."
  type = map(map(object({
    id          = string
    name        = string
    region      = string
    source_id   = optional(string)
    fingerprint = optional(string)
  })))

  validation {
    condition     = length(var.images) > 0
    error_message = "There are no images: has ingot build passed, and is its images.auto.tfvars.json here?"
  }

  validation {
    condition     = alltrue([for regions in values(var.images) : alltrue([for image in values(regions) : can(regex("^ami-[0-9a-f]{8,17}$", image.id))])])
    error_message = "Every image has an ID such as ami-0123456789abcdef0."
  }

  validation {
    condition     = alltrue([for regions in values(var.images) : alltrue([for name, image in regions : name == image.region])])
    error_message = "Every image stands under its own region."
  }
}

variable "build" {
  description = "The full name of the build whose image is used."
  type        = string
  default     = "amazon-ebs.web"
}

variable "region" {
  type    = string
  default = "us-east-1"
}
