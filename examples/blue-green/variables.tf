# Fits every images.auto.tfvars.json that ingot writes: by build, then by region.
variable "images" {
  description = "Images that ingot baked and tested. None: every colour stays as it is, and only traffic is moved."
  default     = {}
  type = map(map(object({
    id          = string
    name        = string
    region      = string
    source_id   = optional(string)
    fingerprint = optional(string)
  })))

  validation {
    condition     = alltrue([for regions in values(var.images) : alltrue([for image in values(regions) : can(regex("^ami-[0-9a-f]{8,17}$", image.id))])])
    error_message = "Every image has an ID such as ami-0123456789abcdef0."
  }

  validation {
    condition     = length(var.images) == 0 || can(var.images[var.build][var.region])
    error_message = "There is no image of ${var.build} in ${var.region}. There are: ${join(", ", flatten([for build, regions in var.images : [for region in keys(regions) : "${build} in ${region}"]]))}."
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

# Without a default: who forgets it must not send everybody back to blue.
variable "live" {
  description = "The colour that users are on, or come from while traffic moves. A new image goes to the other one."
  type        = string

  validation {
    condition     = contains(["blue", "green"], var.live)
    error_message = "The live colour is blue or green."
  }
}

variable "shift" {
  description = "How much of the traffic goes to the other colour, in percent. 0 is the way back."
  type        = number
  default     = 0

  validation {
    condition     = contains([0, 10, 50, 100], var.shift)
    error_message = "Traffic moves in steps: 0, 10, 50 or 100 percent."
  }
}

variable "keep_idle" {
  description = "Whether the colour without traffic keeps its machines, so that the way back takes seconds."
  type        = bool
  default     = true
}

variable "health_timeout" {
  description = "Seconds that the machines of a colour have for becoming healthy before a step is given up."
  type        = number
  default     = 600
}

variable "name" {
  description = "Begins the names of everything that is made here; at most 20 letters, digits and hyphens."
  type        = string
  default     = "web"
}

variable "size" {
  description = "Machines of each colour."
  type        = number
  default     = 2

  validation {
    condition     = var.size >= 1
    error_message = "A colour has one machine at least."
  }
}

variable "instance_type" {
  type    = string
  default = "t3.small"
}

variable "port" {
  description = "The port that the machines serve HTTP on."
  type        = number
  default     = 8080
}

variable "health_path" {
  description = "What the load balancer asks the machines for; status 200 is healthy."
  type        = string
  default     = "/"
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  description = "Subnets of load balancer and machines, in two zones at least."
  type        = list(string)
}

variable "allowed_cidrs" {
  description = "Who may use the service."
  type        = list(string)
  default     = ["0.0.0.0/0"]
}

variable "certificate_arn" {
  description = "Serves HTTPS with this certificate. Without: HTTP."
  type        = string
  default     = null
}
