output "live" {
  description = "The colour that traffic comes from; the way back leads there."
  value       = var.live
}

output "serving" {
  description = "The colour that most users are on: the live one of the next deployment."
  value       = var.shift > 50 ? local.idle : var.live
}

output "images" {
  description = "What each colour runs."
  value       = local.images
}

output "weights" {
  description = "The traffic of each colour, in percent."
  value       = local.weights
}

output "address" {
  value = aws_lb.web.dns_name
}
