# Says as JSON what EC2, Auto Scaling and the load balancer have, as boto3 sees it: for bench/blue-green.cjs.
import json
import boto3

ec2, scaling, balancing = (boto3.client(name) for name in ("ec2", "autoscaling", "elbv2"))
templates = {each["LaunchTemplateId"]: each["LaunchTemplateName"] for each in ec2.describe_launch_templates()["LaunchTemplates"]}

every = [instance for page in ec2.get_paginator("describe_instances").paginate() for each in page["Reservations"] for instance in each["Instances"]]
terminated = {each["InstanceId"] for each in every if each["State"]["Name"] == "terminated"}


def colour(group):
    launch = group["LaunchTemplate"]
    version = ec2.describe_launch_template_versions(LaunchTemplateId=launch["LaunchTemplateId"], Versions=[launch["Version"]])
    ids = [each["InstanceId"] for each in group["Instances"]]
    reservations = ec2.describe_instances(InstanceIds=ids)["Reservations"] if ids else []
    targets = [each["Target"]["Id"] for arn in group["TargetGroupARNs"] for each in balancing.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]]
    return {
        "template": templates[launch["LaunchTemplateId"]],
        "image": version["LaunchTemplateVersions"][0]["LaunchTemplateData"]["ImageId"],
        "machines": [instance["ImageId"] for each in reservations for instance in each["Instances"]],
        "instances": sorted(ids),
        # moto never takes a terminated machine out of its target group, and calls it healthy; AWS does take it out.
        "behind": sorted(set(targets) - terminated) == sorted(ids),
    }


names = {each["TargetGroupArn"]: each["TargetGroupName"] for each in balancing.describe_target_groups()["TargetGroups"]}
listeners = [listener for each in balancing.describe_load_balancers()["LoadBalancers"] for listener in balancing.describe_listeners(LoadBalancerArn=each["LoadBalancerArn"])["Listeners"]]
weights = [{names[each["TargetGroupArn"]]: each["Weight"] for each in listener["DefaultActions"][0]["ForwardConfig"]["TargetGroups"]} for listener in listeners]
groups = scaling.describe_auto_scaling_groups()["AutoScalingGroups"]
print(json.dumps({"weights": weights, "groups": [colour(each) for each in groups]}))
