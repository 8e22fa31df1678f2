# A small web server on Debian 12. Nothing here knows about ingot or its sandbox: Packer bakes the same folder on AWS.

variable "region" {
  type        = string
  default     = "us-east-1"
  description = "The AWS region to build in."
}

variable "instance_type" {
  type    = string
  default = "t3.small"
}

variable "port" {
  type        = number
  default     = 8080
  description = "The port that the web server listens on."

  validation {
    condition     = var.port >= 1024 && var.port <= 65535
    error_message = "The port must lie between 1024 and 65535, because the service does not run as root."
  }
}

variable "greeting" {
  type    = string
  default = "Hello from a machine that was tested before anybody saw it."

  validation {
    condition     = length(var.greeting) > 0
    error_message = "The greeting must not be empty."
  }
}

locals {
  stamp = regex_replace(timestamp(), "[- TZ:]", "")
  name  = "quickstart-web-${local.stamp}"
  tags = {
    Name     = local.name
    Role     = "web"
    Greeting = var.greeting
  }
}

source "amazon-ebs" "web" {
  region        = var.region
  instance_type = var.instance_type
  ami_name      = local.name
  ssh_username  = "admin"

  source_ami_filter {
    filters = {
      name                = "debian-12-amd64-*"
      root-device-type    = "ebs"
      virtualization-type = "hvm"
    }
    owners      = ["136693071363"] # Debian
    most_recent = true
  }

  tags = local.tags
}

build {
  sources = ["source.amazon-ebs.web"]

  provisioner "file" {
    source      = "${path.root}/files/"
    destination = "/tmp"
  }

  provisioner "shell" {
    script = "${path.root}/scripts/install.sh"
    environment_vars = [
      "PORT=${var.port}",
      "GREETING=${var.greeting}",
    ]
  }

  provisioner "shell" {
    inline = [
      "systemctl is-enabled hello.service",
      "rm -f /tmp/hello.py /tmp/hello.service",
      "echo baked by ${source.type}.${source.name} | sudo tee /etc/hello-baked",
    ]
  }

  post-processor "manifest" {
    output     = "packer-manifest.json"
    strip_path = true
    custom_data = {
      port = "${var.port}"
    }
  }
}
