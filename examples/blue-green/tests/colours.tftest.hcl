# Which image goes to which colour, with what weight and how many machines; AWS is not asked.
mock_provider "aws" {
  mock_data "aws_autoscaling_groups" {
    defaults = { names = ["web-blue-1", "web-green-1"] }
  }
}

override_data {
  target = data.aws_autoscaling_group.running["web-blue-1"]
  values = { tag = [
    { key = "blue-green", value = "web", propagate_at_launch = true },
    { key = "colour", value = "blue", propagate_at_launch = true },
    { key = "image", value = "ami-0000000a", propagate_at_launch = true },
  ] }
}

override_data {
  target = data.aws_autoscaling_group.running["web-green-1"]
  values = { tag = [
    { key = "blue-green", value = "web", propagate_at_launch = true },
    { key = "colour", value = "green", propagate_at_launch = true },
    { key = "image", value = "ami-0000000b", propagate_at_launch = true },
  ] }
}

variables {
  vpc_id     = "vpc-1"
  subnet_ids = ["subnet-1", "subnet-2"]
  live       = "blue"
  images = {
    "amazon-ebs.web" = { "us-east-1" = { id = "ami-0000000c", name = "web-3", region = "us-east-1" } }
  }
}

run "a_new_file_goes_to_the_idle_colour" {
  command = plan
  assert {
    condition     = output.images == { blue = "ami-0000000a", green = "ami-0000000c" }
    error_message = jsonencode(output.images)
  }
  assert {
    condition     = output.weights == { blue = 100, green = 0 } && output.serving == "blue"
    error_message = jsonencode(output.weights)
  }
  assert {
    condition     = alltrue([for group in aws_autoscaling_group.colour : group.min_size == 2 && group.wait_for_elb_capacity == 2])
    error_message = "Both colours have their machines, and wait until they are healthy."
  }
}

run "and_to_the_other_one_next_time" {
  command = plan
  variables {
    live = "green"
  }
  assert {
    condition     = output.images == { blue = "ami-0000000c", green = "ami-0000000b" }
    error_message = jsonencode(output.images)
  }
}

run "traffic_does_not_move_to_what_is_not_there_yet" {
  command = plan
  variables {
    shift = 10
  }
  expect_failures = [aws_lb_listener.web]
}

run "traffic_moves_without_a_file" {
  command = plan
  variables {
    images = {}
    shift  = 10
  }
  assert {
    condition     = output.images == { blue = "ami-0000000a", green = "ami-0000000b" } && output.weights == { blue = 90, green = 10 }
    error_message = jsonencode([output.images, output.weights])
  }
  assert {
    condition     = { for weight in aws_lb_listener.web.default_action[0].forward[0].target_group : weight.weight => true } == { 90 = true, 10 = true }
    error_message = "The listener has the weights."
  }
}

run "all_of_it_moves_and_the_old_colour_is_kept" {
  command = plan
  variables {
    images = {}
    shift  = 100
  }
  assert {
    condition     = output.weights == { blue = 0, green = 100 } && output.serving == "green" && aws_autoscaling_group.colour["blue"].min_size == 2
    error_message = jsonencode(output.weights)
  }
}

run "until_it_is_told_otherwise" {
  command = plan
  variables {
    images    = {}
    live      = "green"
    keep_idle = false
  }
  assert {
    condition     = aws_autoscaling_group.colour["blue"].min_size == 0 && aws_autoscaling_group.colour["green"].min_size == 2
    error_message = "The idle colour has no machines."
  }
}

run "a_file_that_is_live_already_goes_nowhere" {
  command = plan
  variables {
    images = {
      "amazon-ebs.web" = { "us-east-1" = { id = "ami-0000000a", name = "web-1", region = "us-east-1" } }
    }
  }
  assert {
    condition     = output.images == { blue = "ami-0000000a", green = "ami-0000000b" }
    error_message = jsonencode(output.images)
  }
}

run "the_first_image_of_all" {
  command = plan
  override_data {
    target = data.aws_autoscaling_groups.running
    values = { names = [] }
  }
  assert {
    condition     = aws_autoscaling_group.colour["blue"].min_size == 2 && aws_autoscaling_group.colour["green"].min_size == 0 && length(terraform_data.healthy) == 0
    error_message = "One colour begins, and nothing waits for what is not there."
  }
}

run "refuses_other_steps_and_other_colours" {
  command = plan
  variables {
    live  = "red"
    shift = 30
  }
  expect_failures = [var.live, var.shift]
}

run "says_which_images_there_are" {
  command = plan
  variables {
    build = "amazon-ebs.db"
  }
  expect_failures = [var.images]
}
