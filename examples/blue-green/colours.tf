# Which image each colour has to have: what runs is asked of AWS, so that the file of the live colour is not needed again.
data "aws_autoscaling_groups" "running" {
  filter {
    name   = "tag:blue-green"
    values = [var.name]
  }
}

data "aws_autoscaling_group" "running" {
  for_each = toset(data.aws_autoscaling_groups.running.names)
  name     = each.key
}

locals {
  idle = var.live == "blue" ? "green" : "blue"

  tags    = [for group in data.aws_autoscaling_group.running : { for tag in group.tag : tag.key => tag.value }]
  running = { for colour in ["blue", "green"] : colour => distinct([for tags in local.tags : tags.image if tags.colour == colour]) }

  # Two images of one colour: a deployment broke off. The live colour never changes its image.
  wanted     = try(var.images[var.build][var.region].id, null)
  live_image = try(local.running[var.live][0], local.wanted)

  # A file that is live already goes nowhere: the idle colour keeps what there is to go back to.
  is_new = local.wanted != null && local.wanted != local.live_image
  images = {
    (var.live)   = local.live_image
    (local.idle) = local.is_new ? local.wanted : try(local.running[local.idle][0], local.live_image)
  }

  weights = {
    (var.live)   = 100 - var.shift
    (local.idle) = var.shift
  }

  # An idle colour with the image of the live one is nothing that anybody could go to.
  sizes = {
    (var.live)   = var.size
    (local.idle) = local.images.blue != local.images.green && (var.keep_idle || local.is_new || var.shift > 0) ? var.size : 0
  }
}
