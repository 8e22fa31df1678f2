# What is ingot's and not Packer's stands in *.ingot.hcl beside the template, in the same language with the same variables.
# Packer ignores this file.

smoke_test "web server" {
  scripts     = ["smoke/answers.sh"]
  environment = { PORT = var.port, GREETING = var.greeting }
  timeout     = "2m"
}
