# Per colour: what to launch, the machines, and where the load balancer finds them.
resource "aws_launch_template" "colour" {
  for_each = local.images

  # A name for each image: a new one is made before the old one goes.
  name                   = "${var.name}-${each.key}-${trimprefix(coalesce(each.value, "none"), "ami-")}"
  image_id               = each.value
  instance_type          = var.instance_type
  vpc_security_group_ids = [aws_security_group.machines.id]
  update_default_version = true

  metadata_options {
    http_tokens = "required"
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Name = "${var.name}-${each.key}" }
  }

  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = each.value != null
      error_message = "Nothing runs yet, and there is no image: has ingot build passed, and is its images.auto.tfvars.json here?"
    }
  }
}

resource "aws_autoscaling_group" "colour" {
  for_each = local.images

  name_prefix         = "${var.name}-${each.key}-"
  min_size            = local.sizes[each.key]
  max_size            = local.sizes[each.key]
  vpc_zone_identifier = var.subnet_ids
  target_group_arns   = [aws_lb_target_group.colour[each.key].arn]
  health_check_type   = "ELB"

  # A new image is there when all of its machines are healthy; until then the group before it stays.
  wait_for_elb_capacity     = local.sizes[each.key]
  wait_for_capacity_timeout = "${var.health_timeout}s"

  launch_template {
    id      = aws_launch_template.colour[each.key].id
    version = aws_launch_template.colour[each.key].latest_version
  }

  dynamic "tag" {
    for_each = { blue-green = var.name, colour = each.key, image = each.value }
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }

  # Targets are asked for their health only once a listener knows of them.
  depends_on = [aws_lb_listener.web]

  lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [aws_launch_template.colour[each.key]]
  }
}

resource "aws_lb_target_group" "colour" {
  for_each = local.weights

  name                 = "${var.name}-${each.key}"
  vpc_id               = var.vpc_id
  port                 = var.port
  protocol             = "HTTP"
  deregistration_delay = 60

  health_check {
    path     = var.health_path
    matcher  = "200"
    interval = 10
  }
}
