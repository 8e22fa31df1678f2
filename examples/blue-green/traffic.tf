# One listener with two weights. They move when the machines behind them are healthy, and not before.
resource "aws_lb" "web" {
  name               = var.name
  load_balancer_type = "application"
  subnets            = var.subnet_ids
  security_groups    = [aws_security_group.balancer.id]
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = var.certificate_arn == null ? 80 : 443
  protocol          = var.certificate_arn == null ? "HTTP" : "HTTPS"
  certificate_arn   = var.certificate_arn

  default_action {
    type = "forward"
    forward {
      dynamic "target_group" {
        for_each = local.weights
        content {
          arn    = aws_lb_target_group.colour[target_group.key].arn
          weight = target_group.value
        }
      }
    }
  }

  depends_on = [terraform_data.healthy]

  lifecycle {
    # Whoever moves traffic moves nothing else: the image has to be there from a step before.
    precondition {
      condition     = var.shift == 0 || try(local.running[local.idle] == tolist([local.images[local.idle]]) && local.images.blue != local.images.green, false)
      error_message = "Traffic cannot move to ${local.idle}: it does not run ${coalesce(local.images[local.idle], "any image")} yet, or ${var.live} runs the same. Apply with shift = 0 first, which waits for healthy machines."
    }
  }
}

# Before a colour gets another weight: all machines of the one that users move to, and one at least of the one they come from.
resource "terraform_data" "healthy" {
  for_each = { for colour, weight in local.weights : colour => weight if weight > 0 && length(local.running[colour]) > 0 }

  triggers_replace = [each.value, local.images[each.key]]

  provisioner "local-exec" {
    command = "${path.module}/healthy.sh"
    environment = {
      AWS_REGION     = var.region
      TARGET_GROUP   = aws_lb_target_group.colour[each.key].arn
      HEALTHY        = each.key == var.live ? 1 : var.size
      ALL            = each.key != var.live
      HEALTH_TIMEOUT = var.health_timeout
    }
  }
}
