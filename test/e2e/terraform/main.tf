variable "image_id" { type = string }
variable "open" { type = bool }

data "aws_ami" "web" {
  owners = ["self"]
  filter {
    name   = "image-id"
    values = [var.image_id]
  }
}

resource "aws_security_group" "web" {
  name = "by-terraform"

  dynamic "ingress" {
    for_each = var.open ? [8080] : []
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["127.0.0.1/32"]
    }
  }
}

resource "aws_instance" "web" {
  ami                    = data.aws_ami.web.id
  instance_type          = "t3.small"
  vpc_security_group_ids = [aws_security_group.web.id]
}

output "address" { value = aws_instance.web.public_ip }
output "instance" { value = aws_instance.web.id }
