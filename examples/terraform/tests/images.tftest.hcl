variables {
  images = {
    "amazon-ebs.web" = {
      "us-east-1" = {
        id        = "ami-0123456789abcdef0"
        name      = "web-1"
        region    = "us-east-1"
        source_id = "ami-0fedcba9876543210"
      }
    }
  }
}

run "uses_the_image_of_the_region" {
  assert {
    condition     = output.image_id == "ami-0123456789abcdef0"
    error_message = "It is another image: ${output.image_id}"
  }
}

run "refuses_what_is_no_image" {
  command = plan
  variables {
    images = { "amazon-ebs.web" = { "us-east-1" = { id = "latest", name = "x", region = "us-east-1" } } }
  }
  expect_failures = [var.images]
}

run "refuses_an_image_under_another_region" {
  command = plan
  variables {
    images = { "amazon-ebs.web" = { "eu-west-1" = { id = "ami-0123456789abcdef0", name = "x", region = "us-east-1" } } }
  }
  expect_failures = [var.images]
}

run "says_which_images_there_are" {
  command = plan
  variables {
    region = "eu-west-1"
  }
  expect_failures = [terraform_data.web]
}

run "refuses_nothing" {
  command = plan
  variables {
    images = {}
  }
  expect_failures = [var.images]
}
